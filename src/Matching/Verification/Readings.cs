using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Networks.Matching.Problems;

namespace Networks.Matching.Verification;

/// <summary>
/// The people and offers of a problem as the checker reads them: every word a number and every default filled in once, because a proof
/// looks at every pair there is.
/// </summary>
internal sealed class Readings(MatchingProblem problem)
{
    private const int ChildUpTo = 18;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<WardCode, GeoPoint?> points = problem.Wards.ToDictionary(ward => ward.Code, ward => ward.Point);

    public PersonReading Of(Seeker person) => new()
    {
        Person = person,
        Languages = Numbers("l:", person.Languages.Select(Languages.Tag)),
        Interests = Numbers("i:", person.Interests),
        Situations = Numbers("s:", person.Situations),
        Support = Numbers("c:", person.SupportNeeds),
        Access = Numbers("a:", person.AccessNeeds),
        Home = Numbers("h:", person.HomeFactors),
        CannotBeWith = Numbers("h:", person.CannotBeWith),
        Modes = ModesOf(person.Modes),
        Point = person.Home ?? points.GetValueOrDefault(person.Ward),
        Limit = (person.TravelMetresMax ?? problem.Policy.DefaultTravel).Value,
        IsChild = person.BirthYear is { } born ? problem.AsOf.Year - born <= ChildUpTo : person.ReferredBySchool,
        Ages = person.BirthYear is { } year ? (problem.AsOf.Year - year - 1, problem.AsOf.Year - year)
            : person.ReferredBySchool ? (0, ChildUpTo) : null,
    };

    public OfferReading Of(MatchingOffer offer) => new()
    {
        Offer = offer,
        IsGroup = offer.Offer.Holder == OfferHolder.Group,
        Kinds = offer.Kinds.Where(kind => HoldsChecks(offer, problem.Policy.ChecksFor(kind))).ToHashSet(),
        Languages = Numbers("l:", offer.Languages.Select(Languages.Tag)),
        Interests = Numbers("i:", offer.Interests),
        Situations = Numbers("s:", offer.Situations),
        Competences = Numbers("c:", offer.Competences),
        Access = Numbers("a:", offer.StepFree == true && offer.Access.Length > 0 ? offer.Access.Append("step-free") : offer.Access),
        Home = Numbers("h:", offer.HomeFactors),
        CannotBeWith = Numbers("h:", offer.CannotBeWith),
        Modes = [.. ModesOf(offer.Modes).Where(mode => HoldsChecks(offer, problem.Policy.ChecksFor(mode)))],
        Point = offer.Place ?? points.GetValueOrDefault(offer.Ward),
        Limit = (offer.TravelMetresMax ?? problem.Policy.DefaultTravel).Value,
        IsChild = problem.AsOf.Year - offer.BirthYear <= ChildUpTo,
    };

    /// <summary>The number of one access need, as the readings spell it.</summary>
    public int NumberOfNeed(string need) => Number("a:" + need);

    private static ContactMode[] ModesOf(ImmutableArray<ContactMode> named) => named.IsEmpty ? [ContactMode.Visit] : [.. named];

    // A mode, or a kind, whose checks are not all in date is none in which this volunteer may meet anybody.
    private bool HoldsChecks(MatchingOffer offer, ImmutableArray<string> asked) => asked.All(kind =>
        offer.Checks.Any(check => check.Kind == kind && !(check.On > problem.AsOf) && !(check.Until <= problem.AsOf)));

    private int[] Numbers(string sort, IEnumerable<string> words) => [.. words.Select(word => Number(sort + word)).Distinct()];

    private int Number(string word)
    {
        numbers.TryAdd(word, numbers.Count);
        return numbers[word];
    }
}

/// <summary>A person as the checker reads her.</summary>
internal sealed class PersonReading
{
    public required Seeker Person { get; init; }

    /// <summary>Best first.</summary>
    public required int[] Languages { get; init; }

    public required int[] Interests { get; init; }

    public required int[] Situations { get; init; }

    public required int[] Support { get; init; }

    public required int[] Access { get; init; }

    public required int[] Home { get; init; }

    public required int[] CannotBeWith { get; init; }

    public required ContactMode[] Modes { get; init; }

    public required GeoPoint? Point { get; init; }

    public required int Limit { get; init; }

    public required bool IsChild { get; init; }

    /// <summary>Least and most years she may be old; null if it is not known at all.</summary>
    public required (int Least, int Most)? Ages { get; init; }
}

/// <summary>An offer as the checker reads it.</summary>
internal sealed class OfferReading
{
    public required MatchingOffer Offer { get; init; }

    public required bool IsGroup { get; init; }

    public required HashSet<OfferKind> Kinds { get; init; }

    public required int[] Languages { get; init; }

    public required int[] Interests { get; init; }

    public required int[] Situations { get; init; }

    public required int[] Competences { get; init; }

    public required int[] Access { get; init; }

    public required int[] Home { get; init; }

    public required int[] CannotBeWith { get; init; }

    /// <summary>Ways of meeting for which every check is in date.</summary>
    public required ContactMode[] Modes { get; init; }

    public required GeoPoint? Point { get; init; }

    public required int Limit { get; init; }

    public required bool IsChild { get; init; }
}
