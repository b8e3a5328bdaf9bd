namespace Networks.Crash.Tests.Server;

/// <summary>A small town as CSV files, with fewer places than people who want them.</summary>
internal static class Town
{
    public const int ResidentsCount = 120;
    public const int GroupsCount = 4;
    public const int PlacesPerGroup = 9;
    public const int VolunteersCount = 12;
    public const int PlacesPerVolunteer = 2;

    public static string Resident(int number) => $"R{number:D4}";

    public static string Group(int number) => $"G{number}";

    public static string Ward(int number) => number % 2 == 0 ? "E05000001" : "E05000002";

    /// <summary>Writes the files into a folder, which is made.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        string[] wards = ["E05000001,North,9000,53.40,-1.30", "E05000002,South,8000,53.41,-1.31"];
        Lines(folder, "wards.csv", "code,name,population,latitude,longitude", wards);
        Lines(
            folder,
            "residents.csv",
            "id,ward,birth_year,latitude,longitude,languages,available,priority_band,referred_on,consents,seeking",
            Enumerable.Range(0, ResidentsCount).Select(number =>
                $"{Resident(number)},{Ward(number)},{1935 + (number % 50)},53.40{number % 10},-1.30{number % 10},en,mon-am;tue-pm," +
                $"{1 + (number % 4)},2026-09-01,matching:2026-09-01,{(number % 3 == 0 ? "befriending" : "")}"));
        Lines(
            folder,
            "groups.csv",
            "id,name,ward,kind,places,open_access",
            Enumerable.Range(0, GroupsCount)
                .Select(number => $"{Group(number)},Group {number},{Ward(number)},lunch-club,{PlacesPerGroup},no"));
        Lines(
            folder,
            "volunteers.csv",
            "id,ward,role,capacity,latitude,longitude,travel_km_max,languages,available,checks,active_from",
            Enumerable.Range(0, VolunteersCount).Select(number =>
                $"V{number:D3},{Ward(number)},befriender,{PlacesPerVolunteer},53.405,-1.305,10,en,mon-am;tue-pm," +
                "references:2026-01-01;interview:2026-01-02;induction:2026-01-03,2026-01-04"));
    }

    private static void Lines(string folder, string file, string header, IEnumerable<string> rows) =>
        File.WriteAllLines(Path.Combine(folder, file), [header, .. rows]);
}
