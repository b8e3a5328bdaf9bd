using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Networks.Grains;
using Networks.GraphQLApi.Stores;
using Networks.Silo.Storage;

namespace Networks.GraphQLApi.Backups;

/// <summary>
/// Reads a backup. It is checked to its end before a line of it is used: whole, of a form this release knows, and every state one that this
/// release can read.
/// </summary>
internal sealed class BackupReader : IDisposable
{
    private readonly string _path;
    private readonly ZipArchive _zip;

    private BackupReader(string path, ZipArchive zip, BackupManifest manifest) => (_path, _zip, Manifest) = (path, zip, manifest);

    /// <summary>What the backup says of itself.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Lines in all.</summary>
    public long Lines => Manifest.Entries.Values.Sum();

    /// <summary>Opens a backup and reads its manifest.</summary>
    public static BackupReader Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new BadInputException($"There is no file {path}; name one that networks backup wrote.");
        }

        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(File.OpenRead(path), ZipArchiveMode.Read);
            var entry = zip.GetEntry(BackupManifest.EntryName) ?? throw new BadInputException(
                $"{path} is no backup of this program, or was cut off before its end.");
            using var text = entry.Open();
            return new BackupReader(path, zip, Known(path, text));
        }
        catch (Exception fault)
        {
            zip?.Dispose();
            throw fault is InvalidDataException or JsonException ? Damaged(path, "it is no whole zip file") : fault;
        }
    }

    /// <summary>Reads the backup to its end and refuses one that is damaged or that this release cannot keep.</summary>
    public void Check(Action<long> progress, CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var done = 0L;
        foreach (var (name, lines) in Manifest.Entries)
        {
            digest.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            var found = 0L;
            foreach (var line in Read(name))
            {
                cancellationToken.ThrowIfCancellationRequested();
                digest.AppendData(line);
                found++;
                progress(++done);
            }

            if (found != lines)
            {
                throw Damaged(_path, $"{name} holds {found} of {lines} lines");
            }
        }

        if (Convert.ToHexStringLower(digest.GetHashAndReset()) != Manifest.Digest)
        {
            throw Damaged(_path, "its contents are not those it was written with");
        }

        CheckStates(cancellationToken);
    }

    /// <summary>Everything in the backup, in the order in which a store is read.</summary>
    public IEnumerable<StoredItem> Items() =>
        Manifest.Entries.Keys.SelectMany(name => Read(name).Select(line => Item(name, line)));

    public void Dispose() => _zip.Dispose();

    private static BackupManifest Known(string path, Stream text)
    {
        using var json = JsonDocument.Parse(text);
        if (json.RootElement.ValueKind != JsonValueKind.Object
            || !json.RootElement.TryGetProperty("format", out var format) || format.GetString() != BackupManifest.FormatWord
            || !json.RootElement.TryGetProperty("schema", out var schema) || !schema.TryGetInt32(out var number))
        {
            throw new BadInputException($"{path} is no backup of this program.");
        }

        return number > BackupManifest.SchemaNow
            ? throw new BadInputException($"{path} was written by a later release (form {number}; this one knows "
                + $"{BackupManifest.SchemaNow}). Restore it with that release.")
            : json.Deserialize<BackupManifest>(BackupManifest.Options)!;
    }

    private static BadInputException Damaged(string path, string how) =>
        new($"{path} is damaged: {how}. Use another backup; nothing was changed.");

    private void CheckStates(CancellationToken cancellationToken)
    {
        var fault = Items().OfType<StoredState>().Where(state => state.Json is not null)
            .AsParallel().WithCancellation(cancellationToken)
            .Select(state => StoredStates.Fault(state.Name, state.Json!) is { } what ? $"{state.Name} {state.Key} {what}" : null)
            .FirstOrDefault(what => what is not null);
        if (fault is not null)
        {
            throw new BadInputException($"{_path} cannot be restored by this release: {fault}. Restore it with a later release; "
                + "nothing was changed.");
        }
    }

    private StoredItem Item(string name, byte[] line)
    {
        using var json = JsonDocument.Parse(line);
        var item = json.RootElement;
        switch (name)
        {
            case BackupManifest.CommandsEntry:
                return new StoredCommand(
                    item.GetProperty("organisation").GetString()!,
                    item.GetProperty("command").GetString()!,
                    item.GetProperty("digest").GetString()!,
                    item.GetProperty("notedAt").GetInt64(),
                    item.TryGetProperty("answer", out var answer) ? answer.GetString() : null);
            case BackupManifest.RemindersEntry:
                return new StoredReminder(
                    item.GetProperty("grain").GetString()!,
                    item.GetProperty("name").GetString()!,
                    item.GetProperty("startAt").GetDateTime(),
                    item.GetProperty("period").GetInt64());
            default:
                var state = item.TryGetProperty("state", out var stored) ? JsonMarshal.GetRawUtf8Value(stored).ToArray() : null;
                var stateName = Path.GetFileNameWithoutExtension(name[BackupManifest.StatesFolder.Length..]);
                return new StoredState(stateName, item.GetProperty("key").GetString()!, item.GetProperty("version").GetInt32(), state);
        }
    }

    /// <summary>The lines of an entry, each with its end.</summary>
    private IEnumerable<byte[]> Read(string name)
    {
        using var entry = (_zip.GetEntry(name) ?? throw Damaged(_path, $"{name} is missing")).Open();
        using var lines = new LineReader(entry);
        while (Next(lines) is { } line)
        {
            yield return line;
        }
    }

    private byte[]? Next(LineReader lines)
    {
        try
        {
            return lines.Next();
        }
        catch (InvalidDataException)
        {
            throw Damaged(_path, "its contents are not those it was written with");
        }
    }
}
