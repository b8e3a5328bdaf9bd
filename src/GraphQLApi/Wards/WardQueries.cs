using HotChocolate.Types;
using Networks.GraphQLApi.Areas;

namespace Networks.GraphQLApi.Wards;

/// <summary>Questions about wards.</summary>
[QueryType]
public static class WardQueries
{
    /// <summary>The area's wards, ordered by code.</summary>
    /// <param name="codes">Only these, by code or by name, in the order given; an unknown one is the error UNKNOWN_WARD.</param>
    /// <param name="asOf">The day to count on; left out, it is the day of knowledge, which is today in the area's time zone.</param>
    /// <param name="knownAt">Only what was written down by the evening of this day; left out, it is now.</param>
    public static async Task<IReadOnlyList<WardType>> GetWardsAsync(
        IReadOnlyList<string>? codes, DateOnly? asOf, DateOnly? knownAt, AreaRegister register, CancellationToken cancellationToken)
    {
        var known = await KnownDay.OfAsync(knownAt, register, cancellationToken);
        var found = await register.FindAsync(codes, "codes") ?? (await register.ReadAsync()).Wards;
        return [.. found.Select(ward => new WardType(ward, asOf, known))];
    }

    /// <summary>One ward, by code or by name; an unknown one is the error UNKNOWN_WARD.</summary>
    /// <param name="code">The ward's code or name.</param>
    /// <param name="asOf">The day to count on; left out, it is the day of knowledge, which is today in the area's time zone.</param>
    /// <param name="knownAt">Only what was written down by the evening of this day; left out, it is now.</param>
    public static async Task<WardType?> GetWardAsync(
        string code, DateOnly? asOf, DateOnly? knownAt, AreaRegister register, CancellationToken cancellationToken)
    {
        var known = await KnownDay.OfAsync(knownAt, register, cancellationToken);
        return await register.FindAsync([code], "code") is [var ward, ..] ? new WardType(ward, asOf, known) : null;
    }
}
