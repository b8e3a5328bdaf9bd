namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>What the rows answer to an area's questions, as lines of text that can be compared.</summary>
/// <param name="file">The rows, by the name of their file.</param>
/// <param name="asked">What is asked.</param>
/// <param name="today">The day on which whatever says no day is asked about.</param>
internal sealed class PlainAnswers(Func<string, string> file, DrawnQuestions asked, string today)
{
    private readonly PlainRows rows = new(file);
    private readonly List<string> lines = [];

    private PlainReader Reader => new(rows, asked.Day);

    private PlainReader Today => new(rows, today);

    /// <summary>True if she is on the register and there is somewhere to lead her.</summary>
    public bool HasPaths => (asked.Group != "" || asked.Volunteer != "") && Today.OnRegister(asked.Person);

    public List<string> Lines()
    {
        AreaLines();
        Person();
        return lines;
    }

    /// <summary>The answers about the area alone.</summary>
    public List<string> AreaLines()
    {
        Unconnected();
        Components();
        Wards();
        Residents();
        Waiting();
        return lines;
    }

    /// <summary>How many groups run, and how everything is spread over people.</summary>
    public List<string> Spreads()
    {
        var reader = Reader;
        var counted = new PlainRule { Counting = asked.Through, TieKinds = asked.Rule.TieKinds };
        return
        [
            $"groups: {rows.Groups.Count(group => asked.Wards.Contains(group["ward"]) && reader.Runs(group["id"]))}",
            .. new PlainSpreads(rows, reader, asked.Wards, counted).Lines(),
        ];
    }

    private void Unconnected()
    {
        var reader = Reader;
        var people = reader.Register(asked.Wards).Where(me => reader.Listed(me, asked.Rule)).ToList();
        people.Sort((left, right) => Compare(reader, left, right));
        lines.Add($"list: {people.Count} of whom never asked {people.Count(me => reader.Basis(me) == "NEVER_ASKED")}");
        var everything = new PlainRule();
        foreach (var me in people)
        {
            var connections = reader.Connections(me, everything);
            int Number(string kind) => connections.Keys.Count(key => key.StartsWith($"{kind} ", StringComparison.Ordinal));
            lines.Add($"list: {me} {string.Join('+', reader.Criteria(me, asked.Rule))} isolation "
                + $"{reader.Isolation(me).Count(point => point)} hops {reader.Hops(me)} {reader.Basis(me)} residents {Number("TIE")} "
                + $"alters {Number("ALTER")} groups {Number("MEMBERSHIP")} befriending {Number("BEFRIENDING")} "
                + $"last {reader.LastContact(connections)} of {reader.Component(me, everything).Count}");
        }
    }

    private void Components()
    {
        var sizes = new PlainLists(rows, Reader, today).Components(asked.Wards, asked.Through);
        var counted = sizes.GroupBy(size => size).Select(size => $"{size.Key}x{size.Count()}");
        lines.Add($"components: {sizes.Count} largest {sizes.LastOrDefault()} isolates {sizes.Count(size => size == 1)}: "
            + string.Join(' ', counted));
    }

    private void Wards()
    {
        var reader = Reader;
        foreach (var ward in asked.Wards)
        {
            var people = reader.Register([ward]);
            var waiting = new PlainLists(rows, reader, today).Waiting([ward], asked.Seeking, paused: false);
            lines.Add($"ward: {ward} residents {people.Count} never asked {people.Count(me => reader.Basis(me) == "NEVER_ASKED")} "
                + $"waiting {waiting.Count} unconnected {people.Count(me => reader.Listed(me, asked.Rule))}");
        }
    }

    private void Residents()
    {
        var reader = Today;
        var lists = new PlainLists(rows, reader, today);
        var found = reader.Register(asked.Wards).Where(me =>
        {
            var row = reader.Resident(me);
            return (asked.Alone == "" || row["lives_alone"] == (asked.Alone == "true" ? "yes" : "no"))
                && (asked.Bands == null || asked.Bands.Contains(row["priority_band"]))
                && (asked.Seeking == null || row["seeking"].Split(';').Any(asked.Seeking.Contains))
                && (asked.WaitingAtLeast == null
                    || (!lists.Paused(me) && lists.Open(me).Count > 0 && lists.Days(me) >= asked.WaitingAtLeast))
                && (asked.Isolation == null || reader.Isolation(me).Count(point => point) >= asked.Isolation);
        }).ToList();
        lines.Add($"residents: {found.Count}: {string.Join(' ', found)}");
    }

    private void Waiting()
    {
        var reader = Today;
        var lists = new PlainLists(rows, reader, today);
        var found = lists.Waiting(asked.Wards, asked.Seeking, asked.Paused);
        lines.Add($"waiting: {found.Count}");
        foreach (var me in found)
        {
            lines.Add($"waiting: {me} {string.Join('+', lists.Open(me).Select(DrawnQuestions.Name).Order(StringComparer.Ordinal))} "
                + $"since {lists.Since(me)} days {lists.Days(me)} band {reader.Resident(me)["priority_band"]} declined 0");
        }
    }

    private void Person()
    {
        var reader = Reader;
        lines.Add(!reader.OnRegister(asked.Person)
            ? "isolation: nothing"
            : $"isolation: {string.Join(' ', reader.Isolation(asked.Person))} {reader.Basis(asked.Person)}");
        lines.AddRange(PlainTies.Lines(rows, Today, asked.Person, current: true));
        lines.AddRange(PlainTies.Lines(rows, Today, asked.Person, current: false));
        if (HasPaths)
        {
            foreach (var path in new PlainLists(rows, Today, today)
                .Paths(asked.Person, asked.Group, asked.Volunteer, asked.HopsMax).Take(5))
            {
                lines.Add($"path: {path.Count}: {string.Join(' ', path)}");
            }
        }
    }

    // C7: as asked, nulls last in both directions, and every order ends on the reference.
    private int Compare(PlainReader reader, string left, string right)
    {
        foreach (var (field, descending) in asked.Order.Count == 0 ? [("WARD", false)] : asked.Order)
        {
            string one = Key(reader, field, left), other = Key(reader, field, right);
            var compared = one == "" || other == ""
                ? (one == "").CompareTo(other == "")
                : PlainReader.CompareBytes(one, other) * (descending ? -1 : 1);
            if (compared != 0)
            {
                return compared;
            }
        }

        return PlainReader.CompareBytes(left, right);
    }

    private static string Key(PlainReader reader, string field, string me)
    {
        var row = reader.Resident(me);
        return field switch
        {
            "WARD" => row["ward"],
            "ID" => me,
            "LAST_CONTACT" => reader.LastContact(reader.Connections(me, new PlainRule())),
            "WAITING_SINCE" => row["seeking"] == "" ? "" : row["waiting_since"] != "" ? row["waiting_since"] : row["referred_on"],
            "PRIORITY_BAND" => row["priority_band"],
            _ => $"{reader.Connections(me, new PlainRule()).Count:000}",
        };
    }
}
