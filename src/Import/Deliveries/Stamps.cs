using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;

namespace Networks.Import.Deliveries;

/// <summary>Keeps the day on which something was first written down when a file says the same again.</summary>
internal static class Stamps
{
    public static ImmutableArray<Consent> Kept(ImmutableArray<Consent> read, ImmutableArray<Consent> stored) => stored.IsEmpty
        ? read
        : [.. read.Select(now => stored.FirstOrDefault(before => now with { RecordedOn = before.RecordedOn } == before) ?? now)];

    public static ImmutableArray<Check> Kept(ImmutableArray<Check> read, ImmutableArray<Check> stored) => stored.IsEmpty
        ? read
        : [.. read.Select(now => stored.FirstOrDefault(before => now with { RecordedOn = before.RecordedOn } == before) ?? now)];
}
