using Networks.Grains.MatchingRounds;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>How a matching round stands.</summary>
public enum RoundState
{
    /// <summary>The problem is frozen and may be solved.</summary>
    Open,

    /// <summary>A plan is being found.</summary>
    Solving,

    /// <summary>A plan was found and proved; nothing is held yet.</summary>
    Solved,

    /// <summary>A named human approved the plan; places are held.</summary>
    Published,

    /// <summary>Every proposal is answered or over.</summary>
    Closed,

    /// <summary>Ended by hand; places still held were freed.</summary>
    Cancelled,

    /// <summary>No plan could be found or proved.</summary>
    Failed
}

/// <summary>How a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>In the plan, not published: nothing is held.</summary>
    Draft,

    /// <summary>Published: the place is held until both sides have answered.</summary>
    Held,

    /// <summary>One side has said yes.</summary>
    Accepted,

    /// <summary>Both sides have said yes: it is a match or a membership.</summary>
    Confirmed,

    /// <summary>One side has said no, or not now.</summary>
    Declined,

    /// <summary>Nobody answered in time, and the place is free again.</summary>
    Expired,

    /// <summary>Taken back before it was answered.</summary>
    Withdrawn
}

/// <summary>What one side of a proposal said.</summary>
public enum Answer
{
    /// <summary>Nothing is recorded yet.</summary>
    NotAsked,

    /// <summary>Agreed.</summary>
    Yes,

    /// <summary>Declined for good.</summary>
    No,

    /// <summary>Not now: may be asked again.</summary>
    Later
}

/// <summary>The grain's words under the names clients know.</summary>
internal static class RoundStates
{
    public static RoundState Of(RoundStage stage) => stage switch
    {
        RoundStage.Open => RoundState.Open,
        RoundStage.Solving => RoundState.Solving,
        RoundStage.Solved => RoundState.Solved,
        RoundStage.Published => RoundState.Published,
        RoundStage.Closed => RoundState.Closed,
        RoundStage.Cancelled => RoundState.Cancelled,
        RoundStage.Failed => RoundState.Failed,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage of a round.")
    };

    public static ProposalState Of(ProposalStage stage) => stage switch
    {
        ProposalStage.Draft => ProposalState.Draft,
        ProposalStage.Held => ProposalState.Held,
        ProposalStage.Accepted => ProposalState.Accepted,
        ProposalStage.Confirmed => ProposalState.Confirmed,
        ProposalStage.Declined => ProposalState.Declined,
        ProposalStage.Expired => ProposalState.Expired,
        ProposalStage.Withdrawn => ProposalState.Withdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage of a proposal.")
    };

    public static Answer Of(ProposalReply reply) => reply switch
    {
        ProposalReply.NotAsked => Answer.NotAsked,
        ProposalReply.Yes => Answer.Yes,
        ProposalReply.No => Answer.No,
        ProposalReply.Later => Answer.Later,
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply, "No such reply.")
    };
}
