using Networks.Domain.Ties;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Residents;

/// <summary>
/// Whom a resident is connected with on one day, over all kinds, each person and group once. Cost: her rows and those naming her.
/// </summary>
internal sealed class CurrentConnections
{
    private CurrentConnections()
    {
    }

    /// <summary>Other residents, and what each is to her: as she says, or else as they say, turned round.</summary>
    public Dictionary<int, TieKind> Residents { get; } = [];

    public Dictionary<int, TieKind> Alters { get; } = [];

    public HashSet<int> Groups { get; } = [];

    public HashSet<int> Volunteers { get; } = [];

    public int Count => Residents.Count + Alters.Count + Groups.Count + Volunteers.Count;

    public static CurrentConnections Of(AreaGraph graph, ResidentNode person, int day)
    {
        var found = new CurrentConnections();
        foreach (var tie in person.Ties)
        {
            if (tie.Span.Holds(day) && (tie.IsAlter || graph.IsOnRegister(tie.Other, day)))
            {
                (tie.IsAlter ? found.Alters : found.Residents).TryAdd(tie.Other, tie.Kind);
            }
        }

        foreach (var by in graph.NamersOf(person.Ordinal))
        {
            var namer = graph.Resident(by.Namer)!;
            if (namer.Register.Holds(day) && namer.Ties[by.Tie].Span.Holds(day))
            {
                found.Residents.TryAdd(by.Namer, namer.Ties[by.Tie].Kind.TurnedRound());
            }
        }

        found.Groups.UnionWith(person.Memberships
            .Where(row => row.Span.Holds(day) && graph.GroupRuns(row.Group, day)).Select(row => row.Group));
        found.Volunteers.UnionWith(person.Matches.Where(row => row.Span.Holds(day)).Select(row => row.Volunteer));
        return found;
    }
}
