namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>The rows of one area's files, each cell by the name of its column; what has no cell is empty.</summary>
internal sealed class PlainRows(Func<string, string> file)
{
    public List<Dictionary<string, string>> Wards { get; } = Read(file("wards.csv"));

    public List<Dictionary<string, string>> Residents { get; } = Read(file("residents.csv"));

    public List<Dictionary<string, string>> Ties { get; } = Read(file("ties.csv"));

    public List<Dictionary<string, string>> Contacts { get; } = Read(file("contacts.csv"));

    public List<Dictionary<string, string>> Groups { get; } = Read(file("groups.csv"));

    public List<Dictionary<string, string>> Memberships { get; } = Read(file("memberships.csv"));

    public List<Dictionary<string, string>> Attendance { get; } = Read(file("attendance.csv"));

    public List<Dictionary<string, string>> Volunteers { get; } = Read(file("volunteers.csv"));

    public List<Dictionary<string, string>> Befriending { get; } = Read(file("befriending.csv"));

    private static List<Dictionary<string, string>> Read(string text)
    {
        var lines = text.Split('\n');
        var columns = lines[0].Split(',');
        var rows = new List<Dictionary<string, string>>();
        for (var line = 1; line < lines.Length; line++)
        {
            if (lines[line] == "")
            {
                continue;
            }

            var cells = lines[line].Split(',');
            var row = new Dictionary<string, string>();
            for (var at = 0; at < columns.Length; at++)
            {
                row[columns[at]] = cells[at];
            }

            rows.Add(row);
        }

        return rows;
    }
}
