using System.Security.Cryptography;
using System.Text;
using Networks.Domain.Wards;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Grains.Watches;

/// <summary>What is watched, as one name: equal rules over the same wards are one watch, whoever asks.</summary>
/// <param name="Value">Hex digits of a digest.</param>
[GenerateSerializer, Immutable, Alias("networks.watch-id")]
public readonly record struct WatchId([property: Id(0)] string Value)
{
    private const int BytesKept = 16;

    /// <summary>The watch over <paramref name="rule"/> in <paramref name="wards"/>; null = all wards.</summary>
    public static WatchId Of(UnconnectedRule rule, IReadOnlyCollection<WardCode>? wards)
    {
        var text = $"{rule}\n{(wards is null ? "*" : string.Join(' ', wards.Distinct().Order()))}";
        return new WatchId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, BytesKept)));
    }
}
