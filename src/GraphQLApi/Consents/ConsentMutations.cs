using HotChocolate.Types;
using Networks.Domain.Residents;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.Consents;

/// <summary>What a resident agrees to, and no longer agrees to.</summary>
[MutationType]
public static class ConsentMutations
{
    private static readonly Dictionary<string, string[]> Elsewhere = new() { ["kind"] = ["purpose"], ["from"] = ["givenOn"] };

    /// <summary>A resident agrees to one use of her facts; a consent to the same use is replaced.</summary>
    /// <param name="input">Who agrees to what, and from when.</param>
    public static Task<SetConsentPayload> SetConsentAsync(
        SetConsentInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        ResidentDeeds.DoAsync<SetConsentPayload, ISetConsentError>(
            door,
            grains,
            input,
            id => new SetConsent { CommandId = id, Consent = new Consent(input.Purpose, input.GivenOn, input.Until) },
            cancellationToken,
            Elsewhere);

    /// <summary>
    /// A resident takes a consent back. Without consent to special categories her situations are removed from the record as well.
    /// </summary>
    /// <param name="input">Who takes back what, and from when.</param>
    public static Task<WithdrawConsentPayload> WithdrawConsentAsync(
        WithdrawConsentInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        ResidentDeeds.DoAsync<WithdrawConsentPayload, IWithdrawConsentError>(
            door,
            grains,
            input,
            id => new WithdrawConsent { CommandId = id, Kind = input.Purpose, On = input.On },
            cancellationToken,
            Elsewhere);
}

/// <summary>Who agrees to what.</summary>
public sealed record SetConsentInput : ResidentCommandInput
{
    /// <summary>What is agreed to: matching, data-sharing, introductions, special-category, pooled-rounds.</summary>
    public required string Purpose { get; init; }

    /// <summary>First day it holds; left out, it is not known, and it holds.</summary>
    public DateOnly? GivenOn { get; init; }

    /// <summary>First day it no longer holds; left out, until it is taken back.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>What came of recording a consent.</summary>
public sealed record SetConsentPayload : ResidentPayload<ISetConsentError>;

/// <summary>Who takes back what.</summary>
public sealed record WithdrawConsentInput : ResidentCommandInput
{
    /// <summary>What was agreed to.</summary>
    public required string Purpose { get; init; }

    /// <summary>First day it no longer holds.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>What came of taking a consent back.</summary>
public sealed record WithdrawConsentPayload : ResidentPayload<IWithdrawConsentError>;
