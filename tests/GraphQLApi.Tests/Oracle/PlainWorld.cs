using System.Globalization;

namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>
/// The rows that a series of things written down amounts to, as the cells of the files. Whoever wants to know what was known on an evening
/// makes a world of its own out of what was written down by then: nothing in here remembers what a row said before.
/// </summary>
internal sealed class PlainWorld
{
    private static readonly Dictionary<string, string> Columns = new(DrawnArea.Headers)
    {
        ["ties.csv"] = "number,from,to,kind,circle,contact_frequency,support,last_contact,stated,since,ended_on",
        ["contacts.csv"] = "resident,tie,match,with,on",
        ["befriending.csv"] = "number,volunteer,resident,since,ended_on,last_contact",
    };

    private readonly Dictionary<string, List<Dictionary<string, string>>> files =
        Columns.Keys.ToDictionary(file => file, _ => new List<Dictionary<string, string>>());

    public List<Dictionary<string, string>> Residents => files["residents.csv"];

    public List<Dictionary<string, string>> Ties => files["ties.csv"];

    public List<Dictionary<string, string>> Groups => files["groups.csv"];

    public List<Dictionary<string, string>> Memberships => files["memberships.csv"];

    public List<Dictionary<string, string>> Volunteers => files["volunteers.csv"];

    public List<Dictionary<string, string>> Befriending => files["befriending.csv"];

    /// <summary>
    /// What the things written down by an evening amount to. Whoever was erased by now is gone from every evening. In a network, what is
    /// said of somebody without a day of its own is what was written by the day asked about, or on the first day.
    /// </summary>
    public static PlainWorld Known(IReadOnlyCollection<PlainTold> told, string knownAt, string writtenBy = "9999-12-31")
    {
        var world = new PlainWorld();
        foreach (var one in told.Where(one => one.What != "erase" && !IsAfter(one.On, knownAt)))
        {
            var isLate = one.What == "retell" && !one.Said.ContainsKey("last_contact") && !one.Said.ContainsKey("ended_on")
                && IsAfter(one.On, writtenBy) && world.Tie(one)["told"] != one.On;
            if (!isLate)
            {
                world.Take(one);
            }
        }

        foreach (var erased in told.Where(one => one.What == "erase"))
        {
            world.Take(erased);
        }

        return world;
    }

    public static bool IsAfter(string day, string other) => string.CompareOrdinal(day, other) > 0;

    /// <summary>One file as text, header and all.</summary>
    public string File(string file) => Columns[file] + "\n" + string.Concat(files[file].Select(row =>
        string.Join(',', Columns[file].Split(',').Select(column => row.GetValueOrDefault(column, ""))) + "\n"));

    public Dictionary<string, string> Resident(string id) => Residents.First(row => row["id"] == id);

    public Dictionary<string, string> Group(string id) => Groups.First(row => row["id"] == id);

    public void Take(PlainTold told)
    {
        var row = new Dictionary<string, string>(told.Said);
        switch (told.What)
        {
            case "register":
                row["id"] = told.Who;
                row["registered_on"] = told["registered_on"] == "" ? told.On : told["registered_on"];
                Residents.Add(row);
                break;
            case "group":
                row["id"] = told.Who;
                Groups.Add(row);
                break;
            case "volunteer":
                row["id"] = told.Who;
                Volunteers.Add(row);
                break;
            case "update":
                Over(Resident(told.Who), told);
                break;
            case "regroup":
                Over(Group(told.Who), told);
                break;
            case "asked":
                var asked = Resident(told.Who).GetValueOrDefault("connections_asked_on", "");
                Resident(told.Who)["connections_asked_on"] = IsAfter(told["on"], asked) ? told["on"] : asked;
                break;
            case "leave":
                Leave(told.Who, told["on"]);
                break;
            case "erase":
                Forget(told.Who, told.On);
                break;
            default:
                TakeEdge(told, row);
                break;
        }
    }

    private void TakeEdge(PlainTold told, Dictionary<string, string> row)
    {
        switch (told.What)
        {
            case "tie":
                row["from"] = told.Who;
                row["number"] = Number(Ties.Count(one => one["from"] == told.Who) + 1);
                row["told"] = row["stated_on"] = told.On;
                row["stated"] = told["last_contact"];
                Ties.Add(row);
                break;
            case "end-tie":
                Tie(told)["ended_on"] = told["on"];
                break;
            case "retell":
                Retell(Tie(told), told);
                break;
            case "contact":
                row["resident"] = told.Who;
                row["with"] = Tie(told)["to"];
                files["contacts.csv"].Add(row);
                break;
            case "visit":
                row["resident"] = told.Who;
                row["with"] = $"volunteer:{Match(told)["volunteer"]}";
                files["contacts.csv"].Add(row);
                break;
            case "join":
                row["resident"] = told.Who;
                row["since"] = told["since"] == "" ? told.On : told["since"];
                Memberships.Add(row);
                break;
            case "leave-group":
                Membership(told.Who, told["group"], told.On)!["ended_on"] = told["on"];
                break;
            case "attend":
                row["resident"] = told.Who;
                files["attendance.csv"].Add(row);
                break;
            case "match":
                row["resident"] = told.Who;
                row["number"] = Number(Befriending.Count(one => one["resident"] == told.Who) + 1);
                Befriending.Add(row);
                break;
            case "end-match":
                Match(told)["ended_on"] = told["on"];
                break;
            default:
                throw new InvalidOperationException($"Nobody reads '{told.What}'.");
        }
    }

    public Dictionary<string, string> Tie(PlainTold told) => Ties.First(row => row["from"] == told.Who && row["number"] == told["tie"]);

    /// <summary>The membership that holds, or is agreed for a later day.</summary>
    public Dictionary<string, string>? Membership(string who, string group, string today) => Memberships.FirstOrDefault(row =>
        row["resident"] == who && row["group"] == group && Lasts(row, today));

    /// <summary>True if a row has no end, or one after a day.</summary>
    public static bool Lasts(Dictionary<string, string> row, string day) => Until(row) == "" || IsAfter(Until(row), day);

    public static string Until(Dictionary<string, string> row) => row.GetValueOrDefault("ended_on", "");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Over(Dictionary<string, string> row, PlainTold told)
    {
        foreach (var (column, value) in told.Said.Where(pair => pair.Key != "tie"))
        {
            row[column] = value;
        }
    }

    // Every last contact that was stated on an evening is kept beside the one that is stated now.
    private static void Retell(Dictionary<string, string> row, PlainTold told)
    {
        Over(row, told);
        if (told.Said.ContainsKey("last_contact"))
        {
            var stated = row["stated"].Split(';').ToList();
            stated = row["stated_on"] == told.On ? stated[..^1] : stated;
            row["stated"] = string.Join(';', stated.Append(told["last_contact"]));
            row["stated_on"] = told.On;
        }
    }

    private Dictionary<string, string> Match(PlainTold told) =>
        Befriending.First(row => row["resident"] == told.Who && row["number"] == told["match"]);

    // C1: leaving ends what she names, is a member of and is matched with; what had not begun never holds.
    private void Leave(string who, string on)
    {
        Resident(who)["left_on"] = on;
        var hers = Ties.Where(row => row["from"] == who).Concat(Memberships.Where(row => row["resident"] == who))
            .Concat(Befriending.Where(row => row["resident"] == who));
        foreach (var row in hers.Where(row => Lasts(row, on)))
        {
            row["ended_on"] = IsAfter(row["since"], on) ? row["since"] : on;
        }
    }

    // Everything of hers is gone; a tie to her is one to somebody outside the register that ended on that day.
    private void Forget(string who, string on)
    {
        Residents.RemoveAll(row => row["id"] == who);
        Ties.RemoveAll(row => row["from"] == who);
        foreach (var file in (string[])["contacts.csv", "memberships.csv", "attendance.csv", "befriending.csv"])
        {
            files[file].RemoveAll(row => row["resident"] == who);
        }

        foreach (var row in Ties.Where(row => row["to"] == who))
        {
            row["to"] = $"alter:erased {who}";
            row["ended_on"] = !Lasts(row, on) ? Until(row) : IsAfter(row["since"], on) ? row["since"] : on;
        }

        foreach (var row in files["contacts.csv"].Where(row => row["with"] == who))
        {
            row["with"] = $"alter:erased {who}";
        }
    }
}
