using System.Text.Json.Serialization;
using Orleans;

namespace Networks.Domain.Measures;

/// <summary>The age bands in which ages are shown; only a year of birth is ever kept.</summary>
[GenerateSerializer, Alias("networks.age-band")]
[JsonConverter(typeof(WordJsonConverter<AgeBand>))]
public enum AgeBand
{
    Under18,
    From18To24,
    From25To49,
    From50To64,
    From65To74,
    From75To84,
    From85,
    Unknown,
}

/// <summary>How a year of birth becomes an age band.</summary>
public static class AgeBands
{
    /// <summary>
    /// The band on <paramref name="day"/>. Only the year is known, so someone who may still be 18 this year counts as under 18.
    /// </summary>
    public static AgeBand Of(int? birthYear, DateOnly day) => birthYear is not { } year ? AgeBand.Unknown : (day.Year - year) switch
    {
        <= 18 => AgeBand.Under18,
        <= 24 => AgeBand.From18To24,
        <= 49 => AgeBand.From25To49,
        <= 64 => AgeBand.From50To64,
        <= 74 => AgeBand.From65To74,
        <= 84 => AgeBand.From75To84,
        _ => AgeBand.From85,
    };
}
