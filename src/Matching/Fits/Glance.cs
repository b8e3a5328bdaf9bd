using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.Matching.Fits;

/// <summary>
/// What of a person or an offer is enough to turn away most of the other side, in one line of a processor's cache. It never turns away a
/// pair that passes: what is not known, is soft, or does not fit into its bits lets everybody through, and the rules judge the rest.
/// </summary>
internal readonly struct Glance
{
    private const byte Anyone = byte.MaxValue;
    private const byte NotSaid = 1 << 7;

    /// <summary>One bit for each language, folded to 64; all bits where none is known.</summary>
    public ulong Languages { get; init; }

    /// <summary>Of a person what she needs, of an offer what it is able to do; folded to 64.</summary>
    public ulong Abilities { get; init; }

    /// <summary>Slots of the week; all bits where none is known.</summary>
    public int Times { get; init; }

    /// <summary>The offer's index; not used of a person.</summary>
    public int Offer { get; init; }

    /// <summary>Metres from the middle of the Earth.</summary>
    public double X { get; init; }

    /// <inheritdoc cref="X"/>
    public double Y { get; init; }

    /// <inheritdoc cref="X"/>
    public double Z { get; init; }

    /// <summary>The limit of how far they travel, in metres.</summary>
    public int Reach { get; init; }

    /// <summary>One bit for each way of meeting.</summary>
    public byte Modes { get; init; }

    /// <summary>One bit for the gender.</summary>
    public byte Is { get; init; }

    /// <summary>Bits of the genders wished for.</summary>
    public byte Meets { get; init; }

    /// <summary>True if time, language, abilities and gender leave the pair possible.</summary>
    public bool Suits(in Glance offer) =>
        (Times & offer.Times) != 0
        && (Languages & offer.Languages) != 0
        && (Abilities & ~offer.Abilities) == 0
        && (Meets & offer.Is) != 0
        && (Is & offer.Meets) != 0;

    /// <summary>
    /// True unless the two are further apart than <paramref name="reach"/> metres. The straight line through the ground is never longer
    /// than the way over it, and a metre more makes room for rounding.
    /// </summary>
    public bool IsNear(in Glance other, double reach)
    {
        double x = X - other.X, y = Y - other.Y, z = Z - other.Z;
        return (x * x) + (y * y) + (z * z) <= (reach + 1) * (reach + 1);
    }

    /// <summary>The glance at a person.</summary>
    public static Glance Of(SeekerProfile seeker, SoftRules soft) => At(seeker.Point, new Glance
    {
        Languages = soft.Language || seeker.Languages.IsEmpty ? ulong.MaxValue : seeker.Languages.Folded,
        Abilities = seeker.Needs.Folded,
        Times = soft.Time || seeker.Seeker.Available.IsEmpty ? -1 : seeker.Seeker.Available.Bits,
        Reach = seeker.TravelMetres,
        Modes = Bits(seeker.Modes),
        Is = soft.Gender ? Anyone : Said(seeker.Seeker.Gender),
        Meets = soft.Gender ? Anyone : Wished(seeker.Seeker.PrefersGender),
    });

    /// <summary>The glance at an offer.</summary>
    public static Glance Of(OfferProfile offer, int index, SoftRules soft)
    {
        var anyone = soft.Gender || offer.IsGroup;
        return At(offer.Point, new Glance
        {
            Languages = soft.Language || offer.Languages.IsEmpty ? ulong.MaxValue : offer.Languages.Folded,
            Abilities = offer.Competences.IsEmpty ? ulong.MaxValue : offer.Competences.Folded,
            Times = soft.Time || offer.Offer.Available.IsEmpty ? -1 : offer.Offer.Available.Bits,
            Offer = index,
            Reach = offer.TravelMetres,
            Modes = (byte)(Bits(offer.Modes) & offer.CheckedModes),
            Is = anyone ? Anyone : Said(offer.Offer.Gender),
            Meets = anyone ? Anyone : Wished(offer.Offer.PrefersGender),
        });
    }

    private static Glance At(GeoPoint? point, Glance glance)
    {
        if (point is not { } at)
        {
            return glance;
        }

        const double metres = 1000 * GeoPoint.EarthRadiusKilometres;
        double north = at.Latitude * Math.PI / 180, east = at.Longitude * Math.PI / 180;
        return glance with
        {
            X = metres * Math.Cos(north) * Math.Cos(east), Y = metres * Math.Cos(north) * Math.Sin(east), Z = metres * Math.Sin(north),
        };
    }

    private static byte Bits(ImmutableArray<ContactMode> modes) =>
        (byte)modes.Aggregate(0, (bits, mode) => bits | 1 << (int)mode);

    private static byte Said(Gender? gender) => gender is { } said ? (byte)(1 << (int)said) : NotSaid;

    private static byte Wished(ImmutableArray<Gender> wish) =>
        wish.IsEmpty ? Anyone : (byte)wish.Aggregate(0, (bits, gender) => bits | 1 << (int)gender);
}

/// <summary>Which wishes a policy notes instead of keeping.</summary>
internal readonly record struct SoftRules(bool Time, bool Language, bool Gender);
