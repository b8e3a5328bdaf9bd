using System.Text;
using Networks.Grains;
using Networks.GraphQLApi.Backups;
using Networks.GraphQLApi.Tests.CommandLine;
using Networks.Silo.Storage;
using Networks.Testing;

namespace Networks.GraphQLApi.Tests.Backups;

public sealed class BackupTests
{
    [Fact]
    public async Task A_restored_town_gives_the_same_backup_and_the_same_answers()
    {
        using Terminal terminal = new(), other = new();
        await terminal.Store("import", terminal.Town());
        await terminal.Store("import", terminal.Delivery("cards", ("contact-cards.csv", "resident,name,phone\nR1,Zoë Example,01709 0\n")));
        await terminal.Store("match", "--round", "nov-2", "--wards", "all", "--out", terminal.At("round"));
        var (code, answer, _) = await terminal.Store("backup", terminal.At("a.backup"));
        Assert.Equal(0, code);
        Assert.Contains("records as of one instant, contact cards among them", answer, StringComparison.Ordinal);

        Assert.Equal(0, (await other.Store("restore", terminal.At("a.backup"))).Code);
        Assert.Equal(0, (await other.Store("backup", other.At("b.backup"))).Code);
        Assert.Equal(BackupFiles.Contents(terminal.At("a.backup")), BackupFiles.Contents(other.At("b.backup")));
        Assert.Equal(BackupFiles.Digest(terminal.At("a.backup")), BackupFiles.Digest(other.At("b.backup")));
        Assert.Contains("no difference", (await other.Store("check")).Answer, StringComparison.Ordinal);
        Assert.Equal((await terminal.Store("resident", "R1")).Answer, (await other.Store("resident", "R1")).Answer);
    }

    [Fact]
    public async Task Every_kind_of_row_comes_back_byte_for_byte()
    {
        using var terminal = new Terminal();
        BackupFiles.WriteOneOfEverything(terminal.At("all.backup"));
        Assert.Equal((0, ""), await Restored(terminal, "all.backup"));
        await terminal.Store("backup", terminal.At("again.backup"));
        Assert.Equal(BackupFiles.Contents(terminal.At("all.backup")), BackupFiles.Contents(terminal.At("again.backup")));
        var names = BackupFiles.Contents(terminal.At("all.backup")).Keys.Select(Path.GetFileNameWithoutExtension);
        Assert.Empty(StoredStates.Names.Except(names));
    }

    [PostgresFact]
    public async Task A_store_moves_to_PostgreSQL_and_back_unchanged()
    {
        using Terminal terminal = new(), other = new();
        Directory.CreateDirectory(other.Data);
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await File.WriteAllTextAsync(Path.Combine(other.Data, NetworksStoreOptions.PostgreSqlFileName), database + "\n");
        BackupFiles.WriteOneOfEverything(terminal.At("all.backup"));
        Assert.Equal(0, (await other.Store("restore", terminal.At("all.backup"))).Code);
        Assert.Equal(0, (await other.Store("backup", other.At("pg.backup"))).Code);
        Assert.False(File.Exists(Path.Combine(other.Data, NetworksStoreOptions.SqliteFileName)));
        Assert.Equal(0, (await terminal.Store("restore", other.At("pg.backup"))).Code);
        await terminal.Store("backup", terminal.At("back.backup"));
        Assert.Equal(BackupFiles.Contents(terminal.At("all.backup")), BackupFiles.Contents(other.At("pg.backup")));
        Assert.Equal(BackupFiles.Contents(terminal.At("all.backup")), BackupFiles.Contents(terminal.At("back.backup")));

        var again = await other.Store("restore", terminal.At("all.backup"));
        Assert.Equal(2, again.Code);
        Assert.Contains("say --replace", again.Notes, StringComparison.Ordinal);
        Assert.Equal(0, (await other.Store("restore", terminal.At("all.backup"), "--replace")).Code);
    }

    [Fact]
    public async Task A_store_that_is_not_empty_is_replaced_only_when_asked()
    {
        using var terminal = new Terminal();
        await terminal.Store("import", terminal.Town());
        await terminal.Store("backup", terminal.At("town.backup"));
        BackupFiles.WriteOneOfEverything(terminal.At("all.backup"));
        var (code, _, notes) = await terminal.Store("restore", terminal.At("all.backup"));
        Assert.Equal(2, code);
        Assert.Contains("holds 10 records; name an empty directory with --data, or say --replace", notes, StringComparison.Ordinal);
        Assert.Equal(0, (await terminal.Store("resident", "R1")).Code);
        Assert.Equal(0, (await terminal.Store("restore", terminal.At("all.backup"), "--replace")).Code);
        Assert.Equal(0, (await terminal.Store("restore", terminal.At("town.backup"), "--replace")).Code);
        await terminal.Store("backup", terminal.At("town-2.backup"));
        Assert.Equal(BackupFiles.Contents(terminal.At("town.backup")), BackupFiles.Contents(terminal.At("town-2.backup")));
    }

    [Fact]
    public async Task A_restore_that_fails_half_way_leaves_the_store_as_it_was()
    {
        using var terminal = new Terminal();
        await terminal.Store("import", terminal.Town());
        await terminal.Store("backup", terminal.At("before.backup"));
        var state = "{\"schema\":1}"u8.ToArray();
        BackupFiles.Write(
            terminal.At("twice.backup"), new StoredState("area", "z:register", 1, state), new StoredState("area", "z:register", 2, state));
        var (code, _, notes) = await terminal.Store("restore", terminal.At("twice.backup"), "--replace");
        Assert.Equal(2, code);
        Assert.StartsWith("The backup could not be put in place; the store is as it was.", notes, StringComparison.Ordinal);
        await terminal.Store("backup", terminal.At("after.backup"));
        Assert.Equal(BackupFiles.Contents(terminal.At("before.backup")), BackupFiles.Contents(terminal.At("after.backup")));
    }

    [Fact]
    public async Task What_is_no_whole_backup_of_a_known_form_is_refused_in_one_sentence()
    {
        using var terminal = new Terminal();
        BackupFiles.WriteOneOfEverything(terminal.At("good.backup"));
        var bytes = await File.ReadAllBytesAsync(terminal.At("good.backup"));
        await File.WriteAllBytesAsync(terminal.At("cut.backup"), bytes[..(bytes.Length / 2)]);
        await File.WriteAllTextAsync(terminal.At("text.backup"), "id,ward\n");
        await Refused("no-such.backup", "There is no file");
        await Refused("cut.backup", "is damaged: it is no whole zip file. Use another backup; nothing was changed.");
        await Refused("text.backup", "is damaged: it is no whole zip file.");
        await Spoiled("states/volunteer.jsonl", "R00417", "R00418", "its contents are not those it was written with");
        await Spoiled("states/group.jsonl", "{\"key\":\"x:cleared\",\"version\":2}\n", "", "states/group.jsonl holds 1 of 2 lines");
        await Spoiled(BackupManifest.EntryName, "\"schema\": 1", "\"schema\": 2", "by a later release (form 2; this one knows 1)");
        await Spoiled(BackupManifest.EntryName, "networks-backup", "other", "is no backup of this program.");
        Keep("newer.backup", "volunteer", "{\"schema\":99,\"id\":\"V1\"}");
        await Refused("newer.backup", "volunteer y:1 was written by a later release. Restore it with a later release;");
        Keep("stranger.backup", "weather", "{}");
        await Refused("stranger.backup", "weather y:1 is of a kind that only a later release knows.");
        Keep("member.backup", "area", "{\"schema\":1,\"moon\":2}");
        await Refused("member.backup", "area y:1 is no state that this release can read.");
        Assert.False(File.Exists(Path.Combine(terminal.Data, NetworksStoreOptions.SqliteFileName)));

        void Keep(string file, string name, string state) =>
            BackupFiles.Write(terminal.At(file), new StoredState(name, "y:1", 1, Encoding.UTF8.GetBytes(state)));

        async Task Spoiled(string entry, string part, string other, string sentence)
        {
            File.Copy(terminal.At("good.backup"), terminal.At("bad.backup"), overwrite: true);
            BackupFiles.Alter(terminal.At("bad.backup"), entry, text => text.Replace(part, other, StringComparison.Ordinal));
            await Refused("bad.backup", sentence);
        }

        async Task Refused(string file, string sentence)
        {
            var (code, answer, notes) = await terminal.Store("restore", terminal.At(file));
            Assert.Equal((2, ""), (code, answer));
            Assert.Contains(sentence, notes, StringComparison.Ordinal);
            Assert.Single(notes.TrimEnd('\n').Split('\n'));
        }
    }

    [Fact]
    public async Task A_backup_is_for_its_owner_alone_and_replaces_an_older_one_only_when_whole()
    {
        using var terminal = new Terminal();
        await terminal.Store("import", terminal.Town());
        await File.WriteAllTextAsync(terminal.At("a.backup"), "older");
        Assert.Equal(0, (await terminal.Store("backup", terminal.At("a.backup"))).Code);
        Assert.NotEmpty(BackupFiles.Contents(terminal.At("a.backup")));
        Assert.False(File.Exists(terminal.At("a.backup.unfinished")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(terminal.At("a.backup")));
        }

        var nowhere = await terminal.Store("backup", terminal.At("no", "folder", "a.backup"));
        Assert.Equal(2, nowhere.Code);
        Assert.Contains("cannot be written", nowhere.Notes, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Notes)> Restored(Terminal terminal, string file)
    {
        var (code, _, notes) = await terminal.Store("restore", terminal.At(file));
        return (code, notes);
    }
}
