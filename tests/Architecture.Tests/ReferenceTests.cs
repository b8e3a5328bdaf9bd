using System.Xml.Linq;

namespace Networks.Architecture.Tests;

public sealed class ReferenceTests
{
    // The arrows of the house: a project may use those on its right, and nothing else of src.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Domain"] = [],
        ["Graph"] = ["Domain"],
        ["Matching"] = ["Domain"],
        ["Simulation"] = ["Domain", "Matching"],
        ["Import"] = ["Domain"],
        ["Grains"] = ["Domain", "Graph", "Matching", "Simulation"],
        ["Silo"] = ["Grains", "Import"],
        ["GraphQLApi"] = ["Grains", "Import", "Silo"],
    };

    private static readonly string[] PureProjects = ["Domain", "Graph", "Matching", "Simulation", "Import"];

    [Fact]
    public void References_between_projects_run_one_way()
    {
        var wrong = from project in Projects()
                    from reference in Items(project.File, "ProjectReference")
                    let target = Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'))
                    where !Allowed.TryGetValue(project.Name, out var allowed) || !allowed.Contains(target)
                    select $"{project.Name} -> {target}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Pure_projects_know_of_Orleans_no_more_than_its_serialization_attributes()
    {
        var wrong = from project in Projects()
                    where PureProjects.Contains(project.Name)
                    from package in Items(project.File, "GenuinePackage")
                    where package != "Microsoft.Orleans.Sdk" && (project.Name, package) != ("Graph", "QuikGraph")
                    select $"{project.Name} -> {package}";
        Assert.Empty(wrong);

        string[] attributes = ["GenerateSerializerAttribute", "ImmutableAttribute", "AliasAttribute", "IdAttribute"];
        var runtime = from file in House.SourceFiles("src/Domain", "src/Graph", "src/Matching", "src/Simulation", "src/Import")
                      from line in File.ReadLines(file)
                      where line.StartsWith("using Orleans.", StringComparison.Ordinal)
                      select $"{House.Relative(file)}: {line}";
        Assert.Empty(runtime);
        Assert.NotEmpty(attributes);
    }

    [Fact]
    public void Pure_projects_do_no_input_and_output_and_read_no_clock()
    {
        string[] banned = ["System.IO.File", "TimeProvider", "HttpClient", "Environment.GetEnvironmentVariable", "Console."];
        var wrong = from file in House.SourceFiles("src/Domain", "src/Graph", "src/Matching", "src/Simulation")
                    from line in File.ReadLines(file)
                    from word in banned
                    where line.Contains(word) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
                    select $"{House.Relative(file)}: {line.Trim()}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Stand_ins_know_nothing_of_the_product()
    {
        var wrong = from file in House.SourceFiles("standins")
                    from line in File.ReadLines(file)
                    where line.Contains("using Networks.", StringComparison.Ordinal)
                    select House.Relative(file);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Nothing_in_src_or_tests_asks_which_package_set_it_was_built_with()
    {
        var wrong = from file in House.SourceFiles("src", "tests")
                    from line in File.ReadLines(file)
                    where line.TrimStart().StartsWith("#if", StringComparison.Ordinal)
                    select $"{House.Relative(file)}: {line.Trim()}";
        Assert.Empty(wrong);
    }

    private static IEnumerable<(string Name, string File)> Projects() =>
        Directory.EnumerateFiles(Path.Combine(House.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => (Path.GetFileNameWithoutExtension(file), file));

    private static IEnumerable<string> Items(string project, string item) =>
        XDocument.Load(project).Descendants(item).Select(element => (string)element.Attribute("Include")!);
}
