using System.Globalization;
using Networks.GraphQLApi.Stores;
using Networks.Silo.Storage;

namespace Networks.GraphQLApi.Backups;

/// <summary>
/// Puts a backup in the place of a store. No server may run over it: what its grains remember would no longer be so. The store is opened
/// by itself, and either takes the whole backup in one transaction or stays as it was.
/// </summary>
internal static class Restoring
{
    private const int ProgressEvery = 1_000;

    public static async Task<int> Run(
        string dataDirectory, string file, bool replace, IWorkOutput output, CancellationToken cancellationToken)
    {
        dataDirectory = Path.GetFullPath(dataDirectory);
        var options = NetworksStoreOptions.InDirectory(dataDirectory);
        if (StoreLock.FindOwner(options.LockPath!) is { } owner)
        {
            throw new BadInputException($"The store in {dataDirectory} is in use by {owner}; end it first, then restore.");
        }

        using var backup = BackupReader.Open(file);
        await Task.Run(() => backup.Check(done => Progress(output, "Checking", done, backup.Lines), cancellationToken), cancellationToken);
        await using var store = await StoreAlone.Open(options, TimeProvider.System, cancellationToken);
        if (await store.Contents.CountStates(cancellationToken) is var held and > 0 && !replace)
        {
            throw new BadInputException(string.Create(CultureInfo.InvariantCulture,
                $"The store in {dataDirectory} holds {held:N0} records; name an empty directory with --data, or say --replace to put the "
                + $"backup in their place. Nothing was changed."));
        }

        var count = await Replace(store.Contents, Counted(backup, output), cancellationToken);
        output.Line(string.Create(CultureInfo.InvariantCulture,
            $"Restored {count:N0} items of {backup.Manifest.TakenAt:d MMM yyyy HH:mm} UTC into {dataDirectory}. "
            + $"Serve it, then run: networks check"));
        return ExitCode.Done;
    }

    private static async Task<long> Replace(IStoreContents contents, IEnumerable<StoredItem> items, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => contents.Replace(items, cancellationToken), cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The store's writer reports an interruption as a write that failed; it is undone all the same.
            cancellationToken.ThrowIfCancellationRequested();
            throw new BadInputException(
                $"The backup could not be put in place; the store is as it was. {fault.GetBaseException().Message}");
        }
    }

    private static IEnumerable<StoredItem> Counted(BackupReader backup, IWorkOutput output)
    {
        var done = 0L;
        foreach (var item in backup.Items())
        {
            Progress(output, "Restoring", ++done, backup.Lines);
            yield return item;
        }
    }

    private static void Progress(IWorkOutput output, string stage, long done, long total)
    {
        if (done % ProgressEvery == 0 || done == total)
        {
            output.Progress(stage, done, total);
        }
    }
}
