using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Networks.Silo.Storage;

namespace Networks.GraphQLApi.Backups;

/// <summary>
/// Writes a store's contents as one zip of lines of JSON: an entry for each state name, one for command ids, one for reminders, and the
/// manifest. The same contents give the same bytes in every entry but the manifest, which says when.
/// </summary>
internal sealed class BackupWriter : IDisposable
{
    // Zip files know no time zone and nothing before 1980; when the backup was taken stands in its manifest.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip;
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<string, long> _lines = [];
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;
    private string _name = "";
    private Stream? _entry;

    public BackupWriter(Stream file)
    {
        _zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        _json = new Utf8JsonWriter(_line, new JsonWriterOptions { Encoder = Networks.Grains.Wards.StateJson.Options.Encoder });
    }

    /// <summary>Lines written so far.</summary>
    public long Lines => _lines.Values.Sum();

    /// <summary>Writes one item; items come in the order in which a store is read.</summary>
    public void Write(StoredItem item)
    {
        Begin(item switch
        {
            StoredState state => $"{BackupManifest.StatesFolder}{state.Name}.jsonl",
            StoredCommand => BackupManifest.CommandsEntry,
            _ => BackupManifest.RemindersEntry,
        });
        _line.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        Write(_json, item);
        _json.WriteEndObject();
        _json.Flush();
        _line.Write("\n"u8);
        _entry!.Write(_line.WrittenSpan);
        _digest.AppendData(_line.WrittenSpan);
        _lines[_name]++;
    }

    /// <summary>Writes the manifest; nothing may follow.</summary>
    public BackupManifest Finish(DateTimeOffset takenAt)
    {
        _entry?.Dispose();
        var manifest = new BackupManifest
        {
            Format = BackupManifest.FormatWord,
            Schema = BackupManifest.SchemaNow,
            TakenAt = takenAt,
            Entries = _lines,
            Digest = Convert.ToHexStringLower(_digest.GetHashAndReset()),
        };
        using var entry = Open(BackupManifest.EntryName);
        JsonSerializer.Serialize(entry, manifest, BackupManifest.Options);
        return manifest;
    }

    public void Dispose()
    {
        _entry?.Dispose();
        _zip.Dispose();
        _json.Dispose();
        _digest.Dispose();
    }

    private static void Write(Utf8JsonWriter json, StoredItem item)
    {
        switch (item)
        {
            case StoredState state:
                json.WriteString("key", state.Key);
                json.WriteNumber("version", state.Version);
                if (state.Json is { } stored)
                {
                    json.WritePropertyName("state");
                    json.WriteRawValue(stored, skipInputValidation: true);
                }

                break;
            case StoredCommand command:
                json.WriteString("organisation", command.Organisation);
                json.WriteString("command", command.Command);
                json.WriteString("digest", command.Digest);
                json.WriteNumber("notedAt", command.NotedAt);
                if (command.Answer is { } answer)
                {
                    json.WriteString("answer", answer);
                }

                break;
            case StoredReminder reminder:
                json.WriteString("grain", reminder.Grain);
                json.WriteString("name", reminder.Name);
                json.WriteString("startAt", reminder.StartAt);
                json.WriteNumber("period", reminder.Period);
                break;
        }
    }

    private void Begin(string name)
    {
        if (name == _name)
        {
            return;
        }

        _entry?.Dispose();
        _entry = Open(name);
        _digest.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
        _lines.Add(name, 0);
        _name = name;
    }

    private Stream Open(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = EntryTime;
        return entry.Open();
    }
}
