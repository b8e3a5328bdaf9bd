using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Residents;

/// <summary>Answers who has too little social connection: counts, one page in the order asked for, and evidence for each on it.</summary>
internal static class UnconnectedSearch
{
    /// <summary>The answer. Cost: next to nothing for a page asked for before, while nothing has changed in its wards.</summary>
    public static UnconnectedAnswer Answer(AreaGraph graph, UnconnectedQuery query, DateOnly asOf)
    {
        if (graph.Answers.Follow(graph, query, asOf) is { } known)
        {
            return known;
        }

        var answer = Find(graph, query, asOf);
        graph.Answers.Keep(graph, query, asOf, answer);
        return answer;
    }

    /// <summary>
    /// A page of a picture between which and this one nothing has changed in its wards, except perhaps how large somebody's component is
    /// and how far she is from a group.
    /// </summary>
    public static UnconnectedAnswer Followed(AreaGraph graph, UnconnectedAnswer answer, RuleOnDay rule)
    {
        var components = graph.Edges.Components(graph, rule.Day, KindMask.AllConnections, KindMask.AllTies);
        var reach = graph.Edges.Reach(graph, rule.Day);
        UnconnectedPerson[]? people = null;
        for (var at = 0; at < answer.People.Length; at++)
        {
            var known = answer.People[at];
            var ordinal = graph.Ordinals.Residents.Find(known.Resident.Value);
            if (components.SizeAround(ordinal) != known.Evidence.Connections.ComponentSize
                || reach.From(ordinal) != known.Evidence.HopsToGroup)
            {
                people ??= [.. answer.People];
                people[at] = Person(graph, graph.Resident(ordinal), known.OwnCursor, rule);
            }
        }

        return people is null ? answer : answer with { People = [.. people] };
    }

    private static UnconnectedAnswer Find(AreaGraph graph, UnconnectedQuery query, DateOnly asOf)
    {
        if (query.Rule.Fault() is { } ruleFault)
        {
            return Refused(query, asOf, ruleFault);
        }

        var rule = new RuleOnDay(query.Rule, asOf.DayNumber);
        var lists = Lists(graph, rule, query.Wards);
        var ordered = PeopleRows.Of(graph, lists, [.. query.OrderBy.Select(Row)], rule.Day);
        var window = PageWindow.Of(query.Page, ordered.Count, ordered.RowsUpTo, ordered.RowsBefore);
        if (window.Fault is { } pageFault)
        {
            return Refused(query, asOf, pageFault);
        }

        return new UnconnectedAnswer
        {
            People = [.. Enumerable.Range(window.From, window.To - window.From)
                .Select(at => Person(graph, graph.Resident(ordered[at]), ordered.OwnCursorAt(at), rule))],
            TotalCount = ordered.Count,
            NeverAskedCount = lists.Sum(list => list.List.NeverAsked),
            HasNextPage = window.HasNext,
            HasPreviousPage = window.HasPrevious,
            AsOf = asOf,
            Rule = rule.Text,
            Complete = true,
        };
    }

    /// <summary>The list of each ward asked for, by code; those not remembered are worked out side by side.</summary>
    public static (WardPart Ward, WardList List)[] Lists(AreaGraph graph, RuleOnDay rule, IReadOnlyCollection<WardCode>? wards)
    {
        WardPart[] parts = [.. WardChoice.Of(graph, wards)];
        var lists = new (WardPart, WardList)[parts.Length];
        WardWork.ForEach(parts, part => part.Remembers(graph, rule), at => lists[at] = (parts[at], parts[at].List(graph, rule)));
        return lists;
    }

    /// <summary>The people of one ward on the list, each made when asked for.</summary>
    public static IEnumerable<UnconnectedPerson> Each(AreaGraph graph, RuleOnDay rule, WardCode ward)
    {
        foreach (var ordinal in Lists(graph, rule, [ward]).SelectMany(list => list.List.People))
        {
            yield return Person(graph, graph.Resident(ordinal), null, rule);
        }
    }

    /// <summary>A person on the list, with her evidence.</summary>
    public static UnconnectedPerson Person(AreaGraph graph, ResidentNode person, string? cursor, RuleOnDay rule) =>
        Person(person, cursor, PersonEvidence.Of(graph, person, rule));

    public static UnconnectedPerson Person(ResidentNode person, string? cursor, UnconnectedEvidence evidence) => new()
    {
        Resident = person.Id,
        Ward = person.Ward,
        OwnCursor = cursor,
        Evidence = evidence,
        BirthYear = person.BirthYear,
        LivesAlone = person.LivesAlone,
        WaitingSince = person.Seeking == 0 ? null : person.WaitingSince,
        PriorityBand = person.PriorityBand,
    };

    private static RowOrder Row(UnconnectedOrder step) => new(
        step.Field switch
        {
            UnconnectedOrderField.Ward => RowField.Ward,
            UnconnectedOrderField.Id => RowField.Id,
            UnconnectedOrderField.LastContact => RowField.LastContact,
            UnconnectedOrderField.WaitingSince => RowField.WaitingSince,
            UnconnectedOrderField.PriorityBand => RowField.PriorityBand,
            UnconnectedOrderField.Connections => RowField.Connections,
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Field, "No such order."),
        },
        step.Descending);

    private static UnconnectedAnswer Refused(UnconnectedQuery query, DateOnly asOf, string fault) => new()
    {
        People = [],
        TotalCount = 0,
        NeverAskedCount = 0,
        HasNextPage = false,
        HasPreviousPage = false,
        AsOf = asOf,
        Rule = query.Rule.ToString(),
        Complete = true,
        Fault = fault,
    };
}
