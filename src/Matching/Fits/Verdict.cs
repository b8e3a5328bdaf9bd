using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;

namespace Networks.Matching.Fits;

/// <summary>What is not known about a pair, or is a wish set aside as soft, and should be asked first.</summary>
[Flags]
public enum Unknowns
{
    None = 0,
    HerLanguages = 1,
    OfferLanguages = 1 << 1,
    HerTimes = 1 << 2,
    OfferTimes = 1 << 3,
    HerPlace = 1 << 4,
    OfferPlace = 1 << 5,
    HomeFactors = 1 << 6,
    Competences = 1 << 7,
    Access = 1 << 8,
    Transport = 1 << 9,
    HerAge = 1 << 10,
    HerGender = 1 << 11,
    HerSituation = 1 << 12,
    GroupAges = 1 << 13,
    SoftGender = 1 << 14,
    SoftTime = 1 << 15,
    SoftLanguage = 1 << 16,
    SoftHome = 1 << 17,
    HostHomeFactors = 1 << 18,
    CannotBeWith = 1 << 19,
    CheckDates = 1 << 20,
    ConsentDate = 1 << 21,
    PooledRounds = 1 << 22,
    SameHousehold = 1 << 23,
    Contacts = 1 << 24,
    SeatsTaken = 1 << 25,
    MentorSituation = 1 << 26,
    SituationForMentor = 1 << 27,
}

/// <summary>Whether an offer can be for a person, what stands against it, and how well it fits.</summary>
/// <param name="Failing">One bit for each constraint that blocks it; 0 = it fits.</param>
/// <param name="Unknown">What passes only because it is not known.</param>
/// <param name="Kind">Of the kinds the two have in common the first that fits, else the one with least against it.</param>
/// <param name="Mode">How they would meet; null in a group.</param>
/// <param name="Distance">Between the two; null where no distance counts or none can be told.</param>
/// <param name="Limit">The limit the distance is held against; null where none counts.</param>
/// <param name="Fit">0 to 1000; 0 where it does not fit.</param>
public readonly record struct Verdict(
    int Failing, Unknowns Unknown, OfferKind Kind, ContactMode? Mode, Metres? Distance, Metres? Limit, int Fit)
{
    /// <summary>True if no constraint blocks the pair.</summary>
    public bool Passes => Failing == 0;

    /// <summary>The constraints that block the pair, in order.</summary>
    public ImmutableArray<Constraint> Misfits
    {
        get
        {
            var bits = Failing;
            return [.. Enum.GetValues<Constraint>().Where(constraint => (bits & Bit(constraint)) != 0)];
        }
    }

    /// <summary>True if <paramref name="constraint"/> blocks the pair.</summary>
    public bool Blocks(Constraint constraint) => (Failing & Bit(constraint)) != 0;

    /// <summary>True if <paramref name="constraint"/> alone blocks the pair.</summary>
    public bool OnlyBlockedBy(Constraint constraint) => Failing == Bit(constraint);

    internal static int Bit(Constraint constraint) => 1 << (int)constraint;
}
