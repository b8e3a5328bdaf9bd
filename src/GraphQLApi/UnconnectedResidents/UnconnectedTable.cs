using System.Globalization;
using Networks.Domain.Measures;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Stores;
using Networks.GraphQLApi.Wards;

namespace Networks.GraphQLApi.UnconnectedResidents;

/// <summary>The list as an analyst reads it in a terminal.</summary>
internal static class UnconnectedTable
{
    public static IEnumerable<string> Write(UnconnectedList list)
    {
        var answer = list.Answer;
        var known = list.KnownAt is { } evening ? $", as known in the evening of {PlainWords.Day(evening)}" : "";
        yield return $"{WardWords.Heading(list.Wards, list.IsWholeArea)}, {PlainWords.Day(answer.AsOf)}{known}. "
            + $"Listed if: {RuleWords(list.Rule.Spelled())}.";
        yield return Counts(list);
        if (!answer.People.IsEmpty)
        {
            foreach (var line in Rows(list))
            {
                yield return line;
            }
        }

        if (answer.TotalCount > 0)
        {
            yield return Next(list);
        }
    }

    private static string Counts(UnconnectedList list)
    {
        List<string> parts = [];
        if (list.AskedCount > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture,
                $"{list.AskedCount:N0} {Were(list.AskedCount)} asked about their connections"));
        }

        if (list.PartlyRecordedCount > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture,
                $"{list.PartlyRecordedCount:N0} {Were(list.PartlyRecordedCount)} not asked, but some connections are recorded"));
        }

        if (list.Answer.NeverAskedCount > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture,
                $"{list.Answer.NeverAskedCount:N0} never {Were(list.Answer.NeverAskedCount)}: we do not know, so ask first"));
        }

        var first = string.Create(CultureInfo.InvariantCulture,
            $"{list.Answer.TotalCount:N0} of {list.OnRegister:N0} people on the register.");
        return parts.Count == 0 ? first : $"{first} {string.Join("; ", parts)}.";
    }

    private static string Were(int count) => count == 1 ? "was" : "were";

    private static IEnumerable<string> Rows(UnconnectedList list)
    {
        var showsWard = list.Wards.Length != 1;
        string[] header = ["Person", .. showsWard ? ["Ward"] : Array.Empty<string>(), "Age", "Alone", "What we know", "Last contact",
            "Waiting", "Asked"];
        return TextTable.Of(header, list.Answer.People.Select(person => Cells(list, person, showsWard)));
    }

    private static string[] Cells(UnconnectedList list, UnconnectedPerson person, bool showsWard)
    {
        var known = person.Evidence.Connections;
        return
        [
            person.Resident.Value,
            .. showsWard ? [person.Ward.Value] : Array.Empty<string>(),
            list.Age(person),
            PlainWords.YesNo(person.LivesAlone),
            person.Evidence.Sentence,
            known.LastContact is { } last ? PlainWords.Day(last) : "-",
            list.WaitingDays(person) is { } days ? PlainWords.Count(days, "day") : "-",
            known.AskedOn is { } asked ? PlainWords.Day(asked) : "never",
        ];
    }

    private static string Next(UnconnectedList list)
    {
        var more = list.Answer.HasNextPage
            ? string.Create(CultureInfo.InvariantCulture,
                $"--limit {(list.Limit < Page.RowsDefault ? Page.RowsDefault : Math.Min(list.Limit * 10L, Page.RowsMax))} | ")
            : "";
        var details = list.Answer.People is [var first, ..] ? $" | details: networks resident {first.Resident}" : "";
        return $"Next: {more}--format csv{details}";
    }

    /// <summary>The rule in words; the words of C2 stand in the file formats.</summary>
    internal static string RuleWords(UnconnectedRule rule)
    {
        List<string> criteria = [];
        if (rule.NoTies)
        {
            criteria.Add("no current connection");
        }

        if (rule.NoContactSinceDays is { } days)
        {
            criteria.Add(string.Create(CultureInfo.InvariantCulture,
                $"no contact in the last {days} days{(rule.OnlyIfConnected ? "" : " (having no current connection counts)")}"));
        }

        if (rule.ComponentAtMost is { } size)
        {
            criteria.Add(size == 1
                ? "connected with no other resident"
                : string.Create(CultureInfo.InvariantCulture, $"at most {size} residents connected with each other, the person included"));
        }

        if (rule.NoGroupWithinHops is { } hops)
        {
            criteria.Add(hops == 0
                ? "in no group that runs"
                : string.Create(CultureInfo.InvariantCulture,
                    $"no member of a group that runs within {hops} {(hops == 1 ? "tie" : "ties")}"));
        }

        if (rule.IsolationAtLeast is { } score)
        {
            criteria.Add(string.Create(CultureInfo.InvariantCulture, $"ELSA index of social connection at {score} of 5 or more"));
        }

        return string.Join(rule.Combine == Combine.All ? " and " : " or ", criteria) + Limits(rule);
    }

    private static string Limits(UnconnectedRule rule)
    {
        List<string> limits = [];
        Add(limits, "counting only", rule.Counting);
        Add(limits, "ties only of kind", rule.TieKinds);
        Add(limits, "only people", rule.Basis);
        if (rule.CountStatedFrequency)
        {
            limits.Add("a stated frequency counts as contact");
        }

        if (rule.OnlyIfConnected)
        {
            limits.Add("only people with a current connection");
        }

        return limits.Count == 0 ? "" : $" [{string.Join("; ", limits)}]";
    }

    private static void Add<T>(List<string> limits, string words, System.Collections.Immutable.ImmutableArray<T>? values)
        where T : struct, Enum
    {
        if (values is { IsDefaultOrEmpty: false } given)
        {
            limits.Add($"{words} {string.Join(", ", given.Select(Vocabulary<T>.Word))}");
        }
    }
}
