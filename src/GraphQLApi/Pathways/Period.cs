using Networks.GraphQLApi.Errors;
using static System.FormattableString;

namespace Networks.GraphQLApi.Pathways;

/// <summary>The days of the referrals that are asked about.</summary>
internal static class Period
{
    /// <summary>Why a period holds no day; null if it holds one.</summary>
    public static string? Fault(DateOnly from, DateOnly to) => to > from
        ? null
        : Invariant($"to is {to:yyyy-MM-dd}, which is not after from, {from:yyyy-MM-dd}; it is the first day that counts no more.");

    /// <summary>The end of a period, or a refusal.</summary>
    public static DateOnly End(DateOnly from, DateOnly to) => Fault(from, to) is { } fault ? throw Refused.BadArgument("to", fault) : to;
}
