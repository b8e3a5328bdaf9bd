using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Orleans;

namespace Networks.Matching.Recruiting;

/// <summary>
/// Whom, or which group, to look for. What a profile does not say is taken to suit: no language means that any is spoken, no times that all
/// are free, no ward whichever of the round helps most. Checks are taken as passed and every way of meeting as given. Gender alone is not:
/// a wish for a woman is met by nobody whose gender is not said.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.matching.recruit-profile")]
public sealed record RecruitProfile
{
    private const string NewOffer = "~new";

    [Id(0)] public required OfferKind Kind { get; init; }

    /// <summary>Where the volunteer lives or the group meets; null = wherever in the round it helps most.</summary>
    [Id(1)] public WardCode? Ward { get; init; }

    /// <summary>What is spoken, by tag or English name; null = no matter.</summary>
    [Id(2)] public string? Language { get; init; }

    /// <summary>When; empty = no matter.</summary>
    [Id(3)] public TimeSlots Times { get; init; }

    /// <summary>Of a volunteer; null = not said.</summary>
    [Id(4)] public Gender? Gender { get; init; }

    /// <summary>The offer of such a profile as it would stand in <paramref name="problem"/>.</summary>
    public MatchingOffer OfferIn(MatchingProblem problem, int places, int number = 1)
    {
        var oneToOne = Kind.IsOneToOne();
        var name = string.Create(CultureInfo.InvariantCulture, $"{NewOffer}-{number}");
        return new MatchingOffer
        {
            Offer = new OfferId(oneToOne ? OfferHolder.Volunteer : OfferHolder.Group, name),
            Ward = Ward ?? WardCode.Of(""),
            Kinds = [Kind],
            Places = places,
            Languages = Language is { } language ? [language] : [],
            Available = Times,
            Modes = oneToOne ? [.. Enum.GetValues<ContactMode>()] : [],
            Gender = oneToOne ? Gender : null,
            Checks =
            [
                .. oneToOne
                    ? problem.Policy.RequiredChecks.SelectMany(checks => checks.Kinds)
                        .Concat(problem.Policy.ChecksFor(Kind)).Distinct()
                        .Select(kind => new Domain.Volunteers.Check(kind, problem.AsOf, null))
                    : [],
            ],
        };
    }

    /// <summary>"visitor living in Batley East who speaks Urdu and is free on Tuesday mornings".</summary>
    public string Words(MatchingProblem problem)
    {
        var oneToOne = Kind.IsOneToOne();
        var noun = (oneToOne && Gender is { } gender ? $"{Vocabulary<Gender>.Word(gender)} " : "") + KindWords.Noun(Kind);
        var where = Ward is not { } ward ? ""
            : $" {(oneToOne ? "living" : "meeting")} in {problem.Wards.FirstOrDefault(place => place.Code == ward)?.Name ?? ward.Value}";
        var speaks = Language is { } language ? oneToOne ? Phrases.Speaks(Domain.Residents.Gender.Female, language)
            : $"speaks {Languages.Name(language)}" : null;
        var times = Phrases.Times(Times) is { Length: > 0 } known ? known : Phrases.Slots(Times);
        var when = Times.IsEmpty ? null : (oneToOne ? "is free on " : "meets on ") + times;
        var more = Phrases.List([.. new[] { speaks, when }.OfType<string>()]);
        return noun + where + (more.Length == 0 ? "" : $" {(oneToOne ? "who" : "that")} {more}");
    }
}

/// <summary>What a list of profiles is drawn up by.</summary>
[GenerateSerializer, Alias("networks.matching.recruiting-by")]
public enum RecruitingBy
{
    /// <summary>Each kind that somebody waits for, in each ward of the round.</summary>
    Ward,

    /// <summary>Each kind, in each first language of those who wait.</summary>
    Language,

    /// <summary>Each kind, on each day of the week on which somebody who waits has time.</summary>
    Day,

    /// <summary>Kind, ward, first language and one time of those who wait, most urgent first.</summary>
    Profile,
}
