using System.Globalization;
using System.Text;
using Networks.Domain.Measures;

namespace Networks.Benchmarks.Areas;

/// <summary>
/// The area as the product imports it (docs/importing.md). A tie is named by its lower end. Names stay out: contact cards are kept apart
/// from everything that is measured here.
/// </summary>
internal static class DeliveryFiles
{
    private const int CellMetres = 3_000;

    public static void Write(GeneratedArea area, string folder)
    {
        Directory.CreateDirectory(folder);
        var days = Enumerable.Range(0, 2_101).Select(age => GeneratedArea.Day(age).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .ToArray();
        var side = (int)Math.Ceiling(Math.Sqrt(area.Wards));
        File(folder, "wards.csv", "code,name,population,latitude,longitude", area.Wards, at =>
            $"{AreaNames.Ward(at)},Ward {at + 1:000},{area.WardStart[at + 1] - area.WardStart[at]}," +
            Point(((at % side) * CellMetres) + (CellMetres / 2), ((at / side) * CellMetres) + (CellMetres / 2)));
        File(folder, "interests.csv", "id", 24, at => AreaNames.Interest(at + 1));
        File(folder, "residents.csv", "id,ward,birth_year,latitude,longitude,interests,household", area.Residents, at =>
            $"{AreaNames.Resident(at)},{AreaNames.Ward(area.Ward[at])},{area.BirthYear[at]}," +
            $"{Point(area.HouseholdX[area.Household[at]], area.HouseholdY[area.Household[at]])}," +
            $"{string.Join(';', area.Interests[at].Select(AreaNames.Interest))},H{area.Household[at] + 1}");
        File(folder, "ties.csv", "from,to,kind,last_contact", area.TieA.Length, at =>
            $"{AreaNames.Resident(area.TieA[at])},{AreaNames.Resident(area.TieB[at])},friend,{days[area.TieAge[at]]}");
        File(folder, "groups.csv", "id,name,ward,kind,latitude,longitude,places,interests", area.Groups.Length, at =>
            $"{AreaNames.Group(at)},Group {at + 1},{AreaNames.Ward(area.Groups[at].Ward)},activity," +
            $"{Point(area.Groups[at].X, area.Groups[at].Y)},{area.Groups[at].Capacity},{AreaNames.Interest(area.Groups[at].Interest)}");
        File(folder, "memberships.csv", "group,resident,since", area.Memberships.Length, at =>
            $"{AreaNames.Group(area.Memberships[at].Group)},{AreaNames.Resident(area.Memberships[at].Resident)}," +
            days[area.Memberships[at].Age]);
        File(folder, "volunteers.csv", "id,ward,role,capacity,latitude,longitude", area.Volunteers.Length, at =>
            $"{AreaNames.Volunteer(at)},{AreaNames.Ward(area.Volunteers[at].Ward)},befriender,{area.Volunteers[at].Capacity}," +
            Point(area.Volunteers[at].X, area.Volunteers[at].Y));
        File(folder, "befriending.csv", "volunteer,resident,since,last_contact", area.Befriending.Length, at =>
            $"{AreaNames.Volunteer(area.Befriending[at].Volunteer)},{AreaNames.Resident(area.Befriending[at].Resident)}," +
            $"{days[area.Befriending[at].StartedAge]},{days[area.Befriending[at].VisitAge]}");
    }

    private static string Point(int east, int north)
    {
        GeoPoint point = AreaNames.Point(east, north);
        return string.Create(CultureInfo.InvariantCulture, $"{point.Latitude},{point.Longitude}");
    }

    private static void File(string folder, string name, string header, int rows, Func<int, string> row)
    {
        using var text = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        text.WriteLine(header);
        for (var at = 0; at < rows; at++)
        {
            text.WriteLine(row(at));
        }
    }
}
