using Networks.Graph.Residents;

namespace Networks.Graph.Areas;

/// <summary>How far components and reach follow changes before they are worked out from nothing; tests make everything small.</summary>
/// <param name="WorkMax">Edges looked at in following one run of changes, if the area is large enough; about half a recomputation.</param>
/// <param name="MembersMax">Residents of changed components looked up by name, to tell which wards they live in.</param>
/// <param name="SmallMax">Sizes that the rules people really ask for tell apart; they have ward numbers of their own.</param>
/// <param name="SizeMax">Sizes above this are all one to every rule.</param>
internal sealed record FollowLimits(int WorkMax, int MembersMax, int SmallMax, int SizeMax)
{
    private const int NodesForOneWork = 4;
    private const int WorkAlways = 4_096;

    public static FollowLimits Usual { get; } = new(250_000, 4_096, 1_000, UnconnectedRule.ComponentMax);

    /// <summary>What may be spent on following one run of changes in an area of so many nodes.</summary>
    public WorkBudget Budget(int nodes) => new(Math.Min(WorkMax, Math.Max(WorkAlways, nodes / NodesForOneWork)));
}
