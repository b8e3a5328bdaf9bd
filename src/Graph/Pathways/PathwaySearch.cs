using System.Collections.Immutable;
using Networks.Domain.Pathways;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Pathways;

/// <summary>Finds who is, or ever was, on the pathway, so that nobody else's record need be read.</summary>
internal static class PathwaySearch
{
    /// <summary>Cost: the residents of the wards, or those named.</summary>
    public static PathwayPeople Find(AreaGraph graph, PathwayQuery query)
    {
        var nodes = query.People is { } people
            ? people.Distinct().Select(graph.Node).OfType<ResidentNode>()
            : WardChoice.Of(graph, query.Wards).SelectMany(ward => ward.Residents).Select(graph.Resident);
        var found = ImmutableArray.CreateBuilder<PathwayPerson>();
        Dictionary<int, PathwayGroup> groups = [];
        foreach (var node in nodes)
        {
            if (node.WaitingSince is not null || node.Seeking != 0 || node.Matches.Length > 0)
            {
                found.Add(new PathwayPerson(node.Id, node.Ward, node.Version));
                AddGroups(graph, node, groups);
            }
        }

        return new PathwayPeople { People = found.ToImmutable(), Groups = [.. groups.Values.OrderBy(group => group.Group)] };
    }

    private static void AddGroups(AreaGraph graph, ResidentNode node, Dictionary<int, PathwayGroup> groups)
    {
        foreach (ref readonly var row in node.Memberships)
        {
            if (!groups.ContainsKey(row.Group) && graph.Group(row.Group)?.Entry is { } entry)
            {
                groups.Add(row.Group, new PathwayGroup(entry.Id, entry.Kind, entry.OpenedOn, entry.ClosedOn));
            }
        }
    }
}
