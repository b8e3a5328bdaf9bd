using System.Globalization;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.Backups;

/// <summary>Writes everything the store holds into one file.</summary>
/// <param name="File">Full path of the file; one that is there is replaced once the new one is whole.</param>
internal sealed record BackupWork(string File) : StoreWork
{
    private const int ProgressEvery = 1_000;

    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        var unfinished = File + ".unfinished";
        try
        {
            var manifest = await Write(store, unfinished, output, cancellationToken);
            System.IO.File.Move(unfinished, File, overwrite: true);
            var states = manifest.Entries.Where(entry => entry.Key.StartsWith(BackupManifest.StatesFolder, StringComparison.Ordinal));
            output.Line(string.Create(CultureInfo.InvariantCulture,
                $"Written to {File}: {states.Sum(entry => entry.Value):N0} records as of one instant, contact cards among them. "
                + $"Keep it where only those may read it who may read the store. SHA-256 of its contents: {manifest.Digest}"));
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{File} cannot be written: {fault.Message}");
        }
        finally
        {
            Discard(unfinished);
        }
    }

    private static void Discard(string unfinished)
    {
        if (System.IO.File.Exists(unfinished))
        {
            System.IO.File.Delete(unfinished);
        }
    }

    private static async Task<BackupManifest> Write(
        StoreContext store, string path, IWorkOutput output, CancellationToken cancellationToken)
    {
        var takenAt = store.Time.GetUtcNow();
        var total = await store.Contents.CountStates(cancellationToken);
        await using var file = new FileStream(path, ForItsOwnerAlone());
        BackupManifest manifest;
        using (var writer = new BackupWriter(file))
        {
            await foreach (var item in store.Contents.Read(null, cancellationToken))
            {
                writer.Write(item);
                if (writer.Lines % ProgressEvery == 0)
                {
                    output.Progress("Writing", Math.Min(writer.Lines, total), total);
                }
            }

            manifest = writer.Finish(takenAt);
        }

        // The old file goes only once the new one is on the disk.
        file.Flush(flushToDisk: true);
        return manifest;
    }

    private static FileStreamOptions ForItsOwnerAlone()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
