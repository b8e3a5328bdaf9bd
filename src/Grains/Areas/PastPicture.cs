using System.Collections.Concurrent;
using System.Collections.Immutable;
using Networks.Domain.Residents;
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

    /// <summary>
    /// Cost: every row of the area is looked through once for days after the one asked about; those that name one are read. Memory: what
    /// differs from the live picture, or as much as that if most does.
    /// </summary>
    public static async Task<PastPicture> Of(
        DateOnly knownAt, IEntityRows rows, ImmutableArray<WardFacts> wards, AreaGraph live, CancellationToken cancellationToken)
    {
        ConcurrentBag<(WardCode Ward, KnownEntries Known)> read = [];
        await Parallel.ForEachAsync(
            wards,
            new ParallelOptions { MaxDegreeOfParallelism = WardsAtATimeMax, CancellationToken = cancellationToken },
            async (ward, token) =>
            {
                var known = new KnownEntries(knownAt, live);
                await foreach (var row in rows.ReadWard(ward.Code, token))
                {
                    known.Take(row);
                }

                read.Add((ward.Code, known));
            });
        (WardCode Ward, KnownEntries Known)[] all = [.. read.OrderBy(ward => ward.Ward)];
        var isMostlyAsLive = all.Sum(ward => ward.Known.AsLive.Count) >= all.Sum(ward => ward.Known.OtherRows);
        var first = all.Any(ward => ward.Known.HasUndated) ? null : all.Min(ward => ward.Known.FirstRecordedOn);
        return new PastPicture(
            isMostlyAsLive ? Beside(live, all) : FromNothing(live, all), first, all.All(ward => ward.Known.IsSettled));
    }

    // The live picture without whoever was not known that day, and with what was said otherwise. It may have gone on since the rows were
    // read, so whoever is not in them goes, and what they say stands above whatever it has heard.
    private static AreaGraph Beside(AreaGraph live, (WardCode Ward, KnownEntries Known)[] all)
    {
        var graph = live.Apart();
        var entries = ByWard(all.Select(ward => ward.Known.Entries));
        var asLive = all.ToDictionary(ward => ward.Ward, ward => ward.Known.AsLive);
        foreach (var ward in live.Wards.Union(asLive.Keys).Order())
        {
            var other = entries.GetValueOrDefault(ward, WardEntries.None);
            var gone = graph.HeldBeside(
                ward,
                [.. asLive.GetValueOrDefault(ward, []), .. other.Residents.Select(entry => entry.Id)],
                other.Volunteers.Select(entry => entry.Id),
                other.Groups.Select(entry => entry.Id));
            graph = graph.Change(ward, gone, graph.Pack(ward, new WardEntries(
                [.. other.Residents.Select(entry => entry with { Version = Above(entry.Version, live.Find(entry.Id)?.Version) })],
                [.. other.Volunteers.Select(entry => entry with { Version = Above(entry.Version, live.Find(entry.Id)?.Version) })],
                [.. other.Groups.Select(entry => entry with { Version = Above(entry.Version, live.Find(entry.Id)?.Version) })])));
        }

        return graph;
    }

    private static int Above(int version, int? known) => Math.Max(version, known + 1 ?? version);

    private static AreaGraph FromNothing(AreaGraph live, (WardCode Ward, KnownEntries Known)[] all)
    {
        var graph = AreaGraph.Empty();
        var asLive = all.Select(ward => AsLive(live, ward.Ward, [.. ward.Known.AsLive]));
        foreach (var (ward, entries) in ByWard(all.Select(ward => ward.Known.Entries).Concat(asLive)).OrderBy(pair => pair.Key))
        {
            graph = graph.Replace(graph.Pack(ward, entries));
        }

        return all.Where(ward => !graph.Wards.Contains(ward.Ward)).Select(ward => ward.Ward).Aggregate(
            graph, (picture, ward) => picture.Replace(picture.Pack(ward, WardEntries.None)));
    }

    private static WardEntries AsLive(AreaGraph live, WardCode ward, HashSet<ResidentId> people) => people.Count == 0
        ? WardEntries.None
        : WardEntries.None with { Residents = [.. live.Entries(ward).Residents.Where(entry => people.Contains(entry.Id))] };

    // Whoever has moved since stood in another ward that day.
    private static Dictionary<WardCode, WardEntries> ByWard(IEnumerable<WardEntries> read)
    {
        WardEntries[] all = [.. read];
        var residents = all.SelectMany(entries => entries.Residents).ToLookup(entry => entry.Ward);
        var volunteers = all.SelectMany(entries => entries.Volunteers).ToLookup(entry => entry.Ward);
        var groups = all.SelectMany(entries => entries.Groups).ToLookup(entry => entry.Ward);
        return residents.Select(ward => ward.Key).Concat(volunteers.Select(ward => ward.Key)).Concat(groups.Select(ward => ward.Key))
            .Distinct().ToDictionary(
                ward => ward, ward => new WardEntries([.. residents[ward]], [.. volunteers[ward]], [.. groups[ward]]));
    }
}
