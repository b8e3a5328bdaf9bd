using Networks.GraphQLApi.Tests.CommandLine;

namespace Networks.GraphQLApi.Tests.Exports;

public sealed class ExportTests
{
    [Fact]
    public async Task A_store_that_holds_one_of_every_fact_goes_out_in_and_out_again_as_the_same_bytes()
    {
        using Terminal terminal = new(), other = new();
        await terminal.Store("import", terminal.Town());
        var (code, answer, notes) = await terminal.Store("import", OneOfEverything(terminal));
        Assert.True(code == 0, answer + notes);
        Assert.Equal(0, (await terminal.Store("export", terminal.At("out"))).Code);
        Assert.Equal(0, (await other.Store("import", terminal.At("out"))).Code);
        Assert.Equal(0, (await other.Store("export", other.At("out"))).Code);
        var files = Directory.GetFiles(terminal.At("out")).Select(path => Path.GetFileName(path)).Order().ToArray();
        Assert.All(files, file => Assert.Equal(File.ReadAllText(terminal.At("out", file)), File.ReadAllText(other.At("out", file))));
        Assert.All(files, file => Assert.True(File.ReadAllLines(terminal.At("out", file)).Length > 1, $"{file} holds no row."));
        Assert.Equal(
            ["areas.csv", "assessments.csv", "attendance.csv", "befriending.csv", "contacts.csv", "groups.csv", "indicators.csv",
                "interests.csv", "life-events.csv", "memberships.csv", "organisations.csv", "residents.csv", "ties.csv", "volunteers.csv",
                "wards.csv"],
            files);
        var everything = string.Concat(files.Select(file => File.ReadAllText(terminal.At("out", file))));
        Assert.DoesNotContain("Zoë", everything, StringComparison.Ordinal);
        Assert.Contains("no difference", (await other.Store("check")).Answer, StringComparison.Ordinal);
    }

    private static string OneOfEverything(Terminal terminal) => terminal.Delivery(
        "more",
        ("organisations.csv", "id,name,kind\nO1,Age UK,vcfse\n"),
        ("areas.csv", "code,name,level,parent,households\nE08000034,Kirklees,council,,180000\n"),
        ("indicators.csv", "area,indicator,value,period\nE05001390,alone,12.5,2021\nE08000034,alone,11,2021\n"),
        ("interests.csv", "id,label\ngardening,Gardening and allotments\n"),
        ("contact-cards.csv", "resident,name\nR1,Zoë Example\n"),
        ("befriending.csv", "volunteer,resident,since\nV2,R2,2026-10-01\n"),
        ("memberships.csv", "group,resident,since,role\nG1,volunteer:V1,2026-01-01,leader\n"),
        ("attendance.csv", "group,resident,on,accompanied_by\nG1,R5,2026-02-03,volunteer:V1\n"),
        ("contacts.csv", "resident,with,on,mode,minutes\nR4,R5,2026-11-02,phone,20\nR2,volunteer:V2,2026-10-08,visit,60\n"),
        ("assessments.csv", "resident,instrument,on,answers\nR2,ucla-3,2026-10-01,2;;3\n"),
        ("life-events.csv", "resident,kind,on,source\nR2,bereaved,2026-01-05,family\n"));
}
