using Networks.Benchmarks.Areas;

namespace Networks.Benchmarks.Paths;

/// <summary>
/// The peer: breadth first from her over two plain arrays, ending at the first person who is there. It knows no days, no consent, no rank
/// and no changes, and gives one number.
/// </summary>
internal sealed class PlainPaths
{
    private const int None = -1;

    private readonly int[] first;
    private readonly int[] other;
    private readonly int[] groupOf;
    private readonly int[] volunteerOf;
    private readonly bool[] hasPlace;
    private readonly int[] stamp;
    private readonly int[] queue;
    private int search;

    public PlainPaths(GeneratedArea area)
    {
        first = new int[area.Residents + 1];
        other = new int[area.TieA.Length * 2];
        foreach (var at in area.TieA.Concat(area.TieB))
        {
            first[at + 1]++;
        }

        for (var at = 0; at < area.Residents; at++)
        {
            first[at + 1] += first[at];
        }

        int[] next = [.. first];
        for (var tie = 0; tie < area.TieA.Length; tie++)
        {
            other[next[area.TieA[tie]]++] = area.TieB[tie];
            other[next[area.TieB[tie]]++] = area.TieA[tie];
        }

        (groupOf, volunteerOf) = (new int[area.Residents], new int[area.Residents]);
        Array.Fill(groupOf, None);
        Array.Fill(volunteerOf, None);
        foreach (var row in area.Memberships)
        {
            groupOf[row.Resident] = row.Group;
        }

        foreach (var row in area.Befriending)
        {
            volunteerOf[row.Resident] = row.Volunteer;
        }

        hasPlace = [.. area.Groups.Select(group => group.Capacity > group.Members)];
        (stamp, queue) = (new int[area.Residents], new int[area.Residents]);
    }

    /// <summary>True if she has a tie, without which there is nothing to search.</summary>
    public bool HasTies(int person) => first[person] < first[person + 1];

    /// <summary>Ties to somebody in any group with a place of which she is no member; null if more than so many.</summary>
    public int? ToAnyGroup(int from, int hopsMax)
    {
        var own = groupOf[from];
        return Search(from, hopsMax, person => groupOf[person] is >= 0 and var group && group != own && hasPlace[group]);
    }

    /// <summary>Ties to somebody in one group; 0 if she is.</summary>
    public int? ToGroup(int from, int group, int hopsMax) => Search(from, hopsMax, person => groupOf[person] == group);

    /// <summary>Ties to somebody matched with one volunteer; 0 if she is.</summary>
    public int? ToVolunteer(int from, int volunteer, int hopsMax) => Search(from, hopsMax, person => volunteerOf[person] == volunteer);

    private int? Search(int from, int hopsMax, Func<int, bool> isThere)
    {
        search++;
        var (head, tail, level, levelEnd) = (0, 1, 0, 1);
        queue[0] = from;
        stamp[from] = search;
        while (head < tail)
        {
            if (head == levelEnd)
            {
                level++;
                levelEnd = tail;
            }

            var person = queue[head++];
            if (isThere(person))
            {
                return level;
            }

            for (var at = first[person]; level < hopsMax && at < first[person + 1]; at++)
            {
                if (stamp[other[at]] != search)
                {
                    stamp[other[at]] = search;
                    queue[tail++] = other[at];
                }
            }
        }

        return null;
    }
}
