using System.Collections.Concurrent;
using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Grains.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Grains.Areas;

/// <summary>The area as it was known in the evening of a day, put together from the stored rows beside the live picture.</summary>
/// <param name="Graph">The picture, dated like the live one.</param>
/// <param name="FirstRecordedOn">The first day on which a record was made; null if that is not known of everybody.</param>
/// <param name="IsSettled">False while somebody erased may still be named in others' rows; such a picture is not kept.</param>
internal sealed record PastPicture(AreaGraph Graph, DateOnly? FirstRecordedOn, bool IsSettled)
{
    /// <summary>Wards read at a time.</summary>
    private const int WardsAtATimeMax = 4;

    /// <summary>Cost: every row of the area is read once, as when all wards wake, and as much memory as the live picture.</summary>
    public static async Task<PastPicture> Of(
        DateOnly knownAt, IEntityRows rows, ImmutableArray<WardFacts> wards, CancellationToken cancellationToken)
    {
        var graph = AreaGraph.Empty();
        ConcurrentBag<(WardHolding Holding, KnownEntries Known, WardEntries Elsewhere)> read = [];
        await Parallel.ForEachAsync(
            wards,
            new ParallelOptions { MaxDegreeOfParallelism = WardsAtATimeMax, CancellationToken = cancellationToken },
            async (ward, token) =>
            {
                var known = new KnownEntries(knownAt);
                await foreach (var row in rows.ReadWard(ward.Code, token))
                {
                    known.Take(row);
                }

                var entries = known.Entries;
                read.Add((graph.Pack(ward.Code, Within(entries, ward.Code)), known, Outside(entries, ward.Code)));
            });
        var all = read.OrderBy(ward => ward.Holding.Ward).ToArray();
        foreach (var ward in all)
        {
            graph = graph.Replace(ward.Holding);
        }

        // Whoever has moved since stood in another ward that day.
        foreach (var ward in wards)
        {
            foreach (var moved in all.Select(one => Within(one.Elsewhere, ward.Code)).Where(moved => !IsEmpty(moved)))
            {
                graph = graph.Put(graph.Pack(ward.Code, moved));
            }
        }

        var first = all.Any(ward => ward.Known.HasUndated) ? null : all.Min(ward => ward.Known.FirstRecordedOn);
        return new PastPicture(graph, first, all.All(ward => ward.Known.IsSettled));
    }

    private static WardEntries Within(WardEntries entries, WardCode ward) => new(
        [.. entries.Residents.Where(entry => entry.Ward == ward)],
        [.. entries.Volunteers.Where(entry => entry.Ward == ward)],
        [.. entries.Groups.Where(entry => entry.Ward == ward)]);

    private static WardEntries Outside(WardEntries entries, WardCode ward) => new(
        [.. entries.Residents.Where(entry => entry.Ward != ward)],
        [.. entries.Volunteers.Where(entry => entry.Ward != ward)],
        [.. entries.Groups.Where(entry => entry.Ward != ward)]);

    private static bool IsEmpty(WardEntries entries) =>
        entries.Residents.IsEmpty && entries.Volunteers.IsEmpty && entries.Groups.IsEmpty;
}
