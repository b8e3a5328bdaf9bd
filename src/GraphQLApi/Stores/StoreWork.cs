using System.Text.Json.Serialization;
using Networks.Grains.Wards;
using Networks.GraphQLApi.Backups;
using Networks.GraphQLApi.Checks;
using Networks.GraphQLApi.Exports;
using Networks.GraphQLApi.Imports;
using Networks.GraphQLApi.Matches;
using Networks.GraphQLApi.MatchingRounds;
using Networks.GraphQLApi.Pathways;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Simulations;
using Networks.GraphQLApi.UnconnectedResidents;
using Networks.GraphQLApi.WaitingLists;
using Networks.Silo.Storage;
using Orleans;

namespace Networks.GraphQLApi.Stores;

/// <summary>
/// Something a command wants done with the store. It runs in whichever process owns the store, so it is plain data with absolute paths:
/// one store never has two owners.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "work")]
[JsonDerivedType(typeof(ImportWork), "import")]
[JsonDerivedType(typeof(ExportWork), "export")]
[JsonDerivedType(typeof(PictureWork), "picture")]
[JsonDerivedType(typeof(CheckWork), "check")]
[JsonDerivedType(typeof(BackupWork), "backup")]
[JsonDerivedType(typeof(UnconnectedWork), "unconnected")]
[JsonDerivedType(typeof(WaitingWork), "waiting")]
[JsonDerivedType(typeof(ResidentWork), "resident")]
[JsonDerivedType(typeof(MatchWork), "match")]
[JsonDerivedType(typeof(ReviewsWork), "reviews")]
[JsonDerivedType(typeof(FunnelWork), "funnel")]
[JsonDerivedType(typeof(SnapshotWork), "snapshot")]
internal abstract record StoreWork
{
    /// <summary>Does it and answers the exit code; bad input is a <see cref="BadInputException"/>.</summary>
    public abstract Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken);
}

/// <summary>The open store.</summary>
internal sealed record StoreContext(IGrainFactory Grains, IEntityRows Rows, IStoreContents Contents, TimeProvider Time, WardBoard Board)
{
    /// <summary>Today where the residents live.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetLocalNow().DateTime);
}
