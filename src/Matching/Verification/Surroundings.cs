using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Problems;

namespace Networks.Matching.Verification;

/// <summary>
/// Which offers the checker has to rule on for a person: those that are met in person, from the squares of maps around her home, and
/// those met by telephone or online only for whoever can be. Volunteers stand on a map for how far they go, groups on one of which
/// whoever goes further reads more squares. They are the checker's own maps, flat, and share nothing with the solver's.
/// </summary>
internal sealed class Surroundings
{
    private const double MetresADegreeAtLeast = 110_000;
    private const double LatitudeMost = 80;
    private const double SpreadMost = 170;
    private const int ReachMost = 100_000;
    private const int CoarserBy = 4;
    private const int RingsMost = 12;

    private readonly int offers;
    private readonly bool isFlat;
    private readonly List<Map> volunteers = [];
    private readonly List<int> farVolunteers = [];
    private readonly List<int> remoteVolunteers = [];
    private readonly List<int> homes = [];
    private readonly Map? groupMap;
    private readonly List<int> groups = [];
    private readonly List<int> onlineGroups = [];

    public Surroundings(PersonReading[] people, OfferReading[] read)
    {
        offers = read.Length;
        int[] limits = [.. people.Select(person => person.Limit).Concat(read.Select(offer => offer.Limit)).Order()];
        GeoPoint[] points =
            [.. people.Select(person => person.Point).Concat(read.Select(offer => offer.Point)).OfType<GeoPoint>()];
        isFlat = points.Length > 0 && IsFlat(points);
        if (!isFlat)
        {
            return;
        }

        // Squares for nine in ten; whoever goes further does not make every square large.
        var highest = points.Max(point => Math.Abs(point.Latitude));
        for (long reach = Math.Clamp(limits[limits.Length * 9 / 10], 1, ReachMost); reach <= ReachMost; reach *= CoarserBy)
        {
            volunteers.Add(new Map((int)reach, highest));
        }

        groupMap = new Map(volunteers[0].Reach, highest);
        for (var at = 0; at < read.Length; at++)
        {
            Place(at, read[at]);
        }
    }

    /// <summary>The offers that may be for a person who seeks one to one or a group, in their order.</summary>
    public IEnumerable<int> Of(PersonReading person, WishClass wishClass)
    {
        if (!isFlat)
        {
            return Enumerable.Range(0, offers);
        }

        var found = new List<int>();
        if (wishClass == WishClass.Group)
        {
            FindGroups(person, found);
        }
        else
        {
            FindVolunteers(person, found);
        }

        found.Sort();
        var kept = 0;
        for (var at = 0; at < found.Count; at++)
        {
            // Whoever can be rung and visited, or shares a home as well, was found twice.
            if (kept == 0 || found[at] != found[kept - 1])
            {
                found[kept++] = found[at];
            }
        }

        found.RemoveRange(kept, found.Count - kept);
        return found;
    }

    private void FindGroups(PersonReading person, List<int> found)
    {
        var rings = 1 + person.Limit / (groupMap!.Reach + 1);
        found.AddRange(rings > RingsMost ? groups : onlineGroups);
        if (rings <= RingsMost && person.Point is { } home)
        {
            groupMap.Find(home, rings, found);
        }
    }

    private void FindVolunteers(PersonReading person, List<int> found)
    {
        found.AddRange(farVolunteers);
        if (person.Modes.Any(IsRemote))
        {
            found.AddRange(remoteVolunteers);
        }

        // A home is moved to once, so its host's way is no limit.
        if (person.Person.Seeking.Contains(OfferKind.Homeshare))
        {
            found.AddRange(homes);
        }

        if (person.Point is { } home)
        {
            volunteers.ForEach(map => map.Find(home, 1, found));
        }
    }

    // Nobody comes further to a volunteer than the volunteer goes, but to share a home.
    private void Place(int at, OfferReading offer)
    {
        if (offer.IsGroup)
        {
            groups.Add(at);
            if (offer.Kinds.Contains(OfferKind.Online))
            {
                onlineGroups.Add(at);
            }
            else if (offer.Point is { } where)
            {
                groupMap!.Add(where, at);
            }

            return;
        }

        if (offer.Modes.Any(IsRemote))
        {
            remoteVolunteers.Add(at);
        }

        if (offer.Offer.Kinds.Contains(OfferKind.Homeshare))
        {
            homes.Add(at);
        }

        if (volunteers.Find(map => offer.Limit <= map.Reach) is not { } own)
        {
            farVolunteers.Add(at);
        }
        else if (offer.Point is { } point)
        {
            own.Add(point, at);
        }
    }

    private static bool IsRemote(ContactMode mode) => mode is ContactMode.Phone or ContactMode.Online;

    private static bool IsFlat(GeoPoint[] points) =>
        points.All(point => Math.Abs(point.Latitude) <= LatitudeMost)
        && points.Max(point => point.Longitude) - points.Min(point => point.Longitude) <= SpreadMost;

    // Two points no further apart than the reach lie in the same square or in squares that touch.
    private sealed class Map(int reach, double latitudeHighest)
    {
        private readonly double tall = (reach + 1) / MetresADegreeAtLeast;
        private readonly double wide = (reach + 1) / MetresADegreeAtLeast / Math.Cos(latitudeHighest * Math.PI / 180);
        private readonly Dictionary<(int Row, int Column), List<int>> squares = [];

        public int Reach => reach;

        public void Add(GeoPoint point, int at)
        {
            squares.TryAdd(SquareOf(point), []);
            squares[SquareOf(point)].Add(at);
        }

        public void Find(GeoPoint point, int rings, List<int> found)
        {
            var (row, column) = SquareOf(point);
            for (var down = -rings; squares.Count > 0 && down <= rings; down++)
            {
                for (var right = -rings; right <= rings; right++)
                {
                    found.AddRange(squares.GetValueOrDefault((row + down, column + right)) ?? []);
                }
            }
        }

        private (int Row, int Column) SquareOf(GeoPoint point) =>
            ((int)Math.Floor(point.Latitude / tall), (int)Math.Floor(point.Longitude / wide));
    }
}
