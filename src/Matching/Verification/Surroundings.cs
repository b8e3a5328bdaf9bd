using Networks.Domain.Matches;
using Networks.Domain.Measures;

namespace Networks.Matching.Verification;

/// <summary>
/// Which offers the checker has to rule on for a person: those that are met in person, from the squares of a map around her home, and every
/// other. It is the checker's own map, flat and with one size of square, and shares nothing with the solver's.
/// </summary>
internal sealed class Surroundings
{
    private const double MetresADegreeAtLeast = 110_000;
    private const double LatitudeMost = 80;
    private const double SpreadMost = 170;
    private const int ReachMost = 100_000;

    private readonly int offers;
    private readonly int reach;
    private readonly double tall;
    private readonly double wide;
    private readonly Dictionary<(int Row, int Column), List<int>> squares = [];
    private readonly List<int> everywhere = [];

    public Surroundings(PersonReading[] people, OfferReading[] read)
    {
        offers = read.Length;
        int[] limits = [.. people.Select(person => person.Limit).Concat(read.Select(offer => offer.Limit)).Order()];
        GeoPoint[] points =
            [.. people.Select(person => person.Point).Concat(read.Select(offer => offer.Point)).OfType<GeoPoint>()];
        if (points.Length == 0 || !IsFlat(points))
        {
            reach = -1;
            return;
        }

        // Whoever goes further than nine in ten do is looked at by everybody, so that one traveller does not make every square large.
        reach = Math.Min(ReachMost, limits[limits.Length * 9 / 10]);
        tall = (reach + 1) / MetresADegreeAtLeast;
        wide = tall / Math.Cos(points.Max(point => Math.Abs(point.Latitude)) * Math.PI / 180);
        for (var at = 0; at < read.Length; at++)
        {
            if (IsMetAnywhere(read[at]))
            {
                everywhere.Add(at);
            }
            else if (read[at].Point is { } point)
            {
                var square = SquareOf(point);
                squares.TryAdd(square, []);
                squares[square].Add(at);
            }
        }
    }

    /// <summary>The offers that may be for a person, in their order.</summary>
    public IEnumerable<int> Of(PersonReading person)
    {
        if (person.Limit > reach)
        {
            return Enumerable.Range(0, offers);
        }

        var found = new List<int>(everywhere);
        if (person.Point is { } home)
        {
            var (row, column) = SquareOf(home);
            for (var at = 0; at < 9; at++)
            {
                found.AddRange(squares.GetValueOrDefault((row + (at / 3) - 1, column + (at % 3) - 1)) ?? []);
            }
        }

        found.Sort();
        return found;
    }

    private bool IsMetAnywhere(OfferReading offer) =>
        offer.IsGroup ? offer.Kinds.Contains(OfferKind.Online)
        : offer.Limit > reach || offer.Offer.Kinds.Contains(OfferKind.Homeshare)
            || offer.Modes.Any(mode => mode is ContactMode.Phone or ContactMode.Online);

    private (int Row, int Column) SquareOf(GeoPoint point) =>
        ((int)Math.Floor(point.Latitude / tall), (int)Math.Floor(point.Longitude / wide));

    private static bool IsFlat(GeoPoint[] points) =>
        points.All(point => Math.Abs(point.Latitude) <= LatitudeMost)
        && points.Max(point => point.Longitude) - points.Min(point => point.Longitude) <= SpreadMost;
}
