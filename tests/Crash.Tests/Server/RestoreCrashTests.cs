using System.IO.Compression;
using Networks.Testing;

namespace Networks.Crash.Tests.Server;

public sealed class RestoreCrashTests : IDisposable
{
    private const int Seed = 5;
    private const int KillsCount = 4;
    private const int ResidentsCount = 2_000;
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_restore_killed_again_and_again_leaves_the_old_store_whole_or_the_new_one()
    {
        var (files, data, other) = (_directory.File("files"), _directory.File("data"), _directory.File("other"));
        await Done(Victim.Start(
            typeof(GraphQLApi.Hosting.NetworksServer).Assembly.Location,
            "generate", "--area", "rotherham", "--residents", $"{ResidentsCount}", "--seed", "7", "--out", files));
        await Done(NetworksProgram.Start(other, "import", files));
        var theirs = await Backup(other, "theirs.backup");
        Town.Write(_directory.File("town"));
        await Done(NetworksProgram.Start(data, "import", _directory.File("town")));
        var ours = await Backup(data, "ours.backup");

        var random = new Random(Seed);
        for (var kill = 0; kill < KillsCount; kill++)
        {
            await using (var restoring = NetworksProgram.Start(data, "restore", _directory.File("theirs.backup"), "--replace"))
            {
                await Task.Delay(random.Next(1_500));
                await restoring.Kill();
            }

            var found = await Backup(data, $"{kill}.backup");
            Assert.True(found == ours || found == theirs, "The store is neither as it was nor as the backup.");
        }

        await Done(NetworksProgram.Start(data, "restore", _directory.File("theirs.backup"), "--replace"));
        Assert.Equal(theirs, await Backup(data, "last.backup"));
        await NetworksProgram.AssertNothingWrong(data);
    }

    private static async Task Done(Victim process)
    {
        await using (process)
        {
            var (code, output, errors) = await process.Ends();
            Assert.True(code == 0, output + errors);
        }
    }

    /// <summary>Every line of a backup of the store, but for the manifest, which says when.</summary>
    private async Task<string> Backup(string data, string name)
    {
        await Done(NetworksProgram.Start(data, "backup", _directory.File(name)));
        using var zip = ZipFile.OpenRead(_directory.File(name));
        return string.Concat(zip.Entries.Where(entry => entry.Name != "manifest.json").Select(entry =>
        {
            using var text = new StreamReader(entry.Open());
            return entry.FullName + "\n" + text.ReadToEnd();
        }));
    }
}
