using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Wards;
using Networks.Grains.Wards;
using Orleans.Hosting;

namespace Networks.Grains.Tests;

/// <summary>A ward whose rows nobody can read while a test says so.</summary>
public sealed class UnreadableWard
{
    private int _othersRead;

    public required WardCode Ward { get; init; }

    public bool IsUnreadable { get; set; }

    /// <summary>Whoever reads its rows waits for this.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    /// <summary>How often all rows of another ward were read.</summary>
    public int OthersRead => Volatile.Read(ref _othersRead);

    public void AddTo(ISiloBuilder silo)
    {
        var rows = silo.Services.Last(service => service.ServiceType == typeof(IEntityRows));
        silo.Services.Remove(rows);
        silo.Services.AddSingleton<IEntityRows>(services =>
            new Rows((IEntityRows)ActivatorUtilities.CreateInstance(services, rows.ImplementationType!), this));
    }

    private sealed class Rows(IEntityRows inner, UnreadableWard fault) : IEntityRows
    {
        public long? Changes => inner.Changes;

        public async IAsyncEnumerable<EntityRow> ReadWard(
            WardCode ward, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await (ward == fault.Ward ? fault.Until : Task.CompletedTask);
            if (fault.IsUnreadable && ward == fault.Ward)
            {
                throw new IOException("The disk is gone.");
            }

            await foreach (var row in inner.ReadWard(ward, cancellationToken))
            {
                yield return row;
            }

            Interlocked.Add(ref fault._othersRead, ward == fault.Ward ? 0 : 1);
        }

        public IAsyncEnumerable<EntityRow> ReadWard(WardCode ward, EntityKind kind, CancellationToken cancellationToken) =>
            inner.ReadWard(ward, kind, cancellationToken);

        public Task<ImmutableArray<EntityVersion>> ReadWardVersions(WardCode ward, CancellationToken cancellationToken) =>
            inner.ReadWardVersions(ward, cancellationToken);

        public IAsyncEnumerable<EntityHome> ReadHomes(CancellationToken cancellationToken) => inner.ReadHomes(cancellationToken);

        public IAsyncEnumerable<EntityRow> ReadAll(CancellationToken cancellationToken) => inner.ReadAll(cancellationToken);

        public IAsyncEnumerable<EntityRow> ReadMany(EntityKind kind, IReadOnlyCollection<string> ids,
            CancellationToken cancellationToken) =>
            inner.ReadMany(kind, ids, cancellationToken);

        public Task<ImmutableArray<string>> InsertNew(IReadOnlyCollection<NewEntity> entities, CancellationToken cancellationToken) =>
            inner.InsertNew(entities, cancellationToken);
    }
}
