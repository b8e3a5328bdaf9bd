using System.Collections.Immutable;

namespace Networks.Simulation.Parameters;

/// <summary>A model was started with parameters it had refused, or was never asked about.</summary>
public sealed class ParameterException(ImmutableArray<ParameterFault> faults)
    : ArgumentException(string.Join(Environment.NewLine, faults))
{
    /// <summary>Every fault, in the order of the fields.</summary>
    public ImmutableArray<ParameterFault> Faults { get; } = faults;
}
