using Networks.Domain.Ties;

namespace Networks.Graph.Residents;

/// <summary>Sets of connection kinds and of tie kinds as bits.</summary>
internal static class KindMask
{
    public const int AllConnections = 0b1111;
    public const int AllTies = 0b1111_1111;

    public static int Of(IEnumerable<ConnectionKind>? kinds) => kinds?.Aggregate(0, (bits, kind) => bits | 1 << (int)kind)
        ?? AllConnections;

    public static int Of(IEnumerable<TieKind>? kinds) => kinds?.Aggregate(0, (bits, kind) => bits | 1 << (int)kind) ?? AllTies;

    public static int Of(IEnumerable<EvidenceBasis>? bases) => bases?.Aggregate(0, (bits, basis) => bits | 1 << (int)basis) ?? 0b111;

    public static bool Has(int mask, ConnectionKind kind) => (mask & (1 << (int)kind)) != 0;

    public static bool Has(int mask, TieKind kind) => (mask & (1 << (int)kind)) != 0;

    public static bool Has(int mask, EvidenceBasis basis) => (mask & (1 << (int)basis)) != 0;
}
