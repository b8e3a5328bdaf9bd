using Networks.Graph.Residents;

namespace Networks.Graph.Areas;

/// <summary>How far components and reach follow changes before they are worked out from nothing; tests make everything small.</summary>
/// <param name="WorkMax">Edges looked at in following one run of changes; about what half a recomputation of a million costs.</param>
/// <param name="MembersMax">Residents of changed components looked up by name, to tell which wards they live in.</param>
/// <param name="SizeMax">Sizes above this are all one to every rule.</param>
internal sealed record FollowLimits(int WorkMax, int MembersMax, int SizeMax)
{
    public static FollowLimits Usual { get; } = new(250_000, 4_096, UnconnectedRule.ComponentMax);
}
