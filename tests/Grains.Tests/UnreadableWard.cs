using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Wards;
using Networks.Grains.Wards;
using Orleans.Hosting;

namespace Networks.Grains.Tests;

/// <summary>A ward whose rows nobody can read while a test says so.</summary>
public sealed class UnreadableWard
{
    public required WardCode Ward { get; init; }

    public bool IsUnreadable { get; set; }

    public void AddTo(ISiloBuilder silo)
    {
        var rows = silo.Services.Last(service => service.ServiceType == typeof(IEntityRows));
        silo.Services.Remove(rows);
        silo.Services.AddSingleton<IEntityRows>(services =>
            new Rows((IEntityRows)ActivatorUtilities.CreateInstance(services, rows.ImplementationType!), this));
    }

    private sealed class Rows(IEntityRows inner, UnreadableWard fault) : IEntityRows
    {
        public IAsyncEnumerable<EntityRow> ReadWard(WardCode ward, CancellationToken cancellationToken) =>
            fault.IsUnreadable && ward == fault.Ward ? throw new IOException("The disk is gone.")
                : inner.ReadWard(ward, cancellationToken);

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
