using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orleans;

namespace Networks.Grains.Watches;

/// <summary>What is watched, as one name: equal rules over the same wards are one watch, whoever asks.</summary>
/// <param name="Value">Hex digits of a digest.</param>
[GenerateSerializer, Immutable, Alias("networks.watch-id")]
public readonly record struct WatchId([property: Id(0)] string Value)
{
    private const int BytesKept = 16;

    /// <summary>The watch over <paramref name="question"/>.</summary>
    public static WatchId Of(WatchQuestion question)
    {
        var list = question.Stalled is { } stages ? $"stalled:{string.Join(',', stages.Distinct().Order())}"
            : question.BefriendingEndedDays is { } days ? string.Create(CultureInfo.InvariantCulture, $"befriending-ended:{days}")
            : question.Rule.ToString();
        var text = $"{list}\n{(question.Wards is { } wards ? string.Join(' ', wards.Distinct().Order()) : "*")}";
        return new WatchId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, BytesKept)));
    }
}
