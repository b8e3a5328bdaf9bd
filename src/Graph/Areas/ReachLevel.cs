using Networks.Graph.Residents;

namespace Networks.Graph.Areas;

/// <summary>How reach is kept: one more than the ties walked, so that 0, which everybody starts with, is "nobody within reach".</summary>
internal static class ReachLevel
{
    public const byte Nobody = 0;
    public const byte Member = 1;
    public const byte Last = UnconnectedRule.HopsMax + 1;

    public static int? Hops(byte level) => level == Nobody ? null : level - Member;
}
