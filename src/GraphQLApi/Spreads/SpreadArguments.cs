using Networks.Domain.Ties;
using Networks.Graph.Residents;
using Networks.Graph.Spreads;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Spreads;

/// <summary>The arguments that all questions about a whole area share.</summary>
internal static class SpreadArguments
{
    public static async Task<SpreadQuery> OfAsync(
        AreaRegister register,
        IReadOnlyList<string>? wards,
        DateOnly? asOf,
        IReadOnlyList<ConnectionKind>? counting,
        IReadOnlyList<TieKind>? tieKinds) => new()
        {
            Wards = await register.FindCodesAsync(wards, "wards"),
            AsOf = asOf,
            Counting = counting is null ? null : [.. counting],
            TieKinds = tieKinds is null ? null : [.. tieKinds]
        };

    /// <summary>Refuses the field if the area refused an argument, which its sentence names first.</summary>
    public static void Check(string? fault)
    {
        if (fault is not null)
        {
            throw Refused.BadArgument(fault[..fault.IndexOf(' ')], fault);
        }
    }
}
