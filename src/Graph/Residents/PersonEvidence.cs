using System.Collections.Immutable;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Residents;

/// <summary>What is known of one person on one day, and why a rule lists her.</summary>
internal static class PersonEvidence
{
    /// <summary>Cost: her rows and those naming her; the first time after an edge changed also the area's edges.</summary>
    public static UnconnectedEvidence Of(AreaGraph graph, ResidentNode person, RuleOnDay rule)
    {
        var current = CurrentConnections.Of(graph, person, rule.Day);
        var known = Of(graph, person, rule.Day, current);
        var counted = new PersonScan(graph, person, rule.Day, rule.Kinds, rule.TieKinds).Run();
        var criteria = Criteria(graph, person, rule, counted, known);
        var ended = EndedConnection.Latest(graph, person, rule.Day, rule.Kinds, rule.TieKinds);
        return new UnconnectedEvidence
        {
            Criteria = criteria,
            Connections = known.Connections,
            Isolation = known.Isolation.Score,
            HopsToGroup = known.HopsToGroup,
            Basis = known.Connections.Basis,
            Sentence = EvidenceSentence.Of(graph, person, rule, current, counted, known, criteria),
            Since = Since(rule, criteria, counted, ended),
        };
    }

    /// <summary>Her connections over all kinds, her isolation score and her way to a group.</summary>
    public static ResidentConnections Of(AreaGraph graph, ResidentNode person, int day, CurrentConnections current)
    {
        var all = new PersonScan(graph, person, day, KindMask.AllConnections, KindMask.AllTies).Run();
        var components = graph.Edges.Components(graph, day, KindMask.AllConnections, KindMask.AllTies);
        return new ResidentConnections(
            new Connections
            {
                Basis = all.Basis,
                AskedOn = person.AskedOn?.DayNumber <= day ? person.AskedOn : null,
                Residents = current.Residents.Count,
                Alters = current.Alters.Count,
                Groups = current.Groups.Count,
                Befriending = current.Volunteers.Count,
                LastContact = all.LatestContact == ContactDays.None ? null : DateOnly.FromDayNumber(all.LatestContact),
                ComponentSize = components.SizeAround(person.Ordinal),
            },
            new IsolationScore
            {
                NoPartner = !all.Partner,
                ChildrenLessThanMonthly = !all.ChildMonthly,
                FamilyLessThanMonthly = !all.FamilyMonthly,
                FriendsLessThanMonthly = !all.FriendMonthly,
                NoMembership = !all.Member,
                Basis = all.Basis,
            },
            graph.Edges.Reach(graph, day).From(person.Ordinal));
    }

    private static ImmutableArray<UnconnectedCriterion> Criteria(
        AreaGraph graph, ResidentNode person, RuleOnDay rule, in PersonScan counted, ResidentConnections known)
    {
        var given = rule.Rule;
        var stated = given.CountStatedFrequency && counted.StatedEveryDays <= given.NoContactSinceDays;
        var criteria = ImmutableArray.CreateBuilder<UnconnectedCriterion>();
        if (given.NoTies && !counted.Connected)
        {
            criteria.Add(UnconnectedCriterion.NoTies);
        }

        if (given.NoContactSinceDays is { } days && !stated
            && (counted.LatestContact == ContactDays.None || counted.LatestContact < rule.Day - days))
        {
            criteria.Add(UnconnectedCriterion.NoContact);
        }

        if (given.ComponentAtMost is { } size
            && graph.Edges.Components(graph, rule.Day, rule.Kinds, rule.TieKinds).SizeAround(person.Ordinal) <= size)
        {
            criteria.Add(UnconnectedCriterion.SmallComponent);
        }

        if (given.NoGroupWithinHops is { } hops && !(known.HopsToGroup <= hops))
        {
            criteria.Add(UnconnectedCriterion.NoGroupNearby);
        }

        if (known.Isolation.Score >= given.IsolationAtLeast)
        {
            criteria.Add(UnconnectedCriterion.Isolation);
        }

        return criteria.ToImmutable();
    }

    private static DateOnly? Since(
        RuleOnDay rule, ImmutableArray<UnconnectedCriterion> criteria, in PersonScan counted, EndedConnection? ended)
    {
        if (criteria is [UnconnectedCriterion.NoTies, ..])
        {
            return ended is { } end ? DateOnly.FromDayNumber(end.Day) : null;
        }

        return criteria is [UnconnectedCriterion.NoContact, ..] && counted.LatestContact != ContactDays.None
            ? DateOnly.FromDayNumber(counted.LatestContact + rule.Rule.NoContactSinceDays!.Value + 1)
            : null;
    }
}
