using Networks.Domain.Commands;
using Networks.Domain.Measures;
using static System.FormattableString;

namespace Networks.Domain.Residents;

/// <summary>Pausing a referral and going on with it; her waiting time goes on either way.</summary>
public static class ReferralRules
{
    /// <summary>Refusals in order: until; left. The same day again changes nothing.</summary>
    public static Decision<Resident> Pause(Resident present, PauseReferral command, Moment at)
    {
        var refusal = Values.First(
            command.Until > at.Today
                ? Values.Planned("until", command.Until, at)
                : new InvalidValue(
                    "until", Invariant($"{command.Until:yyyy-MM-dd} is not after today; give the day from which she may be asked again.")),
            ResidentRules.HasLeft(present, at));
        return refusal is not null ? refusal : Paused(present, command.Until);
    }

    /// <summary>Refused for whoever has left; a referral that is not paused stays as it is.</summary>
    public static Decision<Resident> Resume(Resident present, Moment at) =>
        ResidentRules.HasLeft(present, at) is { } left ? left : Paused(present, null);

    private static Decision<Resident> Paused(Resident present, DateOnly? until) => present.Facts.PausedUntil == until
        ? Decision<Resident>.Unchanged(present)
        : Decision<Resident>.Accept(present with { Facts = present.Facts with { PausedUntil = until } });
}
