using System.Globalization;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains.Simulations;
using Networks.Grains.Wards;
using Networks.Grains.Watches;

namespace Networks.Grains;

/// <summary>
/// The text of every grain key: a letter that is no hex digit, a colon, and the reference as written. Storage reads a bare key as GUID
/// first and as hex number second, so that residents "42", "042" and "0042" would share one row; with the prefix no key is either.
/// </summary>
public static class EntityKeys
{
    public const string ResidentPrefix = "r:";
    public const string VolunteerPrefix = "v:";
    public const string GroupPrefix = "g:";
    public const string ContactCardPrefix = "k:";
    public const string WardPrefix = "w:";
    public const string AreaPrefix = "z:";
    public const string MatchingRoundPrefix = "m:";
    public const string WatchPrefix = "q:";
    public const string IndicatorsPrefix = "i:";
    public const string SimulationPrefix = "s:";

    /// <summary>The key of the resident's record.</summary>
    public static string Of(ResidentId id) => ResidentPrefix + id.Value;

    /// <summary>The key of the volunteer's record.</summary>
    public static string Of(VolunteerId id) => VolunteerPrefix + id.Value;

    /// <summary>The key of the group's record.</summary>
    public static string Of(GroupId id) => GroupPrefix + id.Value;

    /// <summary>The key of a ward.</summary>
    public static string Of(WardCode code) => WardPrefix + code.Value;

    /// <summary>The key of an area.</summary>
    public static string Of(AreaCode code) => AreaPrefix + code.Value;

    /// <summary>The key under which a store's one area answers.</summary>
    public const string OfArea = AreaPrefix + "area";

    /// <summary>The key under which the area answers as it was known in the evening of a day.</summary>
    public static string OfAreaKnownAt(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{OfArea}@{day:yyyy-MM-dd}");

    /// <summary>The day of knowledge in an area's key; null for what is known now.</summary>
    public static DateOnly? KnownAt(string key) => key.IndexOf('@') is >= 0 and var at
        ? DateOnly.ParseExact(key.AsSpan(at + 1), "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    /// <summary>The key of the list of wards.</summary>
    public const string OfWardRegister = AreaPrefix + "register";

    /// <summary>The key of the list of rounds.</summary>
    public const string OfRoundRegister = AreaPrefix + "rounds";

    /// <summary>The key of the list of runs of scenarios.</summary>
    public const string OfSimulationRegister = AreaPrefix + "simulations";

    /// <summary>The key of the list of organisations.</summary>
    public const string OfOrganisationRegister = AreaPrefix + "organisations";

    /// <summary>The key of the area's list of interests.</summary>
    public const string OfInterestRegister = AreaPrefix + "interests";

    /// <summary>The key of the list of published areas.</summary>
    public const string OfAreaRegister = AreaPrefix + "areas";

    /// <summary>The key of the published figures about an area.</summary>
    public static string OfIndicators(AreaCode code) => IndicatorsPrefix + code.Value;

    /// <summary>The key of a matching round.</summary>
    public static string Of(RoundName name) => MatchingRoundPrefix + name.Value;

    /// <summary>The key of a run of a scenario, of its report and of its workers.</summary>
    public static string Of(SimulationId simulation) => SimulationPrefix + simulation.Value;

    /// <summary>The key of a watch.</summary>
    public static string Of(WatchId watch) => WatchPrefix + watch.Value;

    /// <summary>The key of a resident's contact card, which is kept apart from her record.</summary>
    public static string OfContactCard(ResidentId id) => ContactCardPrefix + id.Value;

    /// <summary>The key of an entity by kind and reference, as bulk import writes it.</summary>
    public static string Of(EntityKind kind, string reference) => Prefix(kind) + reference;

    /// <summary>What the keys of a kind begin with.</summary>
    public static string Prefix(EntityKind kind) => kind switch
    {
        EntityKind.Resident => ResidentPrefix,
        EntityKind.Volunteer => VolunteerPrefix,
        EntityKind.Group => GroupPrefix,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of entity."),
    };

    /// <summary>The reference inside a key of this factory.</summary>
    public static string Reference(string key) => key[(key.IndexOf(':') + 1)..];
}
