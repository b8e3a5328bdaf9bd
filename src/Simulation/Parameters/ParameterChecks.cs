using System.Collections.Immutable;
using System.Globalization;

namespace Networks.Simulation.Parameters;

/// <summary>Looks at every parameter once, before anything runs, and gathers all faults instead of stopping at the first.</summary>
public sealed class ParameterChecks
{
    private readonly ImmutableArray<ParameterFault>.Builder _faults = ImmutableArray.CreateBuilder<ParameterFault>();

    /// <summary>What was found so far.</summary>
    public ImmutableArray<ParameterFault> Faults => _faults.ToImmutable();

    /// <summary>Notes a fault.</summary>
    public void Refuse(string path, string reason) => _faults.Add(new ParameterFault(path, reason));

    /// <summary>A finite number above 0.</summary>
    public void Above0(string path, double value) =>
        Require(double.IsFinite(value) && value > 0, path, value, "must be a number above 0");

    /// <summary>A finite number, 0 or more.</summary>
    public void NotBelow0(string path, double value) =>
        Require(double.IsFinite(value) && value >= 0, path, value, "must be a number from 0 up");

    /// <summary>Any finite number.</summary>
    public void Finite(string path, double value) => Require(double.IsFinite(value), path, value, "must be a number");

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public void Within(string path, double value, double least, double most) =>
        Require(value >= least && value <= most, path, value, $"must be from {Said(least)} to {Said(most)}");

    /// <summary>Throws all faults, if there are any.</summary>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new ParameterException(Faults);
        }
    }

    private void Require(bool holds, string path, double value, string rule)
    {
        if (!holds)
        {
            Refuse(path, $"{rule}, not {Said(value)}.");
        }
    }

    private static string Said(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
