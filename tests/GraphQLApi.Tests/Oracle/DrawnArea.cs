using System.Globalization;
using System.Text;

namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>
/// A small area drawn from a seed, as the rows of the CSV files that people would send. Days lie within two months of each other and people
/// are few, so that starts, ends, departures, closings and several rows for one pair meet in every way. Its references begin with the seed,
/// so that many areas fit into one store without touching each other.
/// </summary>
internal sealed class DrawnArea
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly string[] Tails =
        ["R1", "R10", "R2", "r2", "042", "42", "\u00e91", "\ud83d\ude00", "\uff21", "R 3", "Z9", "a-b"];

    private static readonly string[] TieKinds =
        ["partner", "child", "parent", "family", "friend", "neighbour", "acquaintance", "professional"];

    private static readonly string[] Frequencies = ["", "", "daily", "weekly", "monthly", "yearly", "less"];
    private static readonly string[] GroupKinds =
        ["activity", "peer-support", "warm-space", "lunch-club", "digital-skills", "hub", "online", "other"];

    private static readonly string[] Sought =
        ["befriending", "peer-mentoring", "transport", "activity", "peer-support", "lunch-club", "digital-skills"];

    private readonly Random random;
    private readonly List<string> residents = [];
    private readonly List<string> groups = [];
    private readonly List<string> volunteers = [];
    private readonly HashSet<string> keys = [];

    public DrawnArea(int seed)
    {
        Seed = seed;
        random = new Random(seed);
        var prefix = seed.ToString("00000", CultureInfo.InvariantCulture);
        foreach (var tail in new[] { "b", "a", "\ud83d\ude00" }.Take(random.Next(1, 4)))
        {
            Wards.Add($"W{prefix}{tail}");
            Add("wards.csv", $"W{prefix}{tail}", $"Ward {prefix} {tail}");
        }

        foreach (var at in Enumerable.Range(1, random.Next(0, 4)))
        {
            DrawGroup($"G{prefix}-{at}");
        }

        residents.AddRange(Tails.OrderBy(_ => random.Next()).Take(random.Next(1, Tails.Length + 1)).Select(tail => $"{prefix}{tail}"));
        foreach (var at in Enumerable.Range(1, random.Next(0, 4)))
        {
            DrawVolunteer($"V{prefix}-{at}");
        }

        residents.ForEach(DrawResident);

        // A volunteer's memberships connect nobody.
        foreach (var volunteer in groups.Count == 0 ? [] : volunteers.Where(_ => random.Next(2) == 0))
        {
            Add("memberships.csv", Pick(groups), $"volunteer:{volunteer}", "", "");
        }
    }

    /// <summary>The columns of each file drawn.</summary>
    public static IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>
    {
        ["wards.csv"] = "code,name",
        ["residents.csv"] = "id,ward,birth_year,lives_alone,seeking,priority_band,referred_on,waiting_since,registered_on,left_on,"
            + "connections_asked_on,paused_until,consents",
        ["ties.csv"] = "from,to,kind,contact_frequency,last_contact,since,ended_on",
        ["contacts.csv"] = "resident,with,on",
        ["groups.csv"] = "id,name,ward,kind,places,open_access,opened_on,closed_on",
        ["memberships.csv"] = "group,resident,since,ended_on",
        ["attendance.csv"] = "group,resident,on",
        ["volunteers.csv"] = "id,ward,role,capacity,resident",
        ["befriending.csv"] = "volunteer,resident,since,ended_on,last_contact",
    };

    public int Seed { get; }

    public List<string> Wards { get; } = [];

    public IReadOnlyList<string> Residents => residents;

    public IReadOnlyList<string> Groups => groups;

    public IReadOnlyList<string> Volunteers => volunteers;

    /// <summary>The rows of each file, without its header.</summary>
    public Dictionary<string, StringBuilder> Rows { get; } = Headers.Keys.ToDictionary(file => file, _ => new StringBuilder());

    /// <summary>One file as text, header and all.</summary>
    public string File(string file) => $"{Headers[file]}\n{Rows[file]}";

    public override string ToString() =>
        string.Join("\n", Headers.Keys.Where(file => Rows[file].Length > 0).Select(file => $"--- {file}\n{File(file)}"));

    private void Add(string file, params string[] cells) => Rows[file].Append(string.Join(',', cells)).Append('\n');

    private string Pick(IReadOnlyList<string> values) => values[random.Next(values.Count)];

    private string Day(int from = -40, int to = 40) => Text(Today.AddDays(random.Next(from, to + 1)));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string MaybeDay(int oneIn = 2) => random.Next(oneIn) == 0 ? Day() : "";

    // A start and an end that are not the wrong way round; either may be unknown.
    private (string Since, string Ended) Span(int endsOneIn = 2)
    {
        string since = MaybeDay(), ended = random.Next(endsOneIn) == 0 ? Day() : "";
        return ended != "" && string.CompareOrdinal(since, ended) > 0 ? (ended, since) : (since, ended);
    }

    private void DrawGroup(string id)
    {
        groups.Add(id);
        var (opened, closed) = Span(4);
        Add("groups.csv", id, $"Group {id}", Pick(Wards), Pick(GroupKinds), random.Next(2) == 0 ? "100" : "",
            random.Next(2) == 0 ? "yes" : "no", opened, closed);
    }

    private void DrawVolunteer(string id)
    {
        volunteers.Add(id);
        Add("volunteers.csv", id, Pick(Wards), Pick(["befriender", "peer-mentor", "driver"]), "100",
            random.Next(3) == 0 ? Pick(residents) : "");
    }

    private void DrawResident(string id)
    {
        string referred = MaybeDay(), waiting = MaybeDay(), registered = MaybeDay();
        var left = random.Next(5) == 0 ? Day() : "";
        foreach (var earlier in new[] { referred, waiting, registered })
        {
            left = left != "" && string.CompareOrdinal(earlier, left) > 0 ? earlier : left;
        }

        var consents = string.Join(';', new[] { "introductions", "matching" }.Where(_ => random.Next(2) == 0)
            .Select(kind => random.Next(3) switch { 0 => kind, 1 => $"{kind}:{Day(-40, 0)}", _ => $"{kind}:{Day(-40, -1)}/{Day(0, 40)}" }));
        Add("residents.csv", id, Pick(Wards), random.Next(2) == 0 ? $"{random.Next(1925, 2010)}" : "", Pick(["", "yes", "no"]),
            string.Join(';', Sought.Where(_ => random.Next(5) == 0)), random.Next(2) == 0 ? $"{random.Next(1, 5)}" : "", referred,
            waiting, registered, left, MaybeDay(), random.Next(4) == 0 ? Day() : "", consents);
        DrawTies(id);
        DrawMemberships(id);
        DrawMatches(id);
    }

    private void DrawTies(string id)
    {
        foreach (var with in Enumerable.Range(0, random.Next(0, 4))
            .Select(_ => random.Next(4) == 0 ? $"alter:{random.Next(3)}" : Pick(residents)).Where(with => with != id).Distinct().ToList())
        {
            // Contacts are written for a person, so all rows for that person are of one kind where there are any.
            var contacts = random.Next(3) == 0;
            var kind = Pick(TieKinds);
            foreach (var row in Enumerable.Range(0, random.Next(1, 4)))
            {
                kind = contacts ? kind : Pick(TieKinds);
                var (since, ended) = Span();
                if (keys.Add($"tie {id} {with} {kind} {since}"))
                {
                    Add("ties.csv", id, with, kind, Pick(Frequencies), MaybeDay(), since, ended);
                }
            }

            foreach (var on in Enumerable.Range(0, contacts ? random.Next(1, 3) : 0).Select(_ => Day(-70, 0)).Distinct())
            {
                Add("contacts.csv", id, with, on);
            }
        }
    }

    private void DrawMemberships(string id)
    {
        foreach (var row in Enumerable.Range(0, groups.Count == 0 ? 0 : random.Next(0, 3)))
        {
            var group = Pick(groups);
            var (since, ended) = Span();
            if (keys.Add($"membership {id} {group} {since}"))
            {
                Add("memberships.csv", group, id, since, ended);
            }
        }

        foreach (var row in Enumerable.Range(0, groups.Count == 0 ? 0 : random.Next(0, 3)))
        {
            string group = Pick(groups), on = Day(-70, 0);
            if (keys.Add($"attendance {id} {group} {on}"))
            {
                Add("attendance.csv", group, id, on);
            }
        }
    }

    // At most one match goes on beyond today; those before it have ended.
    private void DrawMatches(string id)
    {
        HashSet<string> met = [];
        foreach (var row in Enumerable.Range(0, volunteers.Count == 0 ? 0 : random.Next(0, 3)))
        {
            var volunteer = Pick(volunteers);
            var since = Day(-60, row == 0 ? 20 : -5);
            var ended = row == 0 && random.Next(3) > 0 ? random.Next(2) == 0 ? "" : Day(21, 40) : Day(-4, 0);
            ended = ended != "" && string.CompareOrdinal(since, ended) > 0 ? since : ended;
            if (keys.Add($"match {id} {volunteer} {since}"))
            {
                met.Add(volunteer);
                Add("befriending.csv", volunteer, id, since, ended, MaybeDay());
            }
        }

        foreach (var volunteer in met.Where(_ => random.Next(2) == 0))
        {
            Add("contacts.csv", id, $"volunteer:{volunteer}", Day(-70, 0));
        }
    }
}
