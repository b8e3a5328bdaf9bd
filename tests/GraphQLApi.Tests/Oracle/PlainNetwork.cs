namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>
/// One person's network on a day as the rows have it, and what changed between two of them, as lines of text that can be compared. Circles,
/// frequencies and support are those written down by that day, so each day has a world of its own.
/// </summary>
internal sealed class PlainNetwork
{
    private static readonly string[] Relations =
        ["partner", "child", "parent", "family", "friend", "neighbour", "acquaintance", "professional"];

    private static readonly string[] Frequencies = ["daily", "weekly", "monthly", "yearly", "less"];

    private readonly PlainRows rows;
    private readonly PlainReader reader;
    private readonly string me;
    private readonly SortedDictionary<string, Person> people = new(StringComparer.Ordinal);

    private PlainNetwork(PlainWorld world, string me, string day)
    {
        rows = new PlainRows(world.File);
        reader = new PlainReader(rows, day);
        this.me = me;
        foreach (var other in rows.Ties.Select(Other).Where(other => other != "").Distinct())
        {
            if (PersonOf(other) is { } person)
            {
                people.Add(other, person);
            }
        }
    }

    /// <summary>The network on a day as known on an evening; null if she was not on the register that day.</summary>
    public static PlainNetwork? Of(IReadOnlyCollection<PlainTold> told, string me, string day, string knownAt)
    {
        var network = new PlainNetwork(PlainWorld.Known(told, knownAt, writtenBy: day), me, day);
        return network.reader.OnRegister(me) ? network : null;
    }

    /// <summary>Everybody and everything around her, in no order of meaning.</summary>
    public List<string> Lines()
    {
        List<string> lines = [.. people.Select(pair => $"{Shown(pair.Key)} {pair.Value}")];
        foreach (var group in Groups())
        {
            var member = rows.Memberships.Where(row => row["resident"] == me && row["group"] == group
                && reader.Holds(row["since"], row["ended_on"]));
            var came = rows.Attendance.Where(row => row["resident"] == me && row["group"] == group).Select(row => row["on"]);
            lines.Add($"group {group} since {member.Min(row => row["since"])} last {Latest(came)}");
        }

        foreach (var match in Matches())
        {
            var visits = rows.Contacts.Where(row => row["with"] == $"volunteer:{match["volunteer"]}" && row["resident"] == me
                && row["match"] == match["number"]).Select(row => row["on"]);
            lines.Add($"volunteer {match["volunteer"]} since {match["since"]} last {Latest(visits)}");
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>What is different in the later of two networks.</summary>
    public static List<string> Changes(PlainNetwork? before, PlainNetwork? after)
    {
        var lines = new List<string>();
        SortedDictionary<string, Person> was = before?.people ?? [], now = after?.people ?? [];
        foreach (var (other, person) in now)
        {
            lines.AddRange(was.TryGetValue(other, out var known) ? Changes(Shown(other), known, person) : [$"APPEARED {Shown(other)}"]);
        }

        lines.AddRange(was.Keys.Except(now.Keys).Select(other => $"ENDED {Shown(other)}"));
        Compare(lines, "group", before?.Groups() ?? [], after?.Groups() ?? []);
        Compare(lines, "volunteer", before?.Matches().Select(row => row["volunteer"]) ?? [],
            after?.Matches().Select(row => row["volunteer"]) ?? []);
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static void Compare(List<string> lines, string noun, IEnumerable<string> was, IEnumerable<string> now)
    {
        lines.AddRange(now.Except(was).Select(one => $"APPEARED {noun} {one}"));
        lines.AddRange(was.Except(now).Select(one => $"ENDED {noun} {one}"));
    }

    private static IEnumerable<string> Changes(string other, Person was, Person now)
    {
        if (was.Circle != now.Circle)
        {
            yield return $"CIRCLE_CHANGED {other} {was.Circle} {now.Circle}";
        }

        if (was.Frequency != "" && now.Frequency != "" && was.Frequency != now.Frequency)
        {
            var often = Array.IndexOf(Frequencies, now.Frequency) < Array.IndexOf(Frequencies, was.Frequency);
            yield return $"{(often ? "CONTACT_MORE_OFTEN" : "CONTACT_RARER")} {other}";
        }

        foreach (var (kind, some) in new[] { ("GAINED", now.Support.Except(was.Support)), ("LOST", was.Support.Except(now.Support)) })
        {
            if (some.Any())
            {
                yield return $"SUPPORT_{kind} {other} {string.Join('+', some)}";
            }
        }
    }

    // Whoever was erased has no label any more that says anything.
    private static string Shown(string other) =>
        other.StartsWith("alter:erased", StringComparison.Ordinal) ? "erased"
        : other.StartsWith("alter:", StringComparison.Ordinal) ? other["alter:".Length..] : other;

    private List<string> Groups() => [.. rows.Groups.Select(row => row["id"]).Where(group => reader.IsMember(me, group))];

    private List<Dictionary<string, string>> Matches() =>
        [.. rows.Befriending.Where(row => row["resident"] == me && reader.Holds(row["since"], row["ended_on"]))];

    private string Other(Dictionary<string, string> row) => row["from"] == me ? row["to"] : row["to"] == me ? row["from"] : "";

    private string Latest(IEnumerable<string> days) => days.Where(on => !PlainWorld.IsAfter(on, reader.Day)).Append("").Max()!;

    private bool IsCurrent(Dictionary<string, string> row, string other) => reader.Holds(row["since"], row["ended_on"])
        && (other.StartsWith("alter:", StringComparison.Ordinal) || reader.OnRegister(other));

    private Person? PersonOf(string other)
    {
        var all = rows.Ties.Where(row => Other(row) == other).ToList();
        var current = all.Where(row => IsCurrent(row, other)).ToList();
        if (current.Count == 0)
        {
            return null;
        }

        var hers = current.Where(row => row["from"] == me).ToList();
        var first = hers.Count > 0 ? hers[0] : current[0];
        var kind = first["kind"];
        var relation = hers.Count > 0 ? kind : kind == "child" ? "parent" : kind == "parent" ? "child" : kind;
        string Often(List<Dictionary<string, string>> some) =>
            Frequencies.FirstOrDefault(word => some.Any(row => row["contact_frequency"] == word)) ?? "";
        var contacts = all.SelectMany(row => row["stated"].Split(';').Concat(rows.Contacts.Where(one =>
            one["resident"] == row["from"] && one["with"] == row["to"] && one["tie"] == row["number"]).Select(one => one["on"])));
        return new Person(
            Relations.First(word => word == relation),
            hers.Select(row => row["circle"]).Where(circle => circle != "").Append("9").Min()!.Replace("9", "", StringComparison.Ordinal),
            Often(hers) != "" ? Often(hers) : Often(current),
            Latest(contacts),
            [.. hers.SelectMany(row => row["support"].Split(';')).Where(word => word != "").Distinct().Order(StringComparer.Ordinal)],
            hers.Count > 0);
    }

    private sealed record Person(string Relation, string Circle, string Frequency, string Last, string[] Support, bool IsNamed)
    {
        public override string ToString() =>
            $"{Relation} circle {Circle} {Frequency} last {Last} for {string.Join('+', Support)} {(IsNamed ? "named" : "names her")}";
    }
}
