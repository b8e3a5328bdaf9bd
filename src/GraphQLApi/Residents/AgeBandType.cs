using HotChocolate;
using Networks.Domain.Measures;

namespace Networks.GraphQLApi.Residents;

/// <summary>How old a person is, as far as it is ever shown.</summary>
[GraphQLName("AgeBand")]
public enum AgeBandType
{
    /// <summary>Under 18: adults are never matched one to one with her.</summary>
    [GraphQLName("UNDER_18")]
    Under18,

    /// <summary>18 to 24.</summary>
    [GraphQLName("FROM_18_TO_24")]
    From18To24,

    /// <summary>25 to 49.</summary>
    [GraphQLName("FROM_25_TO_49")]
    From25To49,

    /// <summary>50 to 64.</summary>
    [GraphQLName("FROM_50_TO_64")]
    From50To64,

    /// <summary>65 to 74.</summary>
    [GraphQLName("FROM_65_TO_74")]
    From65To74,

    /// <summary>75 to 84.</summary>
    [GraphQLName("FROM_75_TO_84")]
    From75To84,

    /// <summary>85 or more.</summary>
    [GraphQLName("FROM_85")]
    From85,

    /// <summary>Year of birth not known.</summary>
    [GraphQLName("UNKNOWN")]
    Unknown
}

/// <summary>The domain's age bands under the names clients know.</summary>
internal static class AgeBandTypes
{
    public static AgeBandType Of(AgeBand band) => band switch
    {
        AgeBand.Under18 => AgeBandType.Under18,
        AgeBand.From18To24 => AgeBandType.From18To24,
        AgeBand.From25To49 => AgeBandType.From25To49,
        AgeBand.From50To64 => AgeBandType.From50To64,
        AgeBand.From65To74 => AgeBandType.From65To74,
        AgeBand.From75To84 => AgeBandType.From75To84,
        AgeBand.From85 => AgeBandType.From85,
        _ => AgeBandType.Unknown
    };

    public static AgeBand Of(AgeBandType band) => band switch
    {
        AgeBandType.Under18 => AgeBand.Under18,
        AgeBandType.From18To24 => AgeBand.From18To24,
        AgeBandType.From25To49 => AgeBand.From25To49,
        AgeBandType.From50To64 => AgeBand.From50To64,
        AgeBandType.From65To74 => AgeBand.From65To74,
        AgeBandType.From75To84 => AgeBand.From75To84,
        AgeBandType.From85 => AgeBand.From85,
        _ => AgeBand.Unknown
    };
}
