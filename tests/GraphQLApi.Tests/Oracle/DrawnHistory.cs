using System.Globalization;

namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>
/// A few days of work in a small area drawn from a seed: what people wrote down on each, of that day, of days before and of days to come.
/// Only what can be written down is drawn, so whoever refuses any of it is wrong. Its references begin with the seed, so that many
/// histories fit into one store.
/// </summary>
internal sealed class DrawnHistory
{
    /// <summary>Days on which something is written down.</summary>
    public const int Days = 6;

    private const int ResidentsMax = 7;

    private static readonly string[] Kinds =
        ["partner", "child", "parent", "family", "friend", "neighbour", "acquaintance", "professional"];

    private static readonly string[] Frequencies = ["", "daily", "weekly", "monthly", "yearly", "less"];
    private static readonly string[] Circles = ["", "1", "2", "3"];
    private static readonly string[] GroupKinds = ["activity", "peer-support", "lunch-club", "digital-skills"];
    private static readonly string[] Sought = ["befriending", "peer-mentoring", "transport", "activity", "lunch-club"];
    private static readonly string[] Whats =
    [
        "register", "register", "register", "group", "volunteer", "update", "update", "move", "move", "tie", "tie", "tie", "tie", "tie",
        "tie", "end-tie", "end-tie", "end-tie", "contact", "contact", "contact", "retell", "retell", "asked", "asked", "join", "join",
        "join", "leave-group", "leave-group", "attend", "attend", "match", "match", "visit", "end-match", "leave", "regroup", "close",
    ];

    private readonly Random random;
    private readonly string prefix;
    private readonly PlainWorld world = new();
    private readonly List<PlainTold> told = [];
    private readonly List<string> gone = [];
    private int drawn;
    private readonly DateOnly today;

    public DrawnHistory(int seed)
    {
        Seed = seed;
        random = new Random(seed);
        prefix = seed.ToString("00000", CultureInfo.InvariantCulture);
        Wards = [.. new[] { "b", "a", "c" }.Take(random.Next(1, 4)).Select(tail => $"K{prefix}{tail}")];
        for (var day = 0; day < Days; day++)
        {
            today = DrawnArea.Today.AddDays(day);
            string[] first = day == 0 ? ["register", "register", "group", "volunteer", "register"] : [];
            foreach (var what in first.Take(random.Next(2, 6)).Concat(Enumerable.Range(0, random.Next(2, 12)).Select(_ => Pick(Whats))))
            {
                Note(random.Next(60) == 0 ? "erase" : what);
            }
        }
    }

    public int Seed { get; }

    public string[] Wards { get; }

    /// <summary>Everything written down, in order.</summary>
    public IReadOnlyList<PlainTold> Told => told;

    public IReadOnlyList<string> Residents => [.. told.Where(one => one.What == "register").Select(one => one.Who)];

    public static string DayOf(int day) => Text(DrawnArea.Today.AddDays(day));

    public override string ToString() => string.Join('\n', told);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Today => Text(today);

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private string Day(int from, int to) => Text(today.AddDays(random.Next(from, to + 1)));

    private string Maybe(string value) => random.Next(2) == 0 ? value : "";

    private void Note(string what)
    {
        var (who, said) = what switch
        {
            "register" => Register(),
            "group" => world.Groups.Count > 2 ? default : ($"KG{prefix}-{++drawn}", Group()),
            "volunteer" => world.Volunteers.Count > 1 ? default : ($"KV{prefix}-{++drawn}", Volunteer()),
            "regroup" or "close" => OfGroup(what),
            _ => OfResident(what),
        };
        if (said is not null)
        {
            var one = new PlainTold(Today, what switch { "close" => "regroup", "move" => "update", _ => what }, who, said);
            told.Add(one);
            world.Take(one);
            if (what == "erase")
            {
                gone.Add(who);
            }
        }
    }

    private (string Who, Dictionary<string, string>? Said) Register() => world.Residents.Count >= ResidentsMax ? default : (
        $"{prefix}R{++drawn}",
        new()
        {
            ["ward"] = Pick(Wards), ["seeking"] = Seeking(), ["lives_alone"] = Pick(["", "yes", "no"]),
            ["waiting_since"] = Maybe(Day(-40, 0)), ["referred_on"] = Maybe(Day(-40, 0)),
            ["priority_band"] = Pick(["", "1", "2", "3", "4"]), ["birth_year"] = "",
            ["registered_on"] = random.Next(3) == 0 ? Day(-30, 3) : "", ["connections_asked_on"] = "", ["left_on"] = "",
            ["paused_until"] = "", ["consents"] = "matching",
        });

    private Dictionary<string, string> Group() => new()
    {
        ["name"] = "Group", ["ward"] = Pick(Wards), ["kind"] = Pick(GroupKinds), ["opened_on"] = Maybe(Day(-20, 2)), ["closed_on"] = "",
    };

    private Dictionary<string, string> Volunteer() => new()
    {
        ["ward"] = Pick(Wards), ["role"] = Pick(["befriender", "peer-mentor", "driver"]), ["capacity"] = "100",
        ["resident"] = world.Residents.Count > 0 && random.Next(2) == 0 ? Pick(world.Residents)["id"] : "",
    };

    private string Support() => string.Join(';', new[] { "illness", "everyday", "emotional" }.Where(_ => random.Next(3) == 0));

    private string Seeking() => string.Join(';', Sought.Where(_ => random.Next(3) == 0));

    private (string Who, Dictionary<string, string>? Said) OfGroup(string what)
    {
        if (world.Groups.Count == 0)
        {
            return default;
        }

        var group = Pick(world.Groups);
        string closed = group["closed_on"], on = Day(-5, 6), opened = Day(-40, -6);
        var said = (what, random.Next(2)) switch
        {
            ("regroup", 0) => new() { ["ward"] = Pick(Wards) },
            ("regroup", _) when closed == "" || !PlainWorld.IsAfter(opened, closed) => new() { ["opened_on"] = opened },
            ("close", _) when !PlainWorld.IsAfter(group["opened_on"], on) && (closed == "" || PlainWorld.IsAfter(closed, Today)) =>
                new() { ["closed_on"] = on },
            _ => (Dictionary<string, string>?)null,
        };
        return (group["id"], said);
    }

    private (string Who, Dictionary<string, string>? Said) OfResident(string what)
    {
        if (world.Residents.Count == 0)
        {
            return default;
        }

        var me = Pick(world.Residents);
        string who = me["id"], left = me["left_on"];
        var said = what switch
        {
            "erase" => [],
            "update" => Here(left) ? Facts() : null,
            "move" => Here(left) ? new() { ["ward"] = Pick(Wards) } : null,
            "leave" => Leave(me, Day(-3, 3)),
            "asked" => OnWhen(Day(-12, 0), on => left == "" || PlainWorld.IsAfter(left, on)),
            "tie" => Here(left) ? Tie(who) : null,
            "end-tie" or "contact" or "retell" => OfTie(what, who),
            "join" or "attend" or "leave-group" => OfMembership(what, who, left),
            _ => OfMatch(what, who, left),
        };
        return (who, said);
    }

    private bool Here(string left) => left == "" || PlainWorld.IsAfter(left, Today);

    private static Dictionary<string, string>? OnWhen(string on, Func<string, bool> can) => can(on) ? new() { ["on"] = on } : null;

    private Dictionary<string, string> Facts() => random.Next(6) switch
    {
        0 => new() { ["seeking"] = Seeking() },
        1 => new() { ["priority_band"] = Pick(["", "1", "2", "3", "4"]) },
        2 => new() { ["waiting_since"] = Maybe(Day(-40, 2)) },
        3 => new() { ["paused_until"] = Maybe(Day(-2, 9)) },
        4 => new() { ["referred_on"] = Maybe(Day(-40, 2)) },
        _ => new() { ["lives_alone"] = Pick(["", "yes", "no"]) },
    };

    private Dictionary<string, string>? Leave(Dictionary<string, string> me, string on) => OnWhen(on, day =>
        !PlainWorld.IsAfter(me["registered_on"], day) && Here(me["left_on"]));

    private Dictionary<string, string>? Tie(string who)
    {
        var to = random.Next(4) == 0 ? $"alter:{Pick(["a", "b"])}" : Pick(world.Residents)["id"];
        var kind = Pick(Kinds);
        var isNamed = world.Ties.Any(row =>
            row["from"] == who && row["to"] == to && row["kind"] == kind && PlainWorld.Lasts(row, Today));
        return to == who || isNamed ? null : new()
        {
            ["to"] = to, ["kind"] = kind, ["contact_frequency"] = Pick(Frequencies), ["last_contact"] = Maybe(Day(-40, 0)),
            ["since"] = Maybe(Day(-20, 3)), ["ended_on"] = "", ["circle"] = Pick(Circles), ["support"] = Support(),
        };
    }

    private Dictionary<string, string>? OfTie(string what, string who)
    {
        var hers = world.Ties.Where(row => row["from"] == who && !row["to"].StartsWith("alter:erased", StringComparison.Ordinal)).ToList();
        if (hers.Count == 0)
        {
            return null;
        }

        var tie = Pick(hers);
        var said = new Dictionary<string, string> { ["tie"] = tie["number"] };
        if (what == "retell")
        {
            var column = Pick(["contact_frequency", "last_contact", "ended_on", "circle", "support"]);
            said[column] = column switch
            {
                "contact_frequency" => Pick(Frequencies),
                "last_contact" => Maybe(Day(-40, 0)),
                "circle" => Pick(Circles),
                "support" => Support(),
                _ => "",
            };
            return said;
        }

        var on = said["on"] = what == "contact" ? Day(-12, 0) : Day(-12, 6);
        return what == "contact"
            ? PlainWorld.Lasts(tie, on) ? said : null
            : PlainWorld.Lasts(tie, Today) && !PlainWorld.IsAfter(tie["since"], on) ? said : null;
    }

    private Dictionary<string, string>? OfMembership(string what, string who, string left)
    {
        if (world.Groups.Count == 0)
        {
            return null;
        }

        var group = Pick(world.Groups);
        var said = new Dictionary<string, string> { ["group"] = group["id"] };
        var membership = world.Membership(who, group["id"], Today);
        switch (what)
        {
            case "join":
                said["since"] = Maybe(Day(-12, 3));
                said["ended_on"] = "";
                var runs = !PlainWorld.IsAfter(group["opened_on"], Today)
                    && (group["closed_on"] == "" || PlainWorld.IsAfter(group["closed_on"], Today));
                return runs && left == "" && membership is null ? said : null;
            case "attend":
                said["on"] = Day(-12, 0);
                return left == "" || PlainWorld.IsAfter(left, said["on"]) ? said : null;
            default:
                said["on"] = Day(-12, 6);
                return membership is not null && !PlainWorld.IsAfter(membership["since"], said["on"])
                    && (PlainWorld.Until(membership) == "" || !PlainWorld.IsAfter(said["on"], PlainWorld.Until(membership))) ? said : null;
        }
    }

    private Dictionary<string, string>? OfMatch(string what, string who, string left)
    {
        var active = world.Befriending.FirstOrDefault(row => row["resident"] == who && PlainWorld.Lasts(row, Today));
        if (what == "match")
        {
            var others = world.Volunteers.Where(row => row["resident"] != who).ToList();
            return active is not null || left != "" || others.Count == 0
                ? null
                : new() { ["volunteer"] = Pick(others)["id"], ["since"] = Day(-5, 0), ["ended_on"] = "", ["last_contact"] = "" };
        }

        var on = what == "visit" ? Day(-12, 0) : Day(-5, 6);
        var can = active is not null && (what == "visit" ? PlainWorld.Lasts(active, on) : !PlainWorld.IsAfter(active["since"], on)
            && (PlainWorld.Until(active) == "" || PlainWorld.IsAfter(PlainWorld.Until(active), on)));
        return can ? new() { ["match"] = active!["number"], ["on"] = on } : null;
    }
}
