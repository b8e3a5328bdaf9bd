using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.WardRegisters;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Wards;
using Orleans;

namespace Networks.GraphQLApi.Areas;

/// <summary>The area's wards and its calendar, as the register says.</summary>
public sealed class AreaRegister(IGrainFactory grains, TimeProvider time, IHttpContextAccessor http)
{
    /// <summary>The register, read once per request: hundreds of fields of one answer ask for it, and all must see the same.</summary>
    public Task<WardRegister> ReadAsync() =>
        http.HttpContext?.RequestServices.GetRequiredService<RegisterOfRequest>().ReadAsync() ?? grains.WardRegister().Read();

    /// <summary>The area and its parts, put together once per request.</summary>
    internal Task<AreaTree> TreeAsync() =>
        http.HttpContext?.RequestServices.GetRequiredService<RegisterOfRequest>().TreeAsync() ?? new RegisterOfRequest(grains).TreeAsync();

    /// <summary>The past evenings that the request asks about.</summary>
    internal EveningsOfRequest Evenings =>
        http.HttpContext?.RequestServices.GetRequiredService<EveningsOfRequest>() ?? new EveningsOfRequest(grains);

    /// <summary>Today in the area's time zone.</summary>
    public async Task<DateOnly> TodayAsync() => Today((await ReadAsync()).Area);

    /// <summary>The area's time zone.</summary>
    public async Task<TimeZoneInfo> ZoneAsync() => Zone((await ReadAsync()).Area);

    public DateOnly Today(AreaFacts area) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone(area)).DateTime);

    private static TimeZoneInfo Zone(AreaFacts area) => TimeZoneInfo.FindSystemTimeZoneById(area.TimeZone);

    /// <summary>The ward a record names; one that the register does not list is shown by its code.</summary>
    public async Task<WardType> WardAsync(WardCode code)
    {
        var register = await ReadAsync();
        return new WardType(
            register.Wards.FirstOrDefault(ward => ward.Code == code) ?? new WardFacts { Code = code, Name = code.Value }, null);
    }

    /// <summary>
    /// The wards that codes or names mean; null stays null and means all. An unknown word is refused, for silence would read as nobody.
    /// </summary>
    public async Task<ImmutableArray<WardFacts>?> FindAsync(IReadOnlyList<string>? codes, string argument)
    {
        if (codes is null)
        {
            return null;
        }

        if (codes.Count == 0)
        {
            throw Refused.BadArgument(argument, $"{argument} is an empty list; leave it out to mean all wards.");
        }

        // Nearly everybody names one ward by its code, and the request has the register at hand.
        if (codes is [var code] && (await ReadAsync()).Wards.FirstOrDefault(ward => ward.Code.Value == code) is { } named)
        {
            return [named];
        }

        var lookup = await grains.WardRegister().Find([.. codes]);
        return lookup.Unknown is [var unknown, ..]
            ? throw Refused.UnknownWard(unknown.Word, [.. unknown.DidYouMean.Select(code => code.Value)])
            : lookup.Found;
    }

    /// <summary>The ward a command names, or the error to answer with.</summary>
    internal async Task<(WardCode Ward, UserError? Error)> ReadWardAsync(string codeOrName, IReadOnlyList<string> path)
    {
        var lookup = await grains.WardRegister().Find([codeOrName]);
        if (lookup.Found is [var found, ..])
        {
            return (found.Code, null);
        }

        string[] near = lookup.Unknown is [var unknown, ..] ? [.. unknown.DidYouMean.Select(code => code.Value)] : [];
        var sentence = near.Length == 0
            ? $"No ward '{codeOrName}' in this area."
            : $"No ward '{codeOrName}' in this area; did you mean {string.Join(" or ", near)}?";
        return (WardCode.Of(codeOrName), new UnknownWardError(sentence, path, near));
    }

    public async Task<ImmutableArray<WardCode>?> FindCodesAsync(IReadOnlyList<string>? codes, string argument) =>
        await FindAsync(codes, argument) is { } found ? [.. found.Select(ward => ward.Code)] : null;
}
