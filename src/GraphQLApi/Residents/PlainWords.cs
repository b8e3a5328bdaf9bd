using System.Globalization;
using Networks.Domain.Measures;

namespace Networks.GraphQLApi.Residents;

/// <summary>Facts as people read them in a terminal.</summary>
internal static class PlainWords
{
    /// <summary>The age band on <paramref name="day"/>; ? when not known.</summary>
    public static string Age(int? birthYear, DateOnly day) => AgeBands.Of(birthYear, day) switch
    {
        AgeBand.Under18 => "under 18",
        AgeBand.From18To24 => "18-24",
        AgeBand.From25To49 => "25-49",
        AgeBand.From50To64 => "50-64",
        AgeBand.From65To74 => "65-74",
        AgeBand.From75To84 => "75-84",
        AgeBand.From85 => "85+",
        _ => "?",
    };

    /// <summary>yes, no, or ? when not known.</summary>
    public static string YesNo(bool? value) => value switch { true => "yes", false => "no", null => "?" };

    /// <summary>2 Jul 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A number with its noun: 1 day, 61 days, 1,200 days.</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");
}
