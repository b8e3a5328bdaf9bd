using System.Globalization;
using System.Text;

namespace Networks.Benchmarks.Areas;

/// <summary>The area as the peers load it: CSV without headers, numbers from 1, metres. Their README says what each column is.</summary>
internal static class PeerFiles
{
    private static readonly string[] FirstNames =
    [
        .. ("Aisha Alan Amir Amy Ben Carol Chloe Dawn Dev Ella Eve Farah Fred George Gita Hana Harry Ian Isla Jack Jean Joan Kate Ken Leah "
            + "Liam Lily Mary Maya Mei Mo Nia Noah Olga Omar Pam Pat Paul Priya Raj Rita Rosa Ruth Sam Sara Sean Sian Sita Sue Tariq Ted "
            + "Tom Una Val Vera Wei Will Yan Yusuf Zara Zoe Ada Bill Clare").Split(' '),
    ];

    private static readonly string[] LastNames =
    [
        .. ("Ahmed Ali Allen Bailey Baker Bell Bennett Brown Carter Clark Cook Cooper Cox Davies Davis Edwards Evans Green Gray Hall "
            + "Harris Hill Hughes Hussain Jackson James Jones Kaur Kelly Khan King Lee Lewis Lloyd Marsh Martin Miller Moore Morgan Murphy "
            + "Nowak Owen Parker Patel Phillips Price Reid Roberts Robinson Scott Shah Shaw Singh Smith Taylor Thomas Turner Walker Ward "
            + "Watson White Wilson Wood Wright Young").Split(' '),
    ];

    public static void Write(GeneratedArea area, string folder, ulong seed = 42)
    {
        Directory.CreateDirectory(folder);
        var draw = new Draw(seed);
        var days = Enumerable.Range(0, 2_101).Select(age => GeneratedArea.Day(age).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .ToArray();
        File(folder, "wards.csv", area.Wards, at => $"{at + 1},Ward {at + 1:000}");
        File(folder, "households.csv", area.HouseholdWard.Length,
            at => $"{at + 1},{area.HouseholdWard[at] + 1},{area.HouseholdX[at]},{area.HouseholdY[at]}");
        File(folder, "residents.csv", area.Residents, at =>
            $"{at + 1},{area.Household[at] + 1},{area.Ward[at] + 1},{FirstNames[draw.Below(60, at, FirstNames.Length)]} " +
            $"{LastNames[draw.Below(61, at, LastNames.Length)]},{area.BirthYear[at]},\"{{{string.Join(',', area.Interests[at])}}}\"," +
            $"{(area.LastContactAge[at] is { } age ? days[age] : "")}");
        File(folder, "ties.csv", area.TieA.Length, at => $"{area.TieA[at] + 1},{area.TieB[at] + 1},{days[area.TieAge[at]]}");
        File(folder, "groups.csv", area.Groups.Length, at =>
        {
            var group = area.Groups[at];
            return $"{at + 1},{group.Ward + 1},Group {at + 1},{group.Interest},{group.Capacity},{group.Members},{group.X},{group.Y}";
        });
        File(folder, "memberships.csv", area.Memberships.Length, at =>
        {
            var (resident, group, age) = area.Memberships[at];
            return $"{resident + 1},{group + 1},{days[age]}";
        });
        File(folder, "volunteers.csv", area.Volunteers.Length, at =>
        {
            var volunteer = area.Volunteers[at];
            return $"{at + 1},{volunteer.Ward + 1},Volunteer {at + 1},{volunteer.Capacity},{volunteer.Matched},{volunteer.X},{volunteer.Y}";
        });
        File(folder, "befriending.csv", area.Befriending.Length, at =>
        {
            var (resident, volunteer, started, visit) = area.Befriending[at];
            return $"{resident + 1},{volunteer + 1},{days[started]},{days[visit]}";
        });
    }

    private static void File(string folder, string name, int rows, Func<int, string> row)
    {
        using var text = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        for (var at = 0; at < rows; at++)
        {
            text.WriteLine(row(at));
        }
    }
}
