using System.Text;
using Networks.GraphQLApi.Backups;
using Networks.GraphQLApi.Tests.CommandLine;
using Networks.Silo.Storage;

namespace Networks.GraphQLApi.Tests.Checks;

public sealed class CheckTests
{
    /// <summary>A fault in one row: which state, what stands there, what shall stand there, and how the check must name it.</summary>
    private static readonly (string Key, string Part, string Other, string Sentence)[] Faults =
    [
        ("r:R4", "\"resident\":\"R5\"", "\"resident\":\"R9\"", "resident R4: names resident R9, of whom there is no row"),
        ("r:R5", "\"attendances\":[{\"group\":\"G1\"", "\"attendances\":[{\"group\":\"G9\"",
            "resident R5: is said to have come to group G9, of which there is no row"),
        ("v:V1", "\"group\":\"G1\"", "\"group\":\"G8\"", "volunteer V1: is said to be a member of group G8, of which there is no row"),
        ("v:V2", "\"capacity\":2,\"others\":0", "\"capacity\":1,\"others\":2",
            "volunteer V2: has 1 places, but 2 are taken, held or used by others"),
        ("g:G1", "\"taken\":[{\"resident\":\"R5\"", "\"taken\":[{\"resident\":\"R6\"",
            "group G1: holds a place taken by resident R6, whose record has no such connection"),
        ("k:R1", "\"id\":\"R1\"", "\"id\":\"R2\"", "contact-card R1: its row says that it is R2"),
        ("i:E05001390", "\"area\":\"E05001390\"", "\"area\":\"E05001391\"",
            "indicators E05001390: keeps alone, which is about E05001391"),
        ("r:R3", "{\"schema\":1", "{\"schema\":7", "resident R3: its row was written by a later release"),
        ("z:rounds", "nov-2", "nov-3", "matching-round nov-2: is not in the register of rounds, so no list shows it"),
    ];

    [Fact]
    public async Task A_fault_of_each_kind_planted_in_the_rows_is_named_and_ends_with_1()
    {
        using var terminal = new Terminal();
        await Town(terminal);
        Assert.Contains("no difference", (await terminal.Store("check")).Answer, StringComparison.Ordinal);
        await terminal.Store("backup", terminal.At("sound.backup"));
        await Put(terminal, Spoil(terminal.At("sound.backup")));
        var (code, answer, _) = await terminal.Store("check");
        Assert.Equal(1, code);
        Assert.All(Faults, fault => Assert.Contains(fault.Sentence + "\n", answer, StringComparison.Ordinal));
        Assert.Contains("resident R5: is connected with group G1, which has no place", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_of_nobody_and_whoever_still_names_an_erased_person_are_named()
    {
        using var terminal = new Terminal();
        await Town(terminal);
        await terminal.Store("backup", terminal.At("sound.backup"));
        using (var backup = BackupReader.Open(terminal.At("sound.backup")))
        {
            var erased = "{\"schema\":1,\"id\":\"R5\",\"erasedOn\":\"2026-11-22\"}"u8.ToArray();
            await Put(terminal, backup.Items().Where(item => item is not StoredState { Key: "r:R1" })
                .Select(item => item is StoredState { Key: "r:R5" } state ? state with { Json = erased } : item));
        }

        var (code, answer, _) = await terminal.Store("check");
        Assert.Equal(1, code);
        Assert.Contains("contact-card R1: is kept of somebody who is not registered\n", answer, StringComparison.Ordinal);
        Assert.Contains("resident R4: names resident R5, who was erased\n", answer, StringComparison.Ordinal);
        Assert.Contains("group G1: keeps a place of resident R5, who was erased\n", answer, StringComparison.Ordinal);
    }

    private static async Task Town(Terminal terminal)
    {
        await terminal.Store("import", terminal.Town());
        var more = terminal.Delivery(
            "more",
            ("attendance.csv", "group,resident,on\nG1,R5,2026-02-03\n"),
            ("memberships.csv", "group,resident,since,role\nG1,volunteer:V1,2026-01-01,leader\n"),
            ("indicators.csv", "area,indicator,value,period\nE05001390,alone,12.5,2021\n"),
            ("contact-cards.csv", "resident,name\nR1,Zoë Example\n"));
        Assert.Equal(0, (await terminal.Store("import", more)).Code);
        Assert.Equal(0, (await terminal.Store("match", "--round", "nov-2", "--wards", "all", "--out", terminal.At("round"))).Code);
    }

    /// <summary>Puts items into the store past everything that would refuse them.</summary>
    private static async Task Put(Terminal terminal, IEnumerable<StoredItem> items)
    {
        var options = NetworksStoreOptions.InDirectory(terminal.Data);
        await using var store = await StoreAlone.Open(options, TimeProvider.System, CancellationToken.None);
        await store.Contents.Replace(items, CancellationToken.None);
    }

    private static StoredItem[] Spoil(string from)
    {
        using var backup = BackupReader.Open(from);
        var spoilt = 0;
        StoredItem[] items = [.. backup.Items().Select(Spoilt)];
        Assert.Equal(Faults.Length, spoilt);
        return items;

        StoredItem Spoilt(StoredItem item)
        {
            if (item is not StoredState { Json: { } json } state
                || Array.Find(Faults, known => known.Key == state.Key) is not { Key: not null } fault)
            {
                return item;
            }

            var text = Encoding.UTF8.GetString(json);
            Assert.Contains(fault.Part, text, StringComparison.Ordinal);
            spoilt++;
            return state with { Json = Encoding.UTF8.GetBytes(text.Replace(fault.Part, fault.Other, StringComparison.Ordinal)) };
        }
    }
}
