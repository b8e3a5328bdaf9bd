using System.Collections.Immutable;

namespace Networks.Simulation.Fittings;

/// <summary>Lengths seen in the record, in days.</summary>
/// <param name="Ended">How long each took that has ended, above 0.</param>
/// <param name="Ongoing">How long each has lasted that is still going on, 0 or more: it will be longer than this.</param>
public sealed record ObservedLengths(ImmutableArray<double> Ended, ImmutableArray<double> Ongoing)
{
    /// <summary>With fewer ended ones nothing is measured: a value must be given instead.</summary>
    public const int EndedLeast = 30;
}
