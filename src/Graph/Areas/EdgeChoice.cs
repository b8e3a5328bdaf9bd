using Networks.Graph.Residents;

namespace Networks.Graph.Areas;

/// <summary>Which edges count: the day they must hold on, the kinds of connection and the kinds of tie, as bits.</summary>
internal readonly record struct EdgeChoice(int Day, int Kinds, int TieKinds)
{
    /// <summary>Ties of every kind and nothing else: what walks to a group go over.</summary>
    public static EdgeChoice Ties(int day) => new(day, 1 << (int)ConnectionKind.Tie, KindMask.AllTies);
}
