namespace Networks.Architecture.Tests;

public sealed class FolderTests
{
    private static readonly string[] Vague =
        ["Services", "Interfaces", "Dtos", "Models", "Helpers", "Extensions", "Common", "Utils", "Utilities", "Misc", "Shared", "Core"];

    [Fact]
    public void No_folder_has_a_name_that_says_nothing()
    {
        var wrong = Directory.EnumerateDirectories(Path.Combine(House.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(folder => Vague.Contains(Path.GetFileName(folder)) && !House.Relative(folder).Contains("/wwwroot/"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_namespace_is_its_folder()
    {
        var wrong = from file in House.SourceFiles("src")
                    let folder = House.Relative(Path.GetDirectoryName(file)!)["src/".Length..]
                    let expected = "namespace Networks." + folder.Replace('/', '.') + ";"
                    let declared = File.ReadLines(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
                    where declared is not null && declared != expected
                    select $"{House.Relative(file)}: {declared}, expected {expected}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Tests_stand_where_the_code_they_test_stands()
    {
        string[] own = ["Architecture.Tests", "Crash.Tests", "Browser.Tests", "Orleans.Tests", "HotChocolate.Tests", "Testing"];
        var wrong = from folder in Directory.EnumerateDirectories(Path.Combine(House.Root, "tests"))
                    let name = Path.GetFileName(folder)
                    where !own.Contains(name) && !Directory.Exists(Path.Combine(House.Root, "src", name.Replace(".Tests", "")))
                    select name;
        Assert.Empty(wrong);
    }
}
