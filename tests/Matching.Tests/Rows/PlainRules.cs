namespace Networks.Matching.Tests.Rows;

/// <summary>
/// Who can be matched with whom and how well, read straight off the rows: cells, loops and nothing of the product. What the product says
/// must be what this says.
/// </summary>
internal sealed class PlainRules(Town town)
{
    private static readonly (string Seeks, string Role)[] OneToOne =
    [
        ("befriending", "befriender"), ("peer-mentoring", "peer-mentor"), ("connecting", "connector"), ("homeshare", "homeshare-host"),
        ("digital-buddy", "digital-buddy"), ("transport", "driver"),
    ];

    private static readonly string[] GroupKinds =
        ["activity", "peer-support", "lunch-club", "warm-space", "digital-skills", "hub", "online", "other"];

    /// <summary>What a pair comes to.</summary>
    internal sealed record Pair(string Kind, string Mode, int? Metres, int Fit);

    /// <summary>The kinds a resident names of one class, in the order of the list of kinds.</summary>
    public static string[] Kinds(Row her, bool group) => group
        ? [.. GroupKinds.Where(her.List("seeking").Contains)]
        : [.. OneToOne.Select(kind => kind.Seeks).Where(her.List("seeking").Contains)];

    /// <summary>Her consent of one kind holds on the day.</summary>
    public static bool Consents(Row her, string kind) => Holds(her.List("consents"), kind);

    /// <summary>Null if the two cannot be matched.</summary>
    public Pair? Judge(Row her, Row offer, bool group) => !Consents(her, "matching") || !Meet(her, offer, group) ? null
        : group ? WithGroup(her, offer) : WithVolunteer(her, offer);

    /// <summary>Whole metres between the two, or null where no point is known.</summary>
    public int? Metres(Row one, Row other)
    {
        if (Point(one) is not var (a, b) || Point(other) is not var (c, d))
        {
            return null;
        }

        // The angle between two arrows from the middle of the earth, by their cross and dot products.
        double[] u = Arrow(a, b), v = Arrow(c, d);
        double[] cross = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
        var sine = Math.Sqrt(cross.Sum(part => part * part));
        var cosine = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
        return (int)Math.Floor(6371008.8 * Math.Atan2(sine, cosine) + 0.5);
    }

    private static double[] Arrow(double latitude, double longitude)
    {
        var (north, east) = (latitude * Math.PI / 180, longitude * Math.PI / 180);
        return [Math.Cos(north) * Math.Cos(east), Math.Cos(north) * Math.Sin(east), Math.Sin(north)];
    }

    private (double Latitude, double Longitude)? Point(Row row)
    {
        var at = row["latitude"] != "" ? row : town.Wards.Single(ward => ward["code"] == row["ward"]);
        return at.Number("latitude") is { } latitude ? (latitude, at.Number("longitude")!.Value) : null;
    }

    // Language, time, competence: alike for volunteers and groups.
    private bool Meet(Row her, Row offer, bool group)
    {
        var (hers, theirs) = (Tags(her), Tags(offer));
        var (herTimes, theirTimes) = (her.List("available"), offer.List(group ? "slots" : "available"));
        var language = hers.Length == 0 || theirs.Length == 0 || hers.Any(theirs.Contains) || town.Soft.Contains("language");
        var time = herTimes.Length == 0 || theirTimes.Length == 0 || herTimes.Any(theirTimes.Contains) || town.Soft.Contains("time");
        var held = offer.List("competences");
        return language && time && (held.Length == 0 || her.List("support_needs").All(held.Contains));
    }

    private Pair? WithVolunteer(Row her, Row them)
    {
        var child = her["birth_year"] == "" ? her["referral_source"] == "school" : Town.Day.Year - int.Parse(her["birth_year"]) <= 18;
        var minor = them["birth_year"] != "" && Town.Day.Year - int.Parse(them["birth_year"]) <= 18;
        var apart = her.List("exclusions").Contains(them["id"]) || them.List("exclusions").Contains(her["id"])
            || them["resident"] == her["id"];
        var wanted = town.Soft.Contains("gender") || Wants(her, them["gender"]) && Wants(them, her["gender"]);
        if (child || minor || apart || !wanted)
        {
            return null;
        }

        foreach (var kind in Kinds(her, false).Where(kind => them.List("role").Contains(OneToOne.Single(pair => pair.Seeks == kind).Role)))
        {
            foreach (var mode in Modes(her).Where(Modes(them).Contains))
            {
                if (InMode(her, them, kind, mode) is { } pair)
                {
                    return pair;
                }
            }
        }

        return null;
    }

    private static string[] Modes(Row row) => row["modes"] == "" ? ["visit"] : row.List("modes");

    private static bool Wants(Row row, string gender) => row["prefers_gender"] == "" || row.List("prefers_gender").Contains(gender);

    private Pair? InMode(Row her, Row them, string kind, string mode)
    {
        string[] asked = mode is "visit" or "out-and-about" ? ["references", "interview", "induction"] : ["references", "induction"];
        var remote = mode is "phone" or "online";
        var suits = kind switch { "homeshare" => mode == "visit", "transport" => !remote, _ => true };
        if (!suits || !asked.All(check => Holds(them.List("checks"), check)))
        {
            return null;
        }

        var (place, guest) = kind == "homeshare" ? (them, her) : (her, them);
        var atHome = kind == "homeshare" || mode == "visit";
        if (atHome && !town.Soft.Contains("home") && place.List("home_factors").Any(guest.List("cannot_be_with").Contains))
        {
            return null;
        }

        var (hers, theirs) = (Consents(her, "special-category") ? her.List("situations") : [], them.List("situations"));
        if (kind == "peer-mentoring" && hers.Length > 0 && theirs.Length > 0 && !hers.Any(theirs.Contains))
        {
            return null;
        }

        // Where she moves is nobody's travel but hers, if she said how far.
        return remote || kind == "homeshare" && her["travel_km_max"] == "" ? new Pair(kind, mode, null, 300 + Liking(her, them, false))
            : kind == "homeshare" ? Within(her, them, Limit(her), kind, mode, false)
            : Within(her, them, mode == "visit" ? Limit(them) : Math.Min(Limit(them), Limit(her)), kind, mode, false);
    }

    private Pair? WithGroup(Row her, Row group)
    {
        var situations = Consents(her, "special-category") ? her.List("situations") : [];
        var theirs = group.List("situations");
        var fits = theirs.Length == 0 || group["open_to_all"] == "yes" || situations.Length == 0 || situations.Any(theirs.Contains);
        var access = her.List("access_needs").All(need => Has(group, need));
        if (!Kinds(her, true).Contains(group["kind"]) || !fits || !access || !AgeFits(her, group))
        {
            return null;
        }

        return group["kind"] == "online" ? new Pair("online", "", null, 300 + Liking(her, group, true))
            : Within(her, group, Limit(her), group["kind"], "", true);
    }

    private static bool Has(Row group, string need)
    {
        if (need == "transport")
        {
            return group["transport_seats"] != "0";
        }

        var known = group["access"] != "" || need == "step-free" && group["step_free"] != "";
        return !known || group.List("access").Contains(need) || need == "step-free" && group["step_free"] == "yes";
    }

    // Born in 1945, somebody is 80 or 81 on a day of 2026: she is kept out only where both are.
    private static bool AgeFits(Row her, Row group)
    {
        var turns = her["birth_year"] == "" ? 0 : Town.Day.Year - int.Parse(her["birth_year"]);
        int[] ages = her["birth_year"] != "" ? [turns - 1, turns]
            : her["referral_source"] == "school" ? [.. Enumerable.Range(0, 19)]
            : [];
        return ages.Length == 0
            || ages.Any(age => !(age < group.Number("age_from")) && !(age > group.Number("age_to")));
    }

    private static int Limit(Row row) => (int)Math.Floor((row.Number("travel_km_max") ?? 5) * 1000 + 0.5);

    private Pair? Within(Row her, Row offer, int limit, string kind, string mode, bool group) =>
        Metres(her, offer) is { } metres && metres <= limit
            ? new Pair(kind, mode, metres, (limit == 0 ? 300 : 300 * (limit - metres) / limit) + Liking(her, offer, group))
            : null;

    private static int Liking(Row her, Row offer, bool group)
    {
        var interests = her.List("interests").Count(offer.List("interests").Contains) * 100;
        var times = her.List("available").Count(offer.List(group ? "slots" : "available").Contains) * 50;
        var language = Tags(her).Take(1).Any(Tags(offer).Contains) ? 100 : 0;
        var situation = Consents(her, "special-category") && her.List("situations").Any(offer.List("situations").Contains) ? 100 : 0;
        return Math.Min(interests, 300) + Math.Min(times, 200) + language + situation;
    }

    private static string[] Tags(Row row) =>
        [.. row.List("languages").Select(word => word switch { "English" => "en", "Urdu" => "ur", "Punjabi" => "pa", _ => word })];

    // kind, kind:date or kind:from/until; the last day no longer counts.
    private static bool Holds(string[] cells, string kind) => cells.Any(cell =>
    {
        var (word, span) = (cell.Split(':')[0], cell.Contains(':') ? cell.Split(':')[1].Split('/') : []);
        return word == kind && (span.Length < 1 || DateOnly.Parse(span[0]) <= Town.Day)
            && (span.Length < 2 || DateOnly.Parse(span[1]) > Town.Day);
    });
}
