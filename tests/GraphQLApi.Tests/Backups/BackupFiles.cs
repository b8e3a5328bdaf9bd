using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Networks.Grains;
using Networks.GraphQLApi.Backups;
using Networks.Silo.Storage;

namespace Networks.GraphQLApi.Tests.Backups;

/// <summary>What tests do with backups: look into them, make one of everything, spoil them.</summary>
internal static class BackupFiles
{
    /// <summary>Every entry but the manifest, which says when.</summary>
    public static Dictionary<string, string> Contents(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return zip.Entries.Where(entry => entry.Name != BackupManifest.EntryName).ToDictionary(entry => entry.FullName, Text);
    }

    /// <summary>The digest of a backup's contents as its manifest names it.</summary>
    public static string? Digest(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return (string?)JsonNode.Parse(Text(zip.GetEntry(BackupManifest.EntryName)!))!["digest"];
    }

    /// <summary>A backup that holds one state of every name, a command id and a reminder.</summary>
    public static void WriteOneOfEverything(string path)
    {
        using var file = File.Create(path);
        using var writer = new BackupWriter(file);
        foreach (var item in OneOfEverything())
        {
            writer.Write(item);
        }

        writer.Finish(DateTimeOffset.UnixEpoch);
    }

    /// <summary>A backup of these items, in the order given.</summary>
    public static void Write(string path, params StoredItem[] items)
    {
        using var file = File.Create(path);
        using var writer = new BackupWriter(file);
        foreach (var item in items)
        {
            writer.Write(item);
        }

        writer.Finish(DateTimeOffset.UnixEpoch);
    }

    /// <summary>Writes an entry anew with other text.</summary>
    public static void Alter(string path, string entry, Func<string, string> change)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        var before = zip.GetEntry(entry)!;
        var text = change(Text(before));
        before.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
        writer.Write(text);
    }

    /// <summary>The approved sample of every state, as one store would hold them.</summary>
    private static IEnumerable<StoredItem> OneOfEverything()
    {
        foreach (var name in StoredStates.Names.Order(StringComparer.Ordinal))
        {
            var samples = Directory.GetFiles(Golden(), name + "*.json")
                .Where(file => NameOf(file) == name).Order(StringComparer.Ordinal).ToArray();
            for (var i = 0; i < samples.Length; i++)
            {
                yield return new StoredState(
                    name, $"x:Zoë {i}", i + 1, JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(File.ReadAllText(samples[i]))));
            }

            yield return new StoredState(name, "x:cleared", 2, null);
        }

        yield return new StoredCommand("", "c-1", "00ff", 1_795_000_000_000, null);
        yield return new StoredCommand("O1", "c-1", "00ff", 1_795_000_000_001, """{"errors":[]}""");
        var due = new DateTime(2026, 11, 22, 12, 0, 0, 7, DateTimeKind.Utc);
        yield return new StoredReminder("matchinground/m:nov-2", "unfinished", due, 60_000);
    }

    // resident-erased.json is a further sample of resident.
    private static string NameOf(string sample) => StoredStates.Names
        .Where(name => $"{Path.GetFileNameWithoutExtension(sample)}-".StartsWith(name + "-", StringComparison.Ordinal))
        .MaxBy(name => name.Length)!;

    private static string Golden([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Grains.Tests", "Golden");

    private static string Text(ZipArchiveEntry entry)
    {
        using var text = new StreamReader(entry.Open(), Encoding.UTF8);
        return text.ReadToEnd();
    }
}
