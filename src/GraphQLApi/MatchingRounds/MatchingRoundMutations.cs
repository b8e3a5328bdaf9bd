using System.Security.Cryptography;
using System.Text;
using HotChocolate.Types;
using Networks.Domain.Matches;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.Grains.MatchingRounds;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>The life of a matching round, from opening to publishing.</summary>
[MutationType]
public static class MatchingRoundMutations
{
    private static readonly TimeSpan SolveWait = TimeSpan.FromSeconds(10);

    /// <summary>Opens a round: freezes who waits and which places are free.</summary>
    /// <param name="input">The round's name, its wards and its policy.</param>
    public static Task<RoundPayload> OpenMatchingRoundAsync(
        OpenMatchingRoundInput input,
        CommandDoor door,
        AreaRegister register,
        Caller caller,
        IGrainFactory grains,
        CancellationToken cancellationToken) =>
        door.DoAsync(input, input.CommandId, () => OpenMatchingRoundOnceAsync(input, register, caller, grains), cancellationToken);

    private static async Task<RoundPayload> OpenMatchingRoundOnceAsync(
        OpenMatchingRoundInput input,
        AreaRegister register,
        Caller caller,
        IGrainFactory grains)
    {
        if (RoundName.Fault(input.Name) is { } fault)
        {
            return RoundPayload.Refused(new InvalidValueError($"name: {fault}", ["name"]));
        }

        var wards = await Task.WhenAll(input.Wards.Select((ward, i) =>
            register.ReadWardAsync(ward, ["wards", i.ToString(System.Globalization.CultureInfo.InvariantCulture)])));
        if (wards.Select(ward => ward.Error).OfType<UserError>().FirstOrDefault() is { } unknown)
        {
            return RoundPayload.Refused(unknown);
        }

        return await DoAsync(grains, input.CommandId, input.Name, id => new OpenRound
        {
            CommandId = id,
            By = caller.NameOrUnnamed,
            Wards = [.. wards.Select(ward => ward.Ward).Distinct()],
            Kinds = [.. input.Kinds ?? []],
            Policy = input.Policy
        });
    }

    /// <summary>Puts a pair into the plan; the round must be solved again.</summary>
    /// <param name="input">The pair and the reason.</param>
    public static Task<RoundPayload> PinPairAsync(
        PairInput input, CommandDoor door, Caller caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, input.CommandId, () => PinPairOnceAsync(input, caller, grains, cancellationToken), cancellationToken);

    private static Task<RoundPayload> PinPairOnceAsync(
        PairInput input, Caller caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        PairAsync(input, caller, grains, cancellationToken, (id, pair) => new PinPair
        {
            CommandId = id,
            By = caller.NameOrUnnamed,
            Resident = pair.Resident,
            Offer = pair.Offer,
            Reason = input.Reason,
            Undo = input.Undo == true
        });

    /// <summary>Keeps a pair out of the plan; the round must be solved again.</summary>
    /// <param name="input">The pair and the reason.</param>
    public static Task<RoundPayload> ForbidPairAsync(
        PairInput input, CommandDoor door, Caller caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, input.CommandId, () => ForbidPairOnceAsync(input, caller, grains, cancellationToken), cancellationToken);

    private static Task<RoundPayload> ForbidPairOnceAsync(
        PairInput input, Caller caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        PairAsync(input, caller, grains, cancellationToken, (id, pair) => new ForbidPair
        {
            CommandId = id,
            By = caller.NameOrUnnamed,
            Resident = pair.Resident,
            Offer = pair.Offer,
            Reason = input.Reason,
            Undo = input.Undo == true
        });

    /// <summary>
    /// Takes back the last pin, forbid or file of decisions that has not been taken back yet, until the plan is published. Solved again,
    /// the round gives the plan it gave before.
    /// </summary>
    /// <param name="input">Which round.</param>
    public static Task<RoundPayload> UndoPairDecisionAsync(
        UndoPairDecisionInput input, CommandDoor door, Caller caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, input.CommandId, () => UndoPairDecisionOnceAsync(input, caller, grains, cancellationToken), cancellationToken);

    private static async Task<RoundPayload> UndoPairDecisionOnceAsync(
        UndoPairDecisionInput input, Caller caller, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var round = RoundNames.Read(input.Round);
        var answer = await DoAsync(
            grains, input.CommandId, round, id => new UndoDecision { CommandId = id, By = caller.NameOrUnnamed });
        return await SolvedAsync(answer, input.Solve, input.CommandId, round, caller, grains, cancellationToken);
    }

    /// <summary>Begins to solve a round; ask for it again to see how far it is.</summary>
    /// <param name="input">Which round.</param>
    public static Task<RoundPayload> SolveMatchingRoundAsync(
        RoundInput input, CommandDoor door, Caller caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, input.CommandId, () => SolveMatchingRoundOnceAsync(input, caller, grains), cancellationToken);

    private static Task<RoundPayload> SolveMatchingRoundOnceAsync(RoundInput input, Caller caller, IGrainFactory grains) =>
        DoAsync(grains, input.CommandId, RoundNames.Read(input.Round), id => new SolveRound { CommandId = id, By = caller.NameOrUnnamed });

    /// <summary>
    /// Publishes the plan: from now on places are held for its proposals. The header Networks-Caller names the human who approves.
    /// </summary>
    /// <param name="input">Which round, which proposals, and the problem that the human saw.</param>
    public static Task<RoundPayload> PublishMatchingRoundAsync(
        PublishRoundInput input, CommandDoor door, Caller caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, input.CommandId, () => PublishMatchingRoundOnceAsync(input, caller, grains), cancellationToken);

    private static async Task<RoundPayload> PublishMatchingRoundOnceAsync(PublishRoundInput input, Caller caller, IGrainFactory grains)
    {
        if (caller.Name is not { } human)
        {
            return RoundPayload.Refused(new NotAllowed(
                $"Publishing needs a named human: send the header {Caller.Header} with the name of who approves.",
                null));
        }

        var approved = new List<ProposalId>();
        foreach (var (text, place) in (input.ApprovedProposals ?? []).Select((text, place) => (text, place)))
        {
            if (!ProposalId.TryParse(GlobalId.Read("Proposal", text) ?? text, out var id))
            {
                string[] path = ["approvedProposals", place.ToString(System.Globalization.CultureInfo.InvariantCulture)];
                return RoundPayload.Refused(new InvalidValueError($"'{text}' is no proposal's id.", path));
            }

            approved.Add(id);
        }

        return await DoAsync(grains, input.CommandId, RoundNames.Read(input.Round), id => new PublishRound
        {
            CommandId = id,
            By = human,
            ProblemDigest = input.ProblemDigest,
            Approved = input.ApprovedProposals is null ? null : [.. approved]
        });
    }

    /// <summary>Ends a round: every place it still holds is free again. Confirmed matches stay.</summary>
    /// <param name="input">Which round.</param>
    public static Task<RoundPayload> CancelMatchingRoundAsync(
        RoundInput input, CommandDoor door, Caller caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, input.CommandId, () => CancelMatchingRoundOnceAsync(input, caller, grains), cancellationToken);

    private static Task<RoundPayload> CancelMatchingRoundOnceAsync(RoundInput input, Caller caller, IGrainFactory grains) =>
        DoAsync(grains, input.CommandId, RoundNames.Read(input.Round), id => new CancelRound { CommandId = id, By = caller.NameOrUnnamed });

    private static async Task<RoundPayload> PairAsync(
        PairInput input,
        Caller caller,
        IGrainFactory grains,
        CancellationToken cancellationToken,
        Func<Domain.Commands.CommandId, (Domain.Residents.ResidentId Resident, OfferId Offer), RoundCommand> command)
    {
        if (await EntityIds.ResidentAsync(grains, input.Resident) is not { } resident)
        {
            return RoundPayload.Refused(new InvalidValueError("resident is neither a reference nor a global id.", ["resident"]));
        }

        if (await EntityIds.OfferAsync(grains, input.Offer) is not { } offer)
        {
            return RoundPayload.Refused(
                new InvalidValueError($"offer: no volunteer or group '{input.Offer}' is registered here.", ["offer"]));
        }

        var round = RoundNames.Read(input.Round);
        var answer = await DoAsync(grains, input.CommandId, round, id => command(id, (resident, offer)));
        return await SolvedAsync(answer, input.Solve, input.CommandId, round, caller, grains, cancellationToken);
    }

    // The decision is taken whatever comes of the solve: a round that somebody else has begun to solve meanwhile is answered as it is.
    private static async Task<RoundPayload> SolvedAsync(
        RoundPayload decided, bool? solve, string commandId, string? round, Caller caller, IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        if (solve != true || decided.Errors is not null)
        {
            return decided;
        }

        var grain = grains.MatchingRound(RoundName.Of(round!));
        var id = CommandIds.Of("solve-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(commandId)))[..32]);
        await grain.Do(new SolveRound { CommandId = id, By = caller.NameOrUnnamed });
        await grain.ReadWhenSolved(SolveWait, cancellationToken);
        return new RoundPayload { Round = await MatchingRoundType.FindAsync(grains, round!) };
    }

    private static async Task<RoundPayload> DoAsync(
        IGrainFactory grains,
        string commandId,
        string? round,
        Func<Domain.Commands.CommandId, RoundCommand> command)
    {
        if (round is null)
        {
            return RoundPayload.Refused(new InvalidValueError("round is neither a round's name nor its global id.", ["round"]));
        }

        var answer = await grains.MatchingRound(RoundName.Of(round)).Do(command(CommandIds.Of(commandId)));
        return answer is CommandRefused refused
            ? RoundPayload.Refused(refused.Refusal.ToError("round"))
            : new RoundPayload { Round = await MatchingRoundType.FindAsync(grains, round) };
    }
}
