using System.Collections.Immutable;
using Networks.Simulation.Fittings;
using Networks.Simulation.Lengths;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Studies;

/// <summary>
/// A length known from a record, and so only as well as the record says: each run draws a shape by how likely each is (Akaike's weights),
/// and then a length of that shape which the record allows.
/// </summary>
internal sealed class MeasuredLength
{
    private readonly ImmutableArray<(LengthSpread Spread, double Weight)> _shapes;

    /// <param name="seen">The record.</param>
    /// <param name="fits">A fit of each shape, with Akaike's criterion.</param>
    public MeasuredLength(ObservedLengths seen, IReadOnlyCollection<(LengthFit Fit, double Criterion)> fits)
    {
        Best = fits.MinBy(fit => fit.Criterion).Fit;
        var least = fits.Min(fit => fit.Criterion);
        var weights = fits.Select(fit => Math.Exp((least - fit.Criterion) / 2)).ToArray();
        _shapes = [.. fits.Zip(weights, (fit, weight) => (LengthSpread.Of(fit.Fit.Length, seen), weight / weights.Sum()))];
    }

    /// <summary>The likeliest.</summary>
    public LengthFit Best { get; }

    /// <summary>What one run takes as true.</summary>
    public Length Drawn(Draws draws)
    {
        var (left, at) = (draws.Third, 0);
        while (at < _shapes.Length - 1 && left >= _shapes[at].Weight)
        {
            left -= _shapes[at++].Weight;
        }

        return _shapes[at].Spread.Drawn(draws.First, draws.Second);
    }
}
