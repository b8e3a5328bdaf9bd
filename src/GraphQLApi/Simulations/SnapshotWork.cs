using System.Globalization;
using Networks.Grains.Simulations;
using Networks.GraphQLApi.Stores;
using Networks.Matching.Policies;
using Networks.Simulation.Snapshots;

namespace Networks.GraphQLApi.Simulations;

/// <summary>Takes the fork that runs begin from, and writes it down. The store is only read.</summary>
/// <param name="File">Full path of the file to write.</param>
internal sealed record SnapshotWork(string File) : StoreWork
{
    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        output.Progress("Taking the fork", 0, 0);
        var fork = new AreaFork(store.Grains, store.Rows, store.Time);
        var (snapshot, refusal) = await fork.Take([], MatchingPolicy.Default, cancellationToken);
        if (snapshot is null)
        {
            throw new BadInputException(refusal!.Sentence);
        }

        if (snapshot.People.IsEmpty && snapshot.Offers.IsEmpty)
        {
            throw new BadInputException(
                "There is nobody in this store to ask about: nobody was referred, and there are no volunteers or groups. Import first.");
        }

        await System.IO.File.WriteAllTextAsync(File, SnapshotFile.Write(snapshot), cancellationToken);
        output.Error(string.Create(
            CultureInfo.InvariantCulture,
            $"Fork of {snapshot.Day:d MMM yyyy}: {snapshot.People.Length:N0} people, {snapshot.Offers.Length:N0} volunteers and groups in "
                + $"{snapshot.Wards.Length:N0} wards."));
        return ExitCode.Done;
    }
}
