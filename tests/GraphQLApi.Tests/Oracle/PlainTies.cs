namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>A person's ties from her end, read off the rows, as lines of text that can be compared.</summary>
internal static class PlainTies
{
    public static List<string> Lines(PlainRows rows, PlainReader today, string me, bool current)
    {
        var when = current ? "now" : "ever";
        var lines = new List<string>();
        var namers = new List<string>();
        var labels = new List<string>();
        var contacts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows.Ties)
        {
            var hers = row["from"] == me;
            if (hers && IsAlter(row) && !labels.Contains(row["to"]))
            {
                labels.Add(row["to"]);
            }

            var other = hers ? row["to"] : row["from"];
            if ((!hers && row["to"] != me) || (current && !HoldsNow(today, row, me, other)))
            {
                continue;
            }

            if (!hers)
            {
                namers.Add(other);
            }

            if (!IsAlter(row))
            {
                var pair = $"{(hers ? "to" : "from")} {other}";
                contacts[pair] = rows.Contacts.Where(one => one["resident"] == row["from"] && one["with"] == row["to"])
                    .Select(one => one["on"]).Append(row["last_contact"]).Append(contacts.GetValueOrDefault(pair, "")).Max()!;
            }

            var kind = hers ? row["kind"] : row["kind"] == "child" ? "parent" : row["kind"] == "parent" ? "child" : row["kind"];
            lines.Add($"ties {when}: {(IsAlter(row) ? $"alter {labels.IndexOf(row["to"]) + 1}" : other)} "
                + $"{(hers ? "named" : "names her")} {DrawnQuestions.Name(kind)} {DrawnQuestions.Name(row["contact_frequency"])} "
                + $"from {row["since"]} until {Until(today.Resident(row["from"])["left_on"], row)}");
        }

        namers.Sort(PlainReader.CompareBytes);
        lines.Sort(StringComparer.Ordinal);
        return [$"ties {when}: {lines.Count} named by {string.Join(' ', namers)}", .. lines,
            current ? "" : $"ties {when}: {string.Join(", ", contacts.Select(pair => $"{pair.Key} {pair.Value}"))}"];
    }

    // C1: leaving ends the ties she names, but none before it began.
    private static string Until(string left, Dictionary<string, string> row) =>
        left == "" || (row["ended_on"] != "" && string.CompareOrdinal(row["ended_on"], left) <= 0) ? row["ended_on"]
        : string.CompareOrdinal(row["since"], left) > 0 ? row["since"] : left;

    private static bool IsAlter(Dictionary<string, string> row) => row["to"].StartsWith("alter:", StringComparison.Ordinal);

    private static bool HoldsNow(PlainReader today, Dictionary<string, string> row, string me, string other) =>
        today.Holds(row["since"], row["ended_on"]) && today.OnRegister(me) && (IsAlter(row) || today.OnRegister(other));
}
