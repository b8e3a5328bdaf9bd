using Networks.Import.Deliveries;
using Networks.Import.Templates;

namespace Networks.GraphQLApi.Tests.CommandLine;

public sealed class TemplatesTests
{
    [Fact]
    public async Task Templates_are_imported_as_they_are_and_nobody_takes_them_for_real_people_unnoticed()
    {
        using var terminal = new Terminal();
        var (code, answer, notes) = await Terminal.Run("templates", terminal.At("in"));
        Assert.Equal((0, ""), (code, notes));
        Assert.StartsWith($"{DeliveryReader.Layouts.Count} templates written to {terminal.At("in")}, each with one example row of invented "
            + "people.\n", answer, StringComparison.Ordinal);
        Assert.Equal(Template.Files.Order(), Directory.GetFiles(terminal.At("in")).Select(path => Path.GetFileName(path)!).Order());

        Assert.Equal(0, (await terminal.Store("import", terminal.At("in"), "--dry-run")).Code);
        var imported = await terminal.Store("import", terminal.At("in"));
        Assert.Equal(0, imported.Code);
        Assert.False(File.Exists(terminal.At("in", "refused.csv")));
        Assert.Contains("Note: residents.csv: Example rows of the template (their ids begin with EXAMPLE-) were taken in", imported.Notes,
            StringComparison.Ordinal);
        Assert.DoesNotContain("allowed-values.csv", imported.Notes, StringComparison.Ordinal);
        Assert.Equal(0, (await terminal.Store("check")).Code);
        Assert.Contains("0 records new, 0 changed, ", (await terminal.Store("import", terminal.At("in"))).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_stands_there_already_is_never_lost()
    {
        using var terminal = new Terminal();
        var folder = terminal.Delivery("in", ("residents.csv", "id,ward\nR1,E05001390\n"));
        var (code, answer, notes) = await Terminal.Run("templates", folder);
        Assert.Equal((2, ""), (code, answer));
        Assert.Equal($"{folder} has residents.csv already, and nothing was written. Name another folder, or add --overwrite to lose what "
            + "is in them.\n", notes);
        Assert.Equal(["residents.csv"], Directory.GetFiles(folder).Select(path => Path.GetFileName(path)!));
        Assert.Equal(0, (await Terminal.Run("templates", folder, "--overwrite")).Code);
        Assert.Contains("EXAMPLE-R1", File.ReadAllText(terminal.At("in", "residents.csv")), StringComparison.Ordinal);
    }
}
