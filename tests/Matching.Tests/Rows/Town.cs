namespace Networks.Matching.Tests.Rows;

/// <summary>The rows of a small invented area, as its files would hold them, and the choices of its policy.</summary>
internal sealed class Town
{
    public static readonly DateOnly Day = new(2026, 11, 22);

    public List<Row> Wards { get; } = [];

    public List<Row> Residents { get; } = [];

    public List<Row> Volunteers { get; } = [];

    public List<Row> Groups { get; } = [];

    /// <summary>gender, time, language, home: noted instead of kept.</summary>
    public List<string> Soft { get; } = [];

    /// <summary>Resident and offer, such as "R1 V2".</summary>
    public List<string> Pins { get; } = [];

    public List<string> Forbids { get; } = [];

    /// <summary>An area from a seed; few distinct values, so that ties and near misses are common.</summary>
    public static Town Of(int seed, int residentsMax, int volunteersMax, int groupsMax)
    {
        var random = new Random(seed);
        var town = new Town();
        town.Wards.Add(new Row { ["code"] = "W1", ["name"] = "Batley East", ["latitude"] = "53.72", ["longitude"] = "-1.63" });
        town.Wards.Add(new Row { ["code"] = "W2", ["name"] = "Batley West" });
        for (var number = random.Next(1, residentsMax + 1); number > 0; number--)
        {
            town.Residents.Add(Resident(random, number));
        }

        for (var number = random.Next(volunteersMax + 1); number > 0; number--)
        {
            town.Volunteers.Add(Volunteer(random, number));
        }

        for (var number = random.Next(groupsMax + 1); number > 0; number--)
        {
            town.Groups.Add(Group(random, number));
        }

        if (random.Next(4) == 0)
        {
            town.Soft.Add(One(random, "gender", "time", "language", "home"));
        }

        town.AddHands(random);
        return town;
    }

    /// <summary>The same area with one number of some offers changed; where the cell is empty or 0 seats it stays as it is.</summary>
    public Town With(string offer, string column, Func<int, int> change)
    {
        var town = new Town();
        town.Wards.AddRange(Wards);
        town.Residents.AddRange(Residents);
        town.Soft.AddRange(Soft);
        town.Pins.AddRange(Pins);
        town.Forbids.AddRange(Forbids);
        town.Volunteers.AddRange(Volunteers.Select(Changed));
        town.Groups.AddRange(Groups.Select(Changed));
        return town;

        Row Changed(Row row)
        {
            var known = row[column] != "" && !(column == "transport_seats" && row[column] == "0");
            var copy = new Row();
            foreach (var (name, cell) in row)
            {
                copy[name] = cell;
            }

            if (known && row["id"].StartsWith(offer, StringComparison.Ordinal))
            {
                copy[column] = $"{change(int.Parse(row[column]))}";
            }

            return copy;
        }
    }

    /// <summary>An area of the same shape in which less is known, so that more pairs fit and people compete for places.</summary>
    public static Town Crowded(int seed, int residentsMax, int volunteersMax, int groupsMax)
    {
        var (town, random) = (Of(seed, residentsMax, volunteersMax, groupsMax), new Random(seed));
        string[] columns =
        [
            "languages", "available", "slots", "prefers_gender", "support_needs", "situations", "travel_km_max", "modes", "cannot_be_with",
        ];
        foreach (var row in town.Residents.Concat(town.Volunteers).Concat(town.Groups))
        {
            foreach (var column in columns.Where(_ => random.Next(3) > 0))
            {
                row.Remove(column);
            }
        }

        town.Residents.ForEach(her => her["seeking"] = One(random, "befriending", "befriending;lunch-club", "lunch-club", "lunch-club"));
        town.Volunteers.ForEach(one => one["role"] = One(random, "befriender", "homeshare-host;befriender"));
        town.Groups.ForEach(group => group["kind"] = "lunch-club");
        return town;
    }

    private void AddHands(Random random)
    {
        string[] offers = [.. Volunteers.Concat(Groups).Select(offer => offer["id"])];
        if (offers.Length > 0 && random.Next(4) == 0)
        {
            (random.Next(2) == 0 ? Pins : Forbids).Add($"{One(random, [.. Residents.Select(one => one["id"])])} {One(random, offers)}");
        }
    }

    private static Row Resident(Random random, int number)
    {
        var row = new Row { ["id"] = $"R{number}", ["ward"] = Rarely(random, 8) ? "W2" : "W1" };
        row["seeking"] = One(random, "befriending", "befriending", "befriending;lunch-club", "lunch-club", "digital-buddy;befriending",
            "homeshare;befriending", "transport", "lunch-club;activity");
        row["consents"] = Rarely(random, 12) ? "" : One(random,
            "matching", "matching;special-category", "matching:2026-01-01;special-category", "matching:2025-01-01/2027-01-01");
        row["priority_band"] = One(random, "", "1", "2", "3", "4");
        row["waiting_since"] = One(random, "", "2026-11-02", "2026-11-12");
        row["birth_year"] = One(random, "1945", "1945", "1945", "1966", "", Rarely(random, 4) ? "2008" : "1945");
        row["referral_source"] = Rarely(random, 10) ? "school" : "gp";
        row["gender"] = One(random, "", "female", "male", "non-binary");
        row["prefers_gender"] = Rarely(random, 5) ? One(random, "female", "female;non-binary") : "";
        row["languages"] = One(random, "", "en", "en", "ur;en", "Urdu", "pa");
        row["interests"] = One(random, "", "cards", "cards;music", "cards;music;walking;gardening", "gardening");
        row["access_needs"] = Rarely(random, 2)
            ? One(random, "step-free", "hearing-loop", "transport", "transport", "transport;step-free") : "";
        row["situations"] = One(random, "", "", "carer", "bereaved;carer");
        row["support_needs"] = Rarely(random, 7) ? "dementia" : "";
        row["travel_km_max"] = One(random, "", "", "0", "1.2", "3");
        row["available"] = One(random, "", "tue-am", "tue-am;tue-pm", "tue-pm;thu-am;fri-am;fri-eve;sat-am", "thu-am");
        row["modes"] = One(random, "", "", "", "phone;visit", "out-and-about;online");
        row["home_factors"] = One(random, "", "", "dog", "cat;smoking");
        row["cannot_be_with"] = Rarely(random, 4) ? "cat" : "";
        row["exclusions"] = Rarely(random, 8) ? "V1" : "";
        return Placed(random, row);
    }

    private static Row Volunteer(Random random, int number)
    {
        var row = new Row { ["id"] = $"V{number}", ["ward"] = "W1", ["capacity"] = One(random, "0", "1", "1", "2") };
        row["role"] = One(random, "befriender", "befriender", "befriender", "homeshare-host;befriender", "digital-buddy", "driver");
        row["gender"] = One(random, "", "female", "male", "female");
        row["birth_year"] = Rarely(random, 15) ? "2009" : "1980";
        row["prefers_gender"] = Rarely(random, 8) ? "female" : "";
        row["languages"] = One(random, "", "en", "en;ur", "ur", "Punjabi;English");
        row["interests"] = One(random, "", "cards", "cards;music;walking", "gardening;cards");
        row["competences"] = One(random, "", "", "dementia", "bsl");
        row["available"] = One(random, "", "tue-am", "tue-am;tue-pm;thu-am;fri-am;fri-eve", "tue-pm");
        row["modes"] = One(random, "", "", "", "phone;visit", "visit;phone;online;out-and-about");
        row["checks"] = One(random, "references;interview;induction", "references:2026-03-01;interview:2026-03-01;induction:2026-03-04",
            "references;induction", "references:2026-03-01/2026-11-23;interview;induction",
            Rarely(random, 3) ? "references:2026-03-01/2026-11-22;interview;induction" : "references;interview;induction");
        row["travel_km_max"] = One(random, "", "", "1.2", "3");
        row["home_factors"] = One(random, "", "", "cat");
        row["cannot_be_with"] = Rarely(random, 4) ? "dog" : "";
        row["exclusions"] = Rarely(random, 10) ? "R1" : "";
        row["resident"] = Rarely(random, 10) ? "R2" : "";
        return Placed(random, row);
    }

    private static Row Group(Random random, int number)
    {
        var row = new Row { ["id"] = $"G{number}", ["ward"] = One(random, "W1", "W1", "W2") };
        row["places"] = One(random, "0", "1", "2", "3", "");
        row["open_access"] = "yes";
        row["kind"] = One(random, "lunch-club", "lunch-club", "activity", "online");
        row["languages"] = One(random, "", "en", "ur;en");
        row["interests"] = One(random, "", "cards", "music;walking;gardening");
        row["situations"] = Rarely(random, 4) ? "bereaved" : "";
        row["open_to_all"] = One(random, "", "no", "yes");
        row["competences"] = One(random, "", "", "dementia", "bsl");
        row["slots"] = One(random, "", "tue-am", "thu-am;tue-pm");
        row["step_free"] = One(random, "", "yes", "no");
        row["access"] = One(random, "", "", "hearing-loop", "step-free");
        row["transport_seats"] = One(random, "", "0", "1", "1", "2");
        row["age_from"] = One(random, "", "", "", "60");
        row["age_to"] = One(random, "", "", "", "81");
        return Placed(random, row);
    }

    private static Row Placed(Random random, Row row)
    {
        if (!Rarely(random, 6))
        {
            row["latitude"] = $"{53.70 + random.Next(4) * 0.01:0.00}";
            row["longitude"] = $"{-1.64 + random.Next(3) * 0.01:0.00}";
        }

        return row;
    }

    private static string One(Random random, params string[] of) => of[random.Next(of.Length)];

    private static bool Rarely(Random random, int once) => random.Next(once) == 0;
}
