namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>The lists drawn from the rows: who waits, what holds together, who could introduce whom.</summary>
internal sealed class PlainLists(PlainRows rows, PlainReader reader, string today)
{
    private static readonly string[] OneToOne =
        ["befriending", "peer-mentoring", "connecting", "homeshare", "digital-buddy", "transport"];

    /// <summary>What she still waits for, paused or not.</summary>
    public List<string> Open(string me)
    {
        var row = reader.Resident(me);
        if (row["seeking"] == "" || !reader.OnRegister(me))
        {
            return [];
        }

        var has = new List<string>();
        foreach (var match in rows.Befriending.Where(match => match["resident"] == me && reader.Holds(match["since"], match["ended_on"])))
        {
            has.Add(rows.Volunteers.First(one => one["id"] == match["volunteer"])["role"] switch
            {
                "befriender" => "befriending",
                "peer-mentor" => "peer-mentoring",
                _ => "transport",
            });
        }

        foreach (var group in rows.Groups.Where(group => reader.IsMember(me, group["id"])))
        {
            has.Add(group["kind"]);
        }

        var sought = row["seeking"].Split(';');
        var single = sought.Where(OneToOne.Contains).ToList();
        var groups = sought.Where(kind => !OneToOne.Contains(kind)).ToList();
        return [.. single.Any(has.Contains) ? [] : single, .. groups.Any(has.Contains) ? [] : groups];
    }

    public bool Paused(string me) => string.CompareOrdinal(reader.Resident(me)["paused_until"], reader.Day) > 0;

    /// <summary>The day her wait is counted from.</summary>
    public string Since(string me)
    {
        var row = reader.Resident(me);
        foreach (var known in new[] { row["waiting_since"], row["referred_on"], row["registered_on"] })
        {
            if (known != "")
            {
                return known;
            }
        }

        return today;
    }

    public int Days(string me) => Math.Max(0, DateOnly.Parse(reader.Day).DayNumber - DateOnly.Parse(Since(me)).DayNumber);

    /// <summary>Who waits for one of these kinds: by band, then longest wait, unknown last, then reference.</summary>
    public List<string> Waiting(IReadOnlyCollection<string> wards, string[]? seeking, bool paused)
    {
        var people = reader.Register(wards)
            .Where(me => Paused(me) == paused && Open(me).Any(kind => seeking == null || seeking.Contains(kind))).ToList();
        string Key(string me)
        {
            var row = reader.Resident(me);
            var band = row["priority_band"] == "" ? "4" : row["priority_band"];
            var since = row["waiting_since"] != "" ? row["waiting_since"] : row["referred_on"] != "" ? row["referred_on"] : "9999";
            return $"{band} {since}";
        }

        people.Sort((left, right) => string.CompareOrdinal(Key(left), Key(right)) is var byKey && byKey != 0
            ? byKey : PlainReader.CompareBytes(left, right));
        return people;
    }

    /// <summary>The sizes of the components with a resident of these wards.</summary>
    public List<int> Components(IReadOnlyCollection<string> wards, string[]? through)
    {
        var rule = new PlainRule { Counting = through };
        var seen = new HashSet<string>();
        var sizes = new List<int>();
        foreach (var me in reader.Register(wards).Where(me => !seen.Contains(me)))
        {
            var component = reader.Component(me, rule);
            seen.UnionWith(component);
            sizes.Add(component.Count);
        }

        sizes.Sort();
        return sizes;
    }

    /// <summary>Every way to the group or volunteer over people who may introduce, best first.</summary>
    public List<List<string>> Paths(string me, string group, string volunteer, int hopsMax)
    {
        var self = volunteer == "" ? "" : rows.Volunteers.First(row => row["id"] == volunteer)["resident"];
        bool There(string id) => group != "" ? reader.IsMember(id, group)
            : id == self || rows.Befriending.Any(row =>
                row["volunteer"] == volunteer && row["resident"] == id && reader.Holds(row["since"], row["ended_on"]));
        var found = new List<List<string>>();
        void Walk(List<string> path)
        {
            foreach (var other in Met(path[^1]).Where(other => !path.Contains(other) && (other == self || Introduces(other))))
            {
                List<string> next = [.. path, other];
                if (There(other))
                {
                    found.Add(next);
                }
                else if (next.Count <= hopsMax)
                {
                    Walk(next);
                }
            }
        }

        if (reader.OnRegister(me) && !There(me) && hopsMax > 0)
        {
            Walk([me]);
        }

        found.Sort(Compare);
        return [.. found.Select(path => path.Skip(1).ToList())];
    }

    private IEnumerable<string> Met(string me) =>
        reader.Connections(me, new PlainRule { Counting = ["TIE"] }).Values.Select(links => links[0].With);

    private bool Introduces(string id)
    {
        foreach (var word in reader.Resident(id)["consents"].Split(';'))
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            var days = (colon < 0 ? "" : word[(colon + 1)..]).Split('/');
            if ((colon < 0 ? word : word[..colon]) == "introductions" && reader.Holds(days[0], days.Length > 1 ? days[1] : ""))
            {
                return true;
            }
        }

        return false;
    }

    private int Compare(List<string> left, List<string> right)
    {
        if (left.Count != right.Count)
        {
            return left.Count.CompareTo(right.Count);
        }

        for (var at = 1; at < left.Count; at++)
        {
            var byStrength = Strength(right[at - 1], right[at]).CompareTo(Strength(left[at - 1], left[at]));
            var byContact = string.CompareOrdinal(Last(right[at - 1], right[at]), Last(left[at - 1], left[at]));
            var compared = byStrength != 0 ? byStrength
                : byContact != 0 ? byContact
                : PlainReader.CompareBytes(left[at], right[at]);
            if (compared != 0)
            {
                return compared;
            }
        }

        return 0;
    }

    /// <summary>C4: points for contact and kind; the drawn rows say no circle, and nobody in them was asked to introduce.</summary>
    private int Strength(string one, string other)
    {
        var current = reader.Links(one).Where(link => link.Kind == "TIE" && link.With == other && link.Current).ToList();
        var last = Last(one, other);
        int Contact(int points, int days, params string[] frequencies) =>
            (last != "" && string.CompareOrdinal(last, PlainReader.Before(reader.Day, days)) >= 0)
            || current.Any(link => frequencies.Contains(link.Frequency))
                ? points
                : 0;
        var contact = new[]
        {
            Contact(4, 7, "daily", "weekly"), Contact(3, 31, "daily", "weekly", "monthly"), Contact(2, 92),
            Contact(1, 366, "yearly"),
        }.Max();
        var kind = current.Max(link => link.TieKind switch
        {
            "professional" => 0,
            "neighbour" or "acquaintance" => 1,
            _ => 2,
        });
        return contact + kind;
    }

    private string Last(string one, string other) => reader.LastContact(
        reader.Connections(one, new PlainRule { Counting = ["TIE"] }).Where(pair => pair.Key == $"TIE {other}").ToDictionary());
}
