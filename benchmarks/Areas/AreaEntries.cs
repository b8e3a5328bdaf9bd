using Networks.Domain.Matches;
using Networks.Domain.Ties;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Benchmarks.Areas;

/// <summary>
/// A generated area as entries of the live graph, without import or storage. Every tie is named by its lower end, holds since ever and
/// had its last contact on its day. Nobody ever ended anything.
/// </summary>
/// <param name="area">The area.</param>
/// <param name="introductions">True = everybody has agreed to introduce others, as paths ask for; peers ask nobody.</param>
internal sealed class AreaEntries(GeneratedArea area, bool introductions = false)
{
    private readonly int[] firstTie = First(area.Residents, area.TieA);
    private readonly Dictionary<int, int> membershipOf = Index(area.Memberships.Select(row => row.Resident));
    private readonly Dictionary<int, int> matchOf = Index(area.Befriending.Select(row => row.Resident));
    private readonly ILookup<int, (int Resident, int Group, int Age)> members = area.Memberships.ToLookup(row => row.Group);
    private readonly ILookup<int, int> groupsOf = Enumerable.Range(0, area.Groups.Length).ToLookup(at => area.Groups[at].Ward);
    private readonly ILookup<int, int> volunteersOf = Enumerable.Range(0, area.Volunteers.Length).ToLookup(at => area.Volunteers[at].Ward);

    private readonly ILookup<int, (int Resident, int Volunteer, int StartedAge, int VisitAge)> matched =
        area.Befriending.ToLookup(row => row.Volunteer);

    /// <summary>The graph of the whole area, ward after ward.</summary>
    public AreaGraph Graph()
    {
        var graph = AreaGraph.Empty();
        foreach (var (ward, entries) in Wards())
        {
            graph = graph.Replace(graph.Pack(ward, entries));
        }

        return graph;
    }

    /// <summary>Each ward with what it holds, made when asked for.</summary>
    public IEnumerable<(WardCode Ward, WardEntries Entries)> Wards() => Enumerable.Range(0, area.Wards).Select(ward => (
        AreaNames.Ward(ward),
        new WardEntries(
            [.. Enumerable.Range(area.WardStart[ward], area.WardStart[ward + 1] - area.WardStart[ward]).Select(at => Resident(at))],
            [.. volunteersOf[ward].Select(Volunteer)],
            [.. groupsOf[ward].Select(Group)])));

    /// <summary>One resident's entry, with every tie she is the lower end of.</summary>
    public ResidentEntry Resident(int at, int version = 1) => new()
    {
        Id = AreaNames.Resident(at),
        Version = version,
        Ward = AreaNames.Ward(area.Ward[at]),
        BirthYear = area.BirthYear[at],
        Home = AreaNames.Point(area.HouseholdX[area.Household[at]], area.HouseholdY[area.Household[at]]),
        Ties = [.. Enumerable.Range(firstTie[at], firstTie[at + 1] - firstTie[at]).Select(Tie)],
        Memberships = membershipOf.TryGetValue(at, out var membership)
            ? [new MembershipEntry(AreaNames.Group(area.Memberships[membership].Group), Day(area.Memberships[membership].Age), null, [])]
            : [],
        Matches = matchOf.TryGetValue(at, out var match) ? [Match(area.Befriending[match])] : [],
        Introductions = introductions ? [new ConsentSpan(null, null)] : [],
    };

    private static DateOnly Day(int age) => GeneratedArea.Day(age);

    private static MatchEntry Match((int Resident, int Volunteer, int StartedAge, int VisitAge) row) => new(
        AreaNames.Volunteer(row.Volunteer), OfferKind.Befriending, Day(row.StartedAge), null, Day(row.VisitAge), []);

    private TieEntry Tie(int at) =>
        new(AreaNames.Resident(area.TieB[at]), null, TieKind.Friend, null, null, null, Day(area.TieAge[at]), []);

    private GroupEntry Group(int at)
    {
        var group = area.Groups[at];
        return new GroupEntry
        {
            Id = AreaNames.Group(at),
            Version = 1,
            Ward = AreaNames.Ward(group.Ward),
            Kind = OfferKind.Activity,
            Place = AreaNames.Point(group.X, group.Y),
            Interests = [AreaNames.Interest(group.Interest)],
            Places = new Places
            {
                Capacity = group.Capacity,
                Taken = [.. members[at].Select(row => new TakenPlace(AreaNames.Resident(row.Resident), Day(row.Age), null, null))],
            },
        };
    }

    private VolunteerEntry Volunteer(int at)
    {
        var volunteer = area.Volunteers[at];
        return new VolunteerEntry
        {
            Id = AreaNames.Volunteer(at),
            Version = 1,
            Ward = AreaNames.Ward(volunteer.Ward),
            Kinds = [OfferKind.Befriending],
            Home = AreaNames.Point(volunteer.X, volunteer.Y),
            Places = new Places
            {
                Capacity = volunteer.Capacity,
                Taken = [.. matched[at].Select(row => new TakenPlace(AreaNames.Resident(row.Resident), Day(row.StartedAge), null, null))],
            },
        };
    }

    private static Dictionary<int, int> Index(IEnumerable<int> keys) => keys.Index().ToDictionary(pair => pair.Item, pair => pair.Index);

    // Where the rows of each resident begin in a list ordered by resident; one more at the end.
    private static int[] First(int residents, int[] ordered)
    {
        var first = new int[residents + 1];
        for (int at = 0, row = 0; at <= residents; at++)
        {
            while (row < ordered.Length && ordered[row] < at)
            {
                row++;
            }

            first[at] = row;
        }

        return first;
    }
}
