using System.Globalization;
using System.Text;
using Networks.Domain.Interests;
using Networks.Domain.Wards;
using Networks.Import.Assessments;
using Networks.Import.Csv;
using Networks.Import.Groups;
using Networks.Import.Interests;
using Networks.Import.LifeEvents;
using Networks.Import.Organisations;
using Networks.Import.Residents;
using Networks.Import.Ties;
using Networks.Import.Volunteers;
using Networks.Import.Wards;

namespace Networks.Import.SyntheticAreas;

/// <summary>
/// Writes a synthetic area as the files a council would deliver. Wards carry published facts; every person, group and volunteer is
/// invented, and the README beside the files says so.
/// </summary>
public static class SyntheticArea
{
    /// <summary>Writes the area's files one after the other.</summary>
    /// <param name="order">Which area.</param>
    /// <param name="create">Creates a file by name; the stream is closed here.</param>
    public static void Write(SyntheticAreaOrder order, Func<string, Stream> create)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order.Residents, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order.Residents, SyntheticAreaOrder.ResidentsMax);
        var population = Population.Of(order);
        var residents = new InventedResidents(population);
        var offers = new InventedOffers(population, residents);
        var people = Enumerable.Range(0, population.People.Length);
        using (var text = Text(create, "README.md"))
        {
            text.Write(Readme(order, population));
        }

        var history = new InventedHistory(population, residents, offers);
        WriteFile(create, OrganisationFile.Layout, InventedWords.Organisations.Select(OrganisationFile.Write));
        WriteFile(create, InterestFile.Layout, InventedWords.Interests.Select(Listed).Select(InterestFile.Write));
        WriteFile(create, WardFile.Layout, population.Wards.Select(ward => WardFile.Write(Published(ward, order.Area))));
        WriteFile(create, VolunteerFile.Layout, offers.Volunteers.Select(VolunteerFile.Write));
        WriteFile(create, GroupFile.Layout, offers.Groups.Select(GroupFile.Write));
        WriteFile(create, ResidentFile.Layout, people.Select(at => ResidentFile.Write(residents.Id(at), residents.Facts(at))));
        WriteFile(create, ContactCardFile.Layout, people.Where(at => population.People[at].Seeks)
            .Select(at => ContactCardFile.Write(residents.Id(at), residents.Card(at))));
        WriteFile(create, TieFile.Layout, new InventedTies(population, residents).All().Select(row => TieFile.Write(row.From, row.Tie)));
        WriteFile(create, MembershipFile.Layout, offers.Memberships.Select(row => MembershipFile.Write(row.Resident, row.Membership)));
        WriteFile(create, BefriendingFile.Layout,
            offers.Matches.Select((row, at) => BefriendingFile.Write(row.Resident, history.Planned(at))));
        WriteFile(create, ContactFile.Layout, history.Visits().Select(row => ContactFile.Write(row.Resident, row.With, row.Contact)));
        WriteFile(create, AttendanceFile.Layout, history.Attendances().Select(row => AttendanceFile.Write(row.Resident, row.Attendance)));
        WriteFile(create, AssessmentFile.Layout, history.Assessments().Select(row => AssessmentFile.Write(row.Resident, row.Assessment)));
        WriteFile(create, LifeEventFile.Layout, history.LifeEvents().Select(row => LifeEventFile.Write(row.Resident, row.Event)));
    }

    private static Interest Listed(string word) => new() { Word = word, Label = char.ToUpperInvariant(word[0]) + word[1..] };

    private static WardFacts Published(DescribedWard ward, AreaDescription area) => new()
    {
        Code = ward.Code,
        Name = ward.Name,
        Population = ward.Residents,
        PopulationPeriod = "Census 2021",
        Point = new Networks.Domain.Measures.GeoPoint(ward.LatitudeMicro / 1_000_000.0, ward.LongitudeMicro / 1_000_000.0),
        Authority = area.Authority,
    };

    private static void WriteFile(Func<string, Stream> create, CsvLayout layout, IEnumerable<IEnumerable<string?>> rows)
    {
        using var text = Text(create, layout.File);
        var csv = new CsvWriter(text);
        var columns = layout.Required.Count + layout.Optional.Count;
        csv.Write(layout.Read.Take(columns));
        foreach (var row in rows)
        {
            csv.Write(row.Take(columns));
        }
    }

    private static StreamWriter Text(Func<string, Stream> create, string file) =>
        new(create(file), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024) { NewLine = "\n" };

    private static string Readme(SyntheticAreaOrder order, Population population)
    {
        var copies = population.Wards.Length > order.Area.Wards.Length
            ? $" More people were asked for than live there, so the {order.Area.Wards.Length} wards stand here several times; copies "
                + $"say so.\n"
            : "\n";
        var options = string.Create(CultureInfo.InvariantCulture,
            $"--area {order.Area.Name} --residents {order.Residents} --seed {order.Seed} --as-of {order.Day:yyyy-MM-dd}");
        return string.Create(CultureInfo.InvariantCulture, $"""
            # A synthetic area

            Nobody in these files exists. Every resident, volunteer, group, tie, name and telephone number is invented.

            Only the wards are real: their codes, names, points, numbers of residents and shares of people aged 65 or more
            are published facts of {order.Area.Authority}.{copies}
            {AreaDescription.Source}

            Made by `networks generate {options}`;
            the same command gives the same bytes on every machine. Load it with `networks import` and the name of this folder.

            """).ReplaceLineEndings("\n");
    }
}
