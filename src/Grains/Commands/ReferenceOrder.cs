using Networks.Domain.Measures;

namespace Networks.Grains.Commands;

/// <summary>Orders words as references are ordered everywhere: as UTF-8 bytes.</summary>
internal sealed class ReferenceOrder : IComparer<string>
{
    public static ReferenceOrder Instance { get; } = new();

    public int Compare(string? x, string? y) => References.Compare(x ?? "", y ?? "");
}
