using Networks.Grains;
using Networks.Grains.Areas;
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
    public static async Task<DateOnly?> OfAsync(DateOnly? knownAt, AreaRegister register, CancellationToken cancellationToken)
    {
        var day = await PastAsync(knownAt, register);
        await (day is { } evening ? register.Evenings.CheckAsync(evening, cancellationToken) : Task.CompletedTask);
        return day;
    }

    /// <summary>Asks the area, as it is known now or was on a past evening; the same days are refused.</summary>
    public static async Task<T> AskAsync<T>(
        DateOnly? knownAt,
        AreaRegister register,
        IGrainFactory grains,
        Func<IAreaGrain, Task<T>> question,
        CancellationToken cancellationToken) => await PastAsync(knownAt, register) is { } evening
            ? await register.Evenings.AskAsync(evening, question, cancellationToken)
            : await question(grains.Area());

    /// <summary>Why nobody can know by then; null if they can.</summary>
    public static string? Fault(DateOnly knownAt, DateOnly today) => knownAt <= today
        ? null
        : Invariant($"knownAt is {knownAt:yyyy-MM-dd}, after today; what will be known then, nobody knows yet. Leave it out for now.");

    /// <summary>Why a past day cannot be answered: it lies before the first record, or too many ask at once.</summary>
    public static (string? Before, string? Busy) Fault(DateOnly knownAt, KnownReach reach) => (
        reach.FirstRecordedOn is { } first
            ? Invariant(
                $"knownAt is {knownAt:yyyy-MM-dd}, but the first record was made on {first:yyyy-MM-dd}; ask for that day or later.")
            : null,
        reach.IsBusy ? "Too many ask for pictures of the past at once; ask again in a moment." : null);

    private static async Task<DateOnly?> PastAsync(DateOnly? knownAt, AreaRegister register)
    {
        if (knownAt is not { } day)
        {
            return null;
        }

        var today = await register.TodayAsync();
        return Fault(day, today) is { } fault ? throw Refused.BadArgument("knownAt", fault) : day == today ? null : day;
    }
}
