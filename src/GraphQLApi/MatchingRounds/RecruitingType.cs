using HotChocolate;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Wards;
using Networks.Matching.Recruiting;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>
/// What places of a volunteer or group that is not there yet would change, exactly as if the round were solved again with it. What the
/// profile does not say is taken to suit; its checks are taken as passed.
/// </summary>
[GraphQLName("RecruitingValue")]
public sealed class RecruitingValueType
{
    private readonly RecruitingValue _value;

    internal RecruitingValueType(RecruitingValue value) => _value = value;

    /// <summary>What it would give.</summary>
    public OfferKind Kind => _value.Profile.Kind;

    /// <summary>Where the volunteer would live or the group meet: the ward asked about, else the one in which it helps most.</summary>
    public async Task<WardType?> GetWardAsync(AreaRegister register) =>
        _value.Profile.Ward is { } ward ? await register.WardAsync(ward) : null;

    /// <summary>What would be spoken, as a BCP 47 tag; null = no matter.</summary>
    public string? Language => _value.Profile.Language;

    /// <summary>Weekly slots, such as tue-am; empty = no matter.</summary>
    public IReadOnlyList<string> Times => [.. _value.Profile.Times.ToWords()];

    /// <summary>The volunteer's gender; null = not said, which meets no wish for one.</summary>
    public string? Gender => _value.Profile.Gender is { } gender ? Vocabulary<Gender>.Word(gender) : null;

    /// <summary>More people helped with 1, 2, 3, 4 and 5 such places, cumulative.</summary>
    public IReadOnlyList<int> Helped => _value.Helped;

    /// <summary>Places after which one more helps nobody; null if the fifth still helps somebody.</summary>
    public int? EnoughPlaces => _value.EnoughPlaces;

    /// <summary>Who would be helped, in the order in which places are added.</summary>
    public async Task<IReadOnlyList<ResidentType>?> GetPeopleAsync(ResidentById residents, CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll(_value.People.Select(person => residents.FindAsync(person, cancellationToken)))).OfType<ResidentType>()];

    /// <summary>The band of the first of them; null if nobody.</summary>
    public int? FirstBand => _value.FirstBand;

    /// <summary>Change of the plan's total fit with one such place.</summary>
    public int PlusOneFit => checked((int)_value.PlusOneFit);

    /// <summary>The same in one or two sentences.</summary>
    public string Sentence => _value.Sentence;
}

/// <summary>What several recruits would change together, from solving the round again.</summary>
[GraphQLName("RecruitingTogether")]
public sealed class RecruitingTogetherType
{
    private readonly RecruitingTogether _together;

    internal RecruitingTogetherType(RecruitingTogether together) => _together = together;

    /// <summary>More people helped by all of them together.</summary>
    public int Helped => _together.Helped;

    /// <summary>Who, in the order in which people are helped.</summary>
    public async Task<IReadOnlyList<ResidentType>?> GetPeopleAsync(ResidentById residents, CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll(_together.People.Distinct().Select(person => residents.FindAsync(person, cancellationToken))))
            .OfType<ResidentType>()];

    /// <summary>Change of the plan's total fit.</summary>
    public int Fit => checked((int)_together.Fit);

    /// <summary>Each alone, in the order asked.</summary>
    public IReadOnlyList<RecruitingValueType> Alone => [.. _together.Alone.Select(value => new RecruitingValueType(value))];

    /// <summary>The same in one sentence.</summary>
    public string Sentence => _together.Sentence;
}

/// <summary>A page of profiles.</summary>
public sealed class RecruitingValueConnection : Connection<RecruitingValueEdge, RecruitingValueType>
{
    internal static RecruitingValueConnection Of(ListPage<RecruitingValueType> page) => new()
    {
        Edges = [.. page.Rows.Select(row => new RecruitingValueEdge { Cursor = row.Cursor, Node = row.Row })],
        PageInfo = page.Info,
        TotalCount = page.TotalCount
    };
}

/// <summary>One profile of the list.</summary>
public sealed class RecruitingValueEdge : Edge<RecruitingValueType>;
