using System.Collections.Immutable;
using Networks.Domain.Wards;

namespace Networks.Grains.Wards;

/// <summary>
/// The durable rows of residents, volunteers and groups as the store holds them: what wards are rebuilt from, what <c>check</c> and
/// <c>export</c> read, and the insert-only way in for bulk import. A true port: SQLite and PostgreSQL each have one.
/// A row's version is its storage version (ETag), which rises by one with every write.
/// </summary>
public interface IEntityRows
{
    /// <summary>
    /// Grows with everything that is written, before the writer is answered: what was read while it was the same is still so. Null where
    /// others may write to the same store.
    /// </summary>
    long? Changes { get; }

    /// <summary>Every entity whose state names <paramref name="ward"/>, by one query over the payload index.</summary>
    IAsyncEnumerable<EntityRow> ReadWard(WardCode ward, CancellationToken cancellationToken);

    /// <summary>Every entity of one kind whose state names <paramref name="ward"/>; nothing is read of the other kinds.</summary>
    IAsyncEnumerable<EntityRow> ReadWard(WardCode ward, EntityKind kind, CancellationToken cancellationToken);

    /// <summary>Id and version of every entity of the ward; no payload is read for it.</summary>
    Task<ImmutableArray<EntityVersion>> ReadWardVersions(WardCode ward, CancellationToken cancellationToken);

    /// <summary>
    /// Which ward each entity is in, for the whole store, no payload being read for it; no ward (<see cref="WardCode.None"/>) for the
    /// closed reference of somebody erased.
    /// </summary>
    IAsyncEnumerable<EntityHome> ReadHomes(CancellationToken cancellationToken);

    /// <summary>Every entity of the store, ordered by kind and then by id.</summary>
    IAsyncEnumerable<EntityRow> ReadAll(CancellationToken cancellationToken);

    /// <summary>The rows of the named entities; unknown ids are simply absent.</summary>
    IAsyncEnumerable<EntityRow> ReadMany(EntityKind kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Writes entities never seen before, all in one durable transaction, at version 1. Only for ids with no row: if any has one, nothing
    /// is written and the clashing ids come back. States serialise exactly as their grains would have written them.
    /// </summary>
    Task<ImmutableArray<string>> InsertNew(IReadOnlyCollection<NewEntity> entities, CancellationToken cancellationToken);
}

/// <summary>Which noun a row holds; the state name of its row is the lower-case word.</summary>
public enum EntityKind
{
    Resident,
    Volunteer,
    Group,
}

/// <summary>One row as stored.</summary>
/// <param name="Kind">Which noun.</param>
/// <param name="Id">The imported reference.</param>
/// <param name="Version">Storage version, from 1.</param>
/// <param name="Json">The state as UTF-8 JSON.</param>
public readonly record struct EntityRow(EntityKind Kind, string Id, int Version, ReadOnlyMemory<byte> Json);

/// <summary>An entity and the version of its row.</summary>
public readonly record struct EntityVersion(EntityKind Kind, string Id, int Version);

/// <summary>An entity, the version of its row, and the ward it is in.</summary>
public readonly record struct EntityHome(EntityKind Kind, string Id, int Version, WardCode Ward);

/// <summary>An entity to insert.</summary>
/// <param name="Kind">Which noun.</param>
/// <param name="Id">The imported reference.</param>
/// <param name="State">The grain's state object (<c>ResidentState</c>, <c>VolunteerState</c>, <c>GroupState</c>).</param>
public readonly record struct NewEntity(EntityKind Kind, string Id, object State);
