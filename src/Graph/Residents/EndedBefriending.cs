using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Residents;

/// <summary>
/// Whose befriending has ended in the last days and who has no other: an ended one asks for somebody to look after her, until she is
/// matched again or the days are over. Cost: the matches of the area, past and present.
/// </summary>
internal static class EndedBefriending
{
    /// <summary>By ward code, then reference.</summary>
    public static ImmutableArray<ResidentId> All(
        AreaGraph graph, int days, IReadOnlyCollection<WardCode>? wards, DateOnly asOf)
    {
        var day = asOf.DayNumber;
        var asked = wards?.ToHashSet();
        HashSet<int> seen = [];
        List<(WardCode Ward, int Ordinal)> found = [];
        for (var volunteer = 0; volunteer < graph.Ordinals.Volunteers.Count; volunteer++)
        {
            foreach (var person in graph.MatchedWith(volunteer))
            {
                if (seen.Add(person) && graph.Resident(person) is { IsHeld: true } node && EndedOn(node, day, days) is not null
                    && asked?.Contains(node.Ward) != false)
                {
                    found.Add((node.Ward, person));
                }
            }
        }

        found.Sort((left, right) => left.Ward.CompareTo(right.Ward) is not 0 and var byWard ? byWard
            : graph.Ordinals.Residents.Compare(left.Ordinal, right.Ordinal));
        return [.. found.Select(person => graph.Resident(person.Ordinal).Id)];
    }

    /// <summary>Those of <paramref name="people"/> of whom it holds, in the order given, each with the evidence.</summary>
    public static ImmutableArray<UnconnectedPerson> Some(AreaGraph graph, int days, IEnumerable<ResidentId> people, DateOnly asOf) =>
    [
        .. from id in people
           let node = graph.Node(id)
           where node is not null
           let ended = EndedOn(node.Value, asOf.DayNumber, days)
           where ended is not null
           select UnconnectedSearch.Person(node.Value, null, Evidence(graph, node.Value, ended.Value, asOf.DayNumber)),
    ];

    // The day on which the last one ended; null if one goes on, if none ended within the days, or if she is not on the register.
    private static int? EndedOn(ResidentNode person, int day, int days)
    {
        if (!person.Register.Holds(day))
        {
            return null;
        }

        int? latest = null;
        foreach (ref readonly var match in person.Matches)
        {
            if (match.Span.Holds(day))
            {
                return null;
            }

            latest = match.From <= day && match.Until <= day && !(latest >= match.Until) ? match.Until : latest;
        }

        return latest >= day - days ? latest : null;
    }

    private static UnconnectedEvidence Evidence(AreaGraph graph, ResidentNode person, int ended, int day)
    {
        var current = CurrentConnections.Of(graph, person, day);
        var known = PersonEvidence.Of(graph, person, day, current);
        return new UnconnectedEvidence
        {
            Criteria = [UnconnectedCriterion.BefriendingEnded],
            Connections = known.Connections,
            Isolation = known.Isolation.Score,
            HopsToGroup = known.HopsToGroup,
            Basis = known.Connections.Basis,
            Sentence = EvidenceSentence.OfEndedBefriending(current, ended, day),
            Since = DateOnly.FromDayNumber(ended),
        };
    }
}
