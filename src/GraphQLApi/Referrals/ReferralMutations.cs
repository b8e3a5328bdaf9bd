using HotChocolate.Types;
using Networks.Domain.Residents;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.Referrals;

/// <summary>Whether a resident who waits may be put forward.</summary>
[MutationType]
public static class ReferralMutations
{
    /// <summary>A resident is not put forward before a day; her waiting time goes on.</summary>
    /// <param name="input">Who, and until when.</param>
    public static Task<PauseReferralPayload> PauseReferralAsync(
        PauseReferralInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        ResidentDeeds.DoAsync<PauseReferralPayload, IPauseReferralError>(
            door, grains, input, id => new PauseReferral { CommandId = id, Until = input.Until }, cancellationToken);

    /// <summary>A resident is put forward again from today.</summary>
    /// <param name="input">Who.</param>
    public static Task<ResumeReferralPayload> ResumeReferralAsync(
        ResumeReferralInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        ResidentDeeds.DoAsync<ResumeReferralPayload, IResumeReferralError>(
            door, grains, input, id => new ResumeReferral { CommandId = id }, cancellationToken);
}

/// <summary>Who is not put forward for now.</summary>
public sealed record PauseReferralInput : ResidentCommandInput
{
    /// <summary>First day on which she may be put forward again.</summary>
    public required DateOnly Until { get; init; }
}

/// <summary>What came of pausing a referral.</summary>
public sealed record PauseReferralPayload : ResidentPayload<IPauseReferralError>;

/// <summary>Who is put forward again.</summary>
public sealed record ResumeReferralInput : ResidentCommandInput;

/// <summary>What came of resuming a referral.</summary>
public sealed record ResumeReferralPayload : ResidentPayload<IResumeReferralError>;
