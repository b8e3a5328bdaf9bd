using Networks.GraphQLApi.CommandLine;
using Networks.Testing;

namespace Networks.GraphQLApi.Tests.CommandLine;

/// <summary>Types commands as a person would, each in a store and folders of this test's own.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly TempDirectory directory = new();

    public string Data => Path.Combine(directory.Path, "data");

    /// <summary>Full path of something in the test's folder.</summary>
    public string At(params string[] parts) => Path.Combine([directory.Path, .. parts]);

    /// <summary>Writes the files of a delivery.</summary>
    public string Delivery(string folder, params (string File, string Text)[] files)
    {
        Directory.CreateDirectory(At(folder));
        foreach (var (file, text) in files)
        {
            File.WriteAllText(At(folder, file), text);
        }

        return At(folder);
    }

    /// <summary>Two wards, three volunteers, a group and six people of whom some seek a visit.</summary>
    public string Town() => Delivery("town",
        ("wards.csv", "code,name,population,latitude,longitude\nE05001390,Batley East,17000,53.71,-1.62\nE05001391,Batley "
            + "West,18000,53.72,-1.64\n"),
        ("volunteers.csv", """
            id,ward,role,capacity,latitude,longitude,travel_km_max,languages,available,checks
            V1,E05001390,befriender,1,53.71,-1.62,5,ur;en,tue-am,references:2026-03-04;interview:2026-03-04;induction:2026-03-05
            V2,E05001391,befriender,2,53.72,-1.64,5,en,wed-pm,references:2026-03-04;interview:2026-03-04;induction:2026-03-05

            """),
        ("groups.csv", "id,name,ward,kind,places\nG1,Lunch,E05001390,lunch-club,10\n"),
        ("residents.csv", """
            id,ward,birth_year,lives_alone,languages,available,seeking,priority_band,referred_on,consents,connections_asked_on
            R1,E05001390,1948,yes,ur,tue-am,befriending,1,2026-09-22,matching:2026-09-22,2026-05-14
            R2,E05001390,1950,no,en,wed-pm,befriending,2,2026-10-01,matching:2026-10-01,
            R3,E05001391,1944,yes,en,wed-pm,befriending,3,2026-10-02,,2026-01-01
            R4,E05001391,1960,,en,,,,,,
            R5,E05001390,1970,no,,,,,,,
            R6,E05001390,,,,,,,,,

            """),
        ("ties.csv", "from,to,kind,last_contact\nR4,R5,friend,2026-11-01\nR2,alter:1,child,2026-07-02\n"),
        ("memberships.csv", "group,resident,since\nG1,R5,2026-01-01\n"));

    /// <summary>Runs a command on the test's store.</summary>
    public Task<Answered> Store(params string[] args) => Run([.. args, "--data", Data]);

    /// <summary>Runs a command line.</summary>
    public static async Task<Answered> Run(params string[] args)
    {
        using StringWriter answers = new(), notes = new();
        var code = await NetworksCommand.Run(args, answers, notes, showsProgress: false);
        return new Answered(code, answers.ToString().ReplaceLineEndings("\n"), notes.ToString().ReplaceLineEndings("\n"));
    }

    public void Dispose() => directory.Dispose();
}

/// <summary>What a command line came to.</summary>
internal sealed record Answered(int Code, string Answer, string Notes);
