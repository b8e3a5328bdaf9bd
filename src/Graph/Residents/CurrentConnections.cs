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
        foreach (ref readonly var tie in person.Ties)
        {
            if (tie.Holds(day) && (tie.IsAlter || graph.IsOnRegister(tie.Other, day)))
            {
                (tie.IsAlter ? found.Alters : found.Residents).TryAdd(tie.Other, tie.Kind);
            }
        }

        foreach (var by in graph.NamersOf(person.Ordinal))
        {
            if (by.Node.Register.Holds(day) && by.Row.Holds(day))
            {
                found.Residents.TryAdd(by.Namer, by.Row.Kind.TurnedRound());
            }
        }

        foreach (ref readonly var row in person.Memberships)
        {
            if (row.Span.Holds(day) && graph.GroupRuns(row.Group, day))
            {
                found.Groups.Add(row.Group);
            }
        }

        foreach (ref readonly var row in person.Matches)
        {
            if (row.Span.Holds(day))
            {
                found.Volunteers.Add(row.Volunteer);
            }
        }

        return found;
    }
}
