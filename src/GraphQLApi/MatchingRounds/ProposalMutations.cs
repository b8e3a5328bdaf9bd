using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Matches;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.Grains.MatchingRounds;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;
using ComponentDefaultValue = System.ComponentModel.DefaultValueAttribute;
using MatchType = Networks.GraphQLApi.Matches.MatchType;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>What the two sides of a proposal say; neither signs in, so a coordinator records it.</summary>
[MutationType]
public static class ProposalMutations
{
    /// <summary>One side says yes. Two times yes makes the match or membership.</summary>
    /// <param name="input">Which proposal, and which side.</param>
    public static Task<ProposalPayload> AcceptProposalAsync(
        ProposalAnswerInput input, CommandDoor door, Caller caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, input.CommandId, () => AcceptProposalOnceAsync(input, caller, grains, cancellationToken), cancellationToken);

    private static Task<ProposalPayload> AcceptProposalOnceAsync(
        ProposalAnswerInput input,
        Caller caller,
        IGrainFactory grains,
        CancellationToken cancellationToken) =>
        AnswerAsync(input, ProposalReply.Yes, caller, grains, cancellationToken);

    /// <summary>One side says no, or not now. The place is free again.</summary>
    /// <param name="input">Which proposal, and which side.</param>
    public static Task<ProposalPayload> DeclineProposalAsync(
        ProposalAnswerInput input, CommandDoor door, Caller caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, input.CommandId, () => DeclineProposalOnceAsync(input, caller, grains, cancellationToken), cancellationToken);

    private static Task<ProposalPayload> DeclineProposalOnceAsync(
        ProposalAnswerInput input,
        Caller caller,
        IGrainFactory grains,
        CancellationToken cancellationToken) =>
        AnswerAsync(input, input.TryAgain == false ? ProposalReply.No : ProposalReply.Later, caller, grains, cancellationToken);

    private static async Task<ProposalPayload> AnswerAsync(
        ProposalAnswerInput input,
        ProposalReply reply,
        Caller caller,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        var text = GlobalId.Read("Proposal", input.Proposal) ?? input.Proposal;
        if (!ProposalId.TryParse(text, out var id))
        {
            return ProposalPayload.Refused(
                new InvalidValueError("proposal is no proposal's id; give the id that a proposal shows.", ["proposal"]));
        }

        var answer = await grains.MatchingRound(id.Round).Do(new AnswerProposal
        {
            CommandId = CommandIds.Of(input.CommandId),
            By = caller.NameOrUnnamed,
            Proposal = id,
            Side = input.By,
            Reply = reply,
            On = input.On,
            Reason = input.Reason
        });
        if (answer is CommandRefused refused)
        {
            return ProposalPayload.Refused(refused.Refusal.ToError("proposal"));
        }

        var proposal = await ProposalType.FindAsync(grains, text);
        return new ProposalPayload { Proposal = proposal, Match = await MatchAsync(grains, id, proposal?.MatchNumber, cancellationToken) };
    }

    private static async Task<MatchType?> MatchAsync(
        IGrainFactory grains, ProposalId proposal, int? number, CancellationToken cancellationToken) =>
        number is not null && await grains.Resident(proposal.Resident).Read(cancellationToken) is { } reading
        && reading.Resident.Matches.FirstOrDefault(match => match.Number == number) is { } match
            ? new MatchType(reading, match)
            : null;
}

/// <summary>What one side of a proposal says.</summary>
public sealed record ProposalAnswerInput
{
    /// <summary>The caller's own id of this command; the same id with the same input changes nothing twice.</summary>
    [GraphQLType("ID!")]
    public required string CommandId { get; init; }

    /// <summary>The proposal's id.</summary>
    [GraphQLType("ID!")]
    public required string Proposal { get; init; }

    /// <summary>Which side speaks.</summary>
    public required ProposalSide By { get; init; }

    /// <summary>When it was said, and from when a match counts; left out, today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Why, for whoever asks later.</summary>
    public string? Reason { get; init; }

    /// <summary>When declining: whether to try again, so that her wait goes on as it is; false means no for good.</summary>
    [ComponentDefaultValue(true)]
    public bool? TryAgain { get; init; }
}

/// <summary>What came of an answer to a proposal.</summary>
public sealed record ProposalPayload
{
    /// <summary>The proposal as it is now; null when refused.</summary>
    public ProposalType? Proposal { get; init; }

    /// <summary>The match that it made; null while there is none, and for groups.</summary>
    public MatchType? Match { get; init; }

    /// <summary>Why it was not done; null exactly when it was done.</summary>
    public IReadOnlyList<ICommandError>? Errors { get; init; }

    internal static ProposalPayload Refused(UserError error) => new() { Errors = error.As<ICommandError>() };
}
