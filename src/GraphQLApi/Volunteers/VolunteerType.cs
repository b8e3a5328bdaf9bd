using HotChocolate;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Grains.Volunteers;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Matches;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Offers;
using Networks.GraphQLApi.Organisations;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Wards;
using MatchType = Networks.GraphQLApi.Matches.MatchType;

namespace Networks.GraphQLApi.Volunteers;

/// <summary>Somebody who gives time to residents.</summary>
[GraphQLName("Volunteer")]
public sealed class VolunteerType : INode, IOffer
{
    private readonly VolunteerReading _reading;

    internal VolunteerType(VolunteerReading reading) => _reading = reading;

    /// <summary>Global and opaque; never parse it.</summary>
    [GraphQLType("ID!")]
    public string Id => GlobalId.Of("Volunteer", Reference);

    /// <summary>The imported id.</summary>
    [GraphQLType("ID!")]
    public string Reference => _reading.Volunteer.Id.Value;

    /// <summary>Rises with each change; give it back as expectedVersion to change only what was read.</summary>
    public int Version => _reading.Version;

    /// <summary>The organisation that keeps the record; null where none is named.</summary>
    public OrganisationType? Organisation => Facts.Organisation is { } organisation ? new OrganisationType(organisation) : null;

    /// <summary>The ward the volunteer lives in.</summary>
    public Task<WardType> GetWardAsync(AreaRegister register) => register.WardAsync(Facts.Ward);

    /// <summary>What the volunteer does.</summary>
    public IReadOnlyList<VolunteerRole> Roles => Facts.Roles;

    /// <summary>How the volunteer meets people; empty means visit.</summary>
    public IReadOnlyList<ContactMode> Modes => Facts.Modes;

    /// <summary>Active matches at once, over all roles; 0 where not known, for then nobody can be placed.</summary>
    public int Capacity => Places.Capacity ?? 0;

    /// <summary>Places held for open proposals.</summary>
    public async Task<int> GetHeldAsync(AreaRegister register, TimeProvider time) =>
        Places.HeldAt(time.GetUtcNow(), await register.TodayAsync());

    /// <summary>Places taken.</summary>
    public async Task<int> GetActiveAsync(AreaRegister register) => Places.TakenOn(await register.TodayAsync()) + Places.Others;

    /// <summary>Free places.</summary>
    public async Task<int> GetFreeAsync(AreaRegister register, TimeProvider time) =>
        Places.FreeAt(time.GetUtcNow(), await register.TodayAsync()) ?? 0;

    /// <summary>Languages, best first.</summary>
    public IReadOnlyList<string> Languages => Facts.Languages;

    /// <summary>What the volunteer likes.</summary>
    public IReadOnlyList<string> Interests => Facts.Interests;

    /// <summary>Support the volunteer is able to give, such as dementia.</summary>
    public IReadOnlyList<string> Competences => Facts.Competences;

    /// <summary>What the volunteer has lived through and agreed to be matched by, such as carer.</summary>
    public IReadOnlyList<string> Situations => Facts.Situations;

    /// <summary>Weekly slots in which the volunteer is free, such as mon-am.</summary>
    public IReadOnlyList<string> Available => [.. Facts.Available.ToWords()];

    /// <summary>Checks and training passed.</summary>
    public async Task<IReadOnlyList<CheckType>> GetChecksAsync(AreaRegister register)
    {
        var today = await register.TodayAsync();
        return [.. Facts.Checks.Select(check => new CheckType(check, today))];
    }

    /// <summary>First day active; null where not known.</summary>
    public DateOnly? ActiveFrom => Facts.ActiveFrom;

    /// <summary>First day no longer active.</summary>
    public DateOnly? ActiveUntil => Facts.ActiveUntil;

    /// <summary>The fund that pays for the volunteer's support; null where not known.</summary>
    public string? FundedBy => Facts.FundedBy;

    /// <summary>First day no longer funded; null where not known.</summary>
    public DateOnly? FundedUntil => Facts.FundedUntil;

    /// <summary>How many contacts a month the volunteer can give, over all matches; null where not known.</summary>
    public int? ContactsPerMonth => Facts.ContactsPerMonth;

    /// <summary>Whom the volunteer will meet: female, male, non-binary, self-described; empty means anyone.</summary>
    public IReadOnlyList<string> PrefersGender => [.. Facts.PrefersGender.Select(Vocabulary<Gender>.Word)];

    /// <summary>What the volunteer cannot be with, such as dog or smoking.</summary>
    public IReadOnlyList<string> CannotBeWith => Facts.CannotBeWith;

    /// <summary>What a guest meets at the volunteer's own home.</summary>
    public IReadOnlyList<string> HomeFactors => Facts.HomeFactors;

    /// <summary>How far the volunteer travels to a visit; null where nobody has said.</summary>
    public double? TravelKilometresMax => Facts.TravelMetresMax?.Kilometres;

    /// <summary>Matches with the residents who take a place, in the order of the residents' references.</summary>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public async Task<MatchConnection> GetMatchesAsync(
        int? first, string? after, ResidentById residents, CancellationToken cancellationToken)
    {
        var page = PageRequest.Of(first, after);
        ResidentId[] takers = [.. Places.Taken.Select(place => place.Resident).Distinct().Order()];
        var readings = await residents.LoadAsync(takers, cancellationToken);
        var rows = from reading in readings
                   where reading is not null
                   from match in reading.Resident.Matches
                   where match.Volunteer == _reading.Volunteer.Id
                   select new MatchType(reading, match);
        return MatchConnection.Of(page.Cut([.. rows]));
    }

    private VolunteerFacts Facts => _reading.Volunteer.Facts;

    private Places Places => _reading.Volunteer.Places;
}

/// <summary>One check or training a volunteer has passed.</summary>
[GraphQLName("Check")]
public sealed class CheckType
{
    private readonly Check _check;
    private readonly DateOnly _today;

    internal CheckType(Check check, DateOnly today) => (_check, _today) = (check, today);

    /// <summary>Which check, such as references or dbs-basic.</summary>
    public string Kind => _check.Kind;

    /// <summary>The day it was passed; where that is not known, the day it was written down here.</summary>
    public DateOnly On => _check.On ?? _check.RecordedOn ?? _today;

    /// <summary>Whether the day it was passed is known; where it is not, it is still to be dated.</summary>
    public bool Dated => _check.On is not null;

    /// <summary>First day it no longer holds; null where it does not run out.</summary>
    public DateOnly? Until => _check.Until;

    /// <summary>Whether it holds today.</summary>
    public bool InDate => DateSpan.Holds(_check.On, _check.Until, _today);
}
