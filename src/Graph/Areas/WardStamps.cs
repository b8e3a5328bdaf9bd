using System.Collections.Immutable;
using Networks.Domain.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// A number for each ward that is new whenever an answer about one of its people may have become another, so that whatever was worked
/// out under the same number still holds.
/// </summary>
internal sealed class WardStamps
{
    private readonly long everywhere;
    private readonly ImmutableDictionary<WardCode, long> wards;

    public WardStamps(long everywhere)
        : this(everywhere, ImmutableDictionary<WardCode, long>.Empty)
    {
    }

    private WardStamps(long everywhere, ImmutableDictionary<WardCode, long> wards)
    {
        this.everywhere = everywhere;
        this.wards = wards;
    }

    public long Of(WardCode ward) => wards.GetValueOrDefault(ward, everywhere);

    /// <summary>The same numbers but for some wards; null = all of them.</summary>
    public WardStamps With(IReadOnlyCollection<WardCode>? changed, long stamp) => changed is null
        ? new WardStamps(stamp)
        : changed.Count == 0 ? this : new WardStamps(everywhere, wards.SetItems(changed.Select(ward => KeyValuePair.Create(ward, stamp))));
}
