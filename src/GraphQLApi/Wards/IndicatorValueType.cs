using HotChocolate;
using Networks.Domain.Measures;
using Networks.Domain.Wards;

namespace Networks.GraphQLApi.Wards;

/// <summary>A published figure about a ward.</summary>
[GraphQLName("IndicatorValue")]
public sealed class IndicatorValueType
{
    private readonly Indicator _indicator;

    internal IndicatorValueType(Indicator indicator) => _indicator = indicator;

    /// <summary>What it measures.</summary>
    public string Name => _indicator.Name;

    /// <summary>The figure.</summary>
    public double Value => _indicator.Value;

    /// <summary>What time it describes, as published, such as 2021 or 2024-25.</summary>
    public string? Period => _indicator.Period;

    /// <summary>What was counted; null where not published.</summary>
    public double? Numerator => _indicator.Numerator;

    /// <summary>Of how many; null where not published.</summary>
    public double? Denominator => _indicator.Denominator;

    /// <summary>Who published it.</summary>
    public string? Source => _indicator.Source;

    /// <summary>Which way it points: higher-is-worse, higher-is-better, neutral; null where nobody has said.</summary>
    public string? Polarity => _indicator.Polarity is { } polarity ? Vocabulary<Polarity>.Word(polarity) : null;
}
