using System.Globalization;
using Networks.Domain.Ties;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Residents;

/// <summary>
/// One plain sentence of what is recorded about a person's social connections. It says what is known and what is not; it never says
/// what a person is.
/// </summary>
internal static class EvidenceSentence
{
    public static string Of(
        AreaGraph graph,
        ResidentNode person,
        RuleOnDay rule,
        CurrentConnections current,
        in PersonScan counted,
        ResidentConnections known,
        IReadOnlyCollection<UnconnectedCriterion> criteria)
    {
        List<string> parts = [];
        if (current.Count > 0)
        {
            parts.Add(Summary(current));
            parts.Add(criteria.Contains(UnconnectedCriterion.NoTies) ? "none of the kinds counted here" : "");
            parts.Add(criteria.Contains(UnconnectedCriterion.NoContact) && counted.Connected ? Silence(graph, person, rule, counted) : "");
        }
        else if (known.Connections.Basis == EvidenceBasis.NeverAsked)
        {
            return "nothing recorded";
        }
        else
        {
            parts.Add("no current connection");
            parts.Add(EndedConnection.Latest(graph, person, rule.Day, KindMask.AllConnections, KindMask.AllTies) is { } ended
                ? $"{ended.Words} {Date(ended.Day, rule.Day)}"
                : "");
        }

        if (criteria.Contains(UnconnectedCriterion.SmallComponent) && known.Connections.ComponentSize is > 1 and var size)
        {
            parts.Add($"with {Count(size - 1, "other resident", "other residents")} in one circle");
        }

        if (criteria.Contains(UnconnectedCriterion.NoGroupNearby))
        {
            parts.Add(rule.Rule.NoGroupWithinHops is > 0 and var hops ? $"no group member within {Count(hops, "tie", "ties")}"
                : "in no group that runs");
        }

        return string.Join("; ", parts.Where(part => part != ""));
    }

    /// <summary>Of somebody whose befriending ended: when, and what is left.</summary>
    public static string OfEndedBefriending(CurrentConnections current, int ended, int day) =>
        $"befriending ended {Date(ended, day)}; {(current.Count > 0 ? Summary(current) : "no current connection")}";

    private static string Summary(CurrentConnections current)
    {
        var byKind = current.Residents.Values.Concat(current.Alters.Values).CountBy(kind => kind).OrderBy(pair => pair.Key);
        var people = byKind.Select(pair => Count(pair.Value, EndedConnection.Word(pair.Key), Plural(pair.Key)));
        string[] others =
        [
            current.Groups.Count > 0 ? Count(current.Groups.Count, "group", "groups") : "",
            current.Volunteers.Count > 0 ? Count(current.Volunteers.Count, "volunteer", "volunteers") : "",
        ];
        return string.Join(", ", people.Concat(others).Where(part => part != ""));
    }

    private static string Silence(AreaGraph graph, ResidentNode person, RuleOnDay rule, in PersonScan counted)
    {
        if (counted.LatestContact != ContactDays.None)
        {
            return $"no contact for {Count(rule.Day - counted.LatestContact, "day", "days")}";
        }

        var stated = Stated(graph, person, rule.Day);
        return stated switch
        {
            null => "no contact recorded",
            ContactFrequency.Less => "usually less than yearly, no date recorded",
            { } frequency => $"usually {frequency.ToString().ToLowerInvariant()}, no date recorded",
        };
    }

    // The most frequent contact that either end of a current tie states.
    private static ContactFrequency? Stated(AreaGraph graph, ResidentNode person, int day)
    {
        ContactFrequency? stated = null;
        foreach (ref readonly var tie in person.Ties)
        {
            if (tie.Holds(day) && (tie.IsAlter || graph.IsOnRegister(tie.Other, day)))
            {
                stated = MoreOften(stated, tie.Frequency);
            }
        }

        foreach (var by in graph.NamersOf(person.Ordinal))
        {
            if (by.Row.Holds(day) && by.Node.Register.Holds(day))
            {
                stated = MoreOften(stated, by.Row.Frequency);
            }
        }

        return stated;
    }

    private static ContactFrequency? MoreOften(ContactFrequency? known, ContactFrequency? found) =>
        known is null || found < known ? found ?? known : known;

    private static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static string Plural(TieKind kind) =>
        kind == TieKind.Child ? "children" : EndedConnection.Word(kind) + "s";

    private static string Date(int number, int today)
    {
        var date = DateOnly.FromDayNumber(number);
        return date.ToString(date.Year == DateOnly.FromDayNumber(today).Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);
    }
}
