using System.Collections.Immutable;
using System.ComponentModel;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.Matching.Recruiting;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>Whom, or which group, to look for. What is left out is taken to suit, gender excepted.</summary>
public sealed record RecruitInput
{
    /// <summary>What the volunteer or group would give.</summary>
    public required OfferKind Kind { get; init; }

    /// <summary>Where the volunteer would live or the group meet, by code or name; left out, wherever it helps most.</summary>
    public string? Ward { get; init; }

    /// <summary>What would be spoken, by BCP 47 tag or English name.</summary>
    public string? Language { get; init; }

    /// <summary>Weekly slots, such as tue-am.</summary>
    public IReadOnlyList<string>? Times { get; init; }

    /// <summary>female, male, non-binary or self-described.</summary>
    public string? Gender { get; init; }

    /// <summary>How many places, 1 to 5.</summary>
    [DefaultValue(1)]
    public int Places { get; init; } = 1;
}

/// <summary>Reads recruits as they were asked about, or says which argument cannot be.</summary>
internal static class RecruitReading
{
    private const int RecruitsMax = 20;

    public static async Task<ImmutableArray<RecruitWish>> Of(IReadOnlyList<RecruitInput> recruits, AreaRegister register)
    {
        if (recruits.Count is 0 or > RecruitsMax)
        {
            throw Refused.BadArgument("recruits", $"{recruits.Count} recruits were asked about; name 1 to {RecruitsMax}.");
        }

        var wishes = ImmutableArray.CreateBuilder<RecruitWish>(recruits.Count);
        foreach (var recruit in recruits)
        {
            wishes.Add(await Of(recruit, register));
        }

        return wishes.MoveToImmutable();
    }

    private static async Task<RecruitWish> Of(RecruitInput recruit, AreaRegister register)
    {
        if (recruit.Places is < 1 or > RecruitingValues.PlacesMax)
        {
            throw Refused.BadArgument("places", $"places is {recruit.Places}; it must be from 1 to {RecruitingValues.PlacesMax}.");
        }

        WardCode? ward = recruit.Ward is { } word && await register.FindAsync([word], "ward") is [var found, ..] ? found.Code : null;
        var profile = new RecruitProfile
        {
            Kind = recruit.Kind,
            Ward = ward,
            Language = string.IsNullOrWhiteSpace(recruit.Language) ? null : recruit.Language.Trim(),
            Times = (recruit.Times ?? []).Aggregate(default(TimeSlots), (slots, next) => TimeSlots.TryParse(next, out var slot)
                ? slots.With(slot)
                : throw Refused.BadArgument("times", $"'{next}' is no weekly slot; write mon-am, mon-pm, mon-eve and so on to sun-eve.")),
            Gender = recruit.Gender is not { } said ? null : Vocabulary<Gender>.TryParse(said, out var gender)
                ? gender
                : throw Refused.BadArgument("gender", $"'{said}' is none of female, male, non-binary, self-described."),
        };
        return new RecruitWish(profile, recruit.Places);
    }
}
