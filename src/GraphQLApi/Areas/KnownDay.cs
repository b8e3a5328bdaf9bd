using Networks.Grains;
using Networks.GraphQLApi.Errors;
using Orleans;
using static System.FormattableString;

namespace Networks.GraphQLApi.Areas;

/// <summary>Days of knowledge as people ask for them.</summary>
internal static class KnownDay
{
    /// <summary>
    /// The day to ask the area for, or null for what is known now. A day after today and one before the first record are refused: nobody
    /// knows, or nobody had written anything down.
    /// </summary>
    public static async Task<DateOnly?> OfAsync(DateOnly? knownAt, AreaRegister register, IGrainFactory grains)
    {
        if (knownAt is not { } day)
        {
            return null;
        }

        var today = await register.TodayAsync();
        return Fault(day, today) is { } fault ? throw Refused.BadArgument("knownAt", fault)
            : day == today ? null
            : await ReachAsync(day, grains) switch
            {
                ({ } before, _) => throw Refused.BadArgument("knownAt", before),
                (_, { } busy) => throw Refused.Unavailable(busy),
                _ => day,
            };
    }

    /// <summary>Why nobody can know by then; null if they can.</summary>
    public static string? Fault(DateOnly knownAt, DateOnly today) => knownAt <= today
        ? null
        : Invariant($"knownAt is {knownAt:yyyy-MM-dd}, after today; what will be known then, nobody knows yet. Leave it out for now.");

    /// <summary>Why a past day cannot be answered: it lies before the first record, or too many ask at once.</summary>
    public static async Task<(string? Before, string? Busy)> ReachAsync(DateOnly knownAt, IGrainFactory grains)
    {
        var reach = await grains.Area(knownAt).Reach();
        return (
            reach.FirstRecordedOn is { } first
                ? Invariant(
                    $"knownAt is {knownAt:yyyy-MM-dd}, but the first record was made on {first:yyyy-MM-dd}; ask for that day or later.")
                : null,
            reach.IsBusy ? "Too many ask for pictures of the past at once; ask again in a moment." : null);
    }
}
