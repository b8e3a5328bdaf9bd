using Networks.Grains.MatchingRounds;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>How a matching round stands.</summary>
public enum RoundState
{
    Open,
    Solving,
    Solved,
    Published,
    Closed,
    Cancelled,
    Failed
}

/// <summary>How a proposal stands.</summary>
public enum ProposalState
{
    Draft,
    Held,
    Accepted,
    Confirmed,
    Declined,
    Expired,
    Withdrawn
}

/// <summary>What one side of a proposal said.</summary>
public enum Answer
{
    NotAsked,
    Yes,
    No,
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
