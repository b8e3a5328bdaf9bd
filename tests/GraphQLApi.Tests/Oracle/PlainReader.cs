using System.Globalization;
using System.Text;

namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>
/// What every number means, read off the CSV rows by plain loops. It knows nothing of the product's code: days are compared as the text
/// they are written in, and nothing is remembered between two questions.
/// </summary>
internal sealed class PlainReader(PlainRows rows, string day)
{
    public string Day => day;

    public static int CompareBytes(string left, string right) =>
        Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    /// <summary>A day so many days before another.</summary>
    public static string Before(string day, int days) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        .AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>True if something from one day to another holds on the day asked about; the end itself no longer counts.</summary>
    public bool Holds(string from, string until) =>
        (from == "" || string.CompareOrdinal(from, day) <= 0) && (until == "" || string.CompareOrdinal(until, day) > 0);

    /// <summary>C1: registered or start unknown, and not left.</summary>
    public bool OnRegister(string id)
    {
        foreach (var row in rows.Residents)
        {
            if (row["id"] == id)
            {
                return Holds(row["registered_on"], row["left_on"]);
            }
        }

        return false;
    }

    public Dictionary<string, string> Resident(string id) => rows.Residents.First(row => row["id"] == id);

    /// <summary>C7: everybody on the register by ward code, then reference, as UTF-8 bytes.</summary>
    public List<string> Register(IReadOnlyCollection<string> wards)
    {
        var found = rows.Residents.Where(row => OnRegister(row["id"]) && wards.Contains(row["ward"])).ToList();
        found.Sort((left, right) => CompareBytes(left["ward"], right["ward"]) is var byWard && byWard != 0
            ? byWard : CompareBytes(left["id"], right["id"]));
        return [.. found.Select(row => row["id"])];
    }

    /// <summary>C4: opened and not closed.</summary>
    public bool Runs(string group)
    {
        var row = rows.Groups.First(row => row["id"] == group);
        return Holds(row["opened_on"], row["closed_on"]);
    }

    public bool IsMember(string id, string group) => rows.Memberships.Any(row =>
        row["resident"] == id && row["group"] == group && Holds(row["since"], row["ended_on"]) && Runs(group));

    /// <summary>Every row of every kind about a person, from both sides.</summary>
    public List<PlainLink> Links(string me)
    {
        var links = new List<PlainLink>();
        foreach (var row in rows.Ties)
        {
            var alter = row["to"].StartsWith("alter:", StringComparison.Ordinal);
            var current = Holds(row["since"], row["ended_on"]);
            if (row["from"] == me)
            {
                links.Add(new PlainLink(alter ? "ALTER" : "TIE", row["to"], row["kind"], current && (alter || OnRegister(row["to"])),
                    row["since"], row["contact_frequency"], [row["last_contact"], .. Contacts(me, row["to"], row)]));
            }
            else if (row["to"] == me)
            {
                // Turned round: whoever calls her a child is her parent.
                var kind = row["kind"] == "child" ? "parent" : row["kind"] == "parent" ? "child" : row["kind"];
                links.Add(new PlainLink("TIE", row["from"], kind, current && OnRegister(row["from"]), row["since"],
                    row["contact_frequency"], [row["last_contact"], .. Contacts(row["from"], me, row)]) { Recorded = row["kind"] });
            }
        }

        foreach (var row in rows.Memberships.Where(row => row["resident"] == me))
        {
            var came = rows.Attendance.Where(one => one["resident"] == me && one["group"] == row["group"]).Select(one => one["on"]);
            links.Add(new PlainLink("MEMBERSHIP", row["group"], "", Holds(row["since"], row["ended_on"]) && Runs(row["group"]),
                row["since"], "", [.. came]));
        }

        foreach (var row in rows.Befriending.Where(row => row["resident"] == me))
        {
            links.Add(new PlainLink("BEFRIENDING", row["volunteer"], "", Holds(row["since"], row["ended_on"]), row["since"], "",
                [row["last_contact"], .. Contacts(me, $"volunteer:{row["volunteer"]}")]));
        }

        return links;
    }

    /// <summary>C3: current connections of the counted kinds, each once, with all its rows.</summary>
    public Dictionary<string, List<PlainLink>> Connections(string me, PlainRule rule)
    {
        var found = new Dictionary<string, List<PlainLink>>();
        foreach (var link in Links(me))
        {
            if ((rule.Counting == null || rule.Counting.Contains(link.Kind))
                && (link.Recorded == "" || rule.TieKinds == null || rule.TieKinds.Contains(link.Recorded)))
            {
                found.TryAdd($"{link.Kind} {link.With}", []);
                found[$"{link.Kind} {link.With}"].Add(link);
            }
        }

        return found.Where(pair => pair.Value.Any(link => link.Current)).ToDictionary();
    }

    /// <summary>The latest contact by the day on any of these connections; empty if there is none.</summary>
    public string LastContact(Dictionary<string, List<PlainLink>> connections)
    {
        var last = "";
        foreach (var contact in connections.Values.SelectMany(links => links).SelectMany(link => link.Contacts))
        {
            if (string.CompareOrdinal(contact, day) <= 0 && string.CompareOrdinal(contact, last) > 0)
            {
                last = contact;
            }
        }

        return last;
    }

    /// <summary>C3b.</summary>
    public bool NoContact(string me, PlainRule rule)
    {
        var connections = Connections(me, rule);
        if (string.CompareOrdinal(LastContact(connections), Before(day, rule.NoContact!.Value)) >= 0)
        {
            return false;
        }

        return !rule.CountStated || !connections.Values.SelectMany(links => links).Where(link => link.Current).Any(link =>
            link.Frequency switch { "daily" => 1, "weekly" => 7, "monthly" => 31, "yearly" => 366, _ => int.MaxValue } <= rule.NoContact);
    }

    /// <summary>C3c: everybody her connections lead to; groups and volunteers connect, alters do not.</summary>
    public HashSet<string> Component(string me, PlainRule rule)
    {
        var met = new HashSet<string> { me };
        var open = new Queue<string>([me]);
        while (open.Count > 0)
        {
            var mine = Connections(open.Dequeue(), rule).Keys.Where(key => !key.StartsWith("ALTER ", StringComparison.Ordinal)).ToList();
            foreach (var other in rows.Residents.Select(row => row["id"]).Where(id => !met.Contains(id) && OnRegister(id)))
            {
                if (mine.Contains($"TIE {other}") || Connections(other, rule).Keys.Any(key =>
                    (key.StartsWith("MEMBERSHIP ", StringComparison.Ordinal) || key.StartsWith("BEFRIENDING ", StringComparison.Ordinal))
                        && mine.Contains(key)))
                {
                    met.Add(other);
                    open.Enqueue(other);
                }
            }
        }

        return met;
    }

    /// <summary>C4: ties walked to the nearest member of a group that runs; null beyond six.</summary>
    public int? Hops(string me)
    {
        var ties = new PlainRule { Counting = ["TIE"] };
        var met = new List<string> { me };
        for (var hops = 0; hops <= 6; hops++)
        {
            if (met.Any(id => rows.Memberships.Any(row => row["resident"] == id && IsMember(id, row["group"]))))
            {
                return hops;
            }

            foreach (var id in met.ToList())
            {
                met.AddRange(Connections(id, ties).Values.Select(links => links[0].With).Where(other => !met.Contains(other)));
            }
        }

        return null;
    }

    /// <summary>C5: partner, children, other family, friends, membership; true = the point is scored.</summary>
    public bool[] Isolation(string me)
    {
        var links = Links(me);
        var named = links.Where(link => link.Kind is "TIE" or "ALTER").ToList();
        bool Monthly(PlainLink link) => link.Frequency is "daily" or "weekly" or "monthly"
            || named.Where(other => other.With == link.With).SelectMany(other => other.Contacts).Any(contact =>
                contact != "" && string.CompareOrdinal(contact, day) <= 0 && string.CompareOrdinal(contact, Before(day, 31)) >= 0);
        bool Has(params string[] kinds) => named.Any(link => link.Current && kinds.Contains(link.TieKind) && Monthly(link));
        return
        [
            !named.Any(link => link.Current && link.TieKind == "partner"),
            !Has("child"),
            !Has("family", "parent"),
            !Has("friend"),
            !links.Any(link => link.Kind == "MEMBERSHIP" && link.Current),
        ];
    }

    /// <summary>C6.</summary>
    public string Basis(string me)
    {
        var asked = Resident(me)["connections_asked_on"];
        return asked != "" && string.CompareOrdinal(asked, day) <= 0 ? "ASKED"
            : Links(me).Any(link => link.Since == "" || string.CompareOrdinal(link.Since, day) <= 0) ? "PARTLY_RECORDED"
            : "NEVER_ASKED";
    }

    /// <summary>C2: the criteria asked that hold for her.</summary>
    public List<string> Criteria(string me, PlainRule rule)
    {
        var held = new List<string>();
        if ((rule.NoTies || !rule.HasCriterion) && Connections(me, rule).Count == 0)
        {
            held.Add("NO_TIES");
        }

        if (rule.NoContact != null && NoContact(me, rule))
        {
            held.Add("NO_CONTACT");
        }

        if (rule.Component != null && Component(me, rule).Count <= rule.Component)
        {
            held.Add("SMALL_COMPONENT");
        }

        if (rule.NoGroupWithin != null && !(Hops(me) <= rule.NoGroupWithin))
        {
            held.Add("NO_GROUP_NEARBY");
        }

        if (rule.Isolation != null && Isolation(me).Count(point => point) >= rule.Isolation)
        {
            held.Add("ISOLATION");
        }

        return held;
    }

    /// <summary>C2: whether a rule lists her.</summary>
    public bool Listed(string me, PlainRule rule)
    {
        var asked = new[]
        {
            rule.NoTies || !rule.HasCriterion, rule.NoContact != null, rule.Component != null, rule.NoGroupWithin != null,
            rule.Isolation != null,
        }.Count(given => given);
        var held = Criteria(me, rule).Count;
        return (rule.All ? held == asked : held > 0)
            && (!rule.OnlyIfConnected || Connections(me, rule).Count > 0)
            && (rule.Basis == null || rule.Basis.Contains(Basis(me)));
    }

    // The files write a contact for a person; where a row of hers has a number, it is for that row.
    private List<string> Contacts(string of, string with, Dictionary<string, string>? tie = null) =>
    [
        .. rows.Contacts.Where(row => row["resident"] == of && row["with"] == with)
            .Where(row => tie is null || row.GetValueOrDefault("tie") == tie.GetValueOrDefault("number")).Select(row => row["on"]),
    ];
}
