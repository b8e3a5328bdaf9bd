using Networks.Simulation.Parameters;

namespace Networks.Simulation.Lengths;

/// <summary>Always the same number of days.</summary>
/// <param name="Days">How many, 0 or more.</param>
public sealed record ConstantLength(double Days) : Length
{
    /// <inheritdoc/>
    public override double Mean => Days;

    /// <inheritdoc/>
    public override double Deviation => 0;

    /// <inheritdoc/>
    public override double ShareLonger(double days) => days < Days ? 1 : 0;

    /// <inheritdoc/>
    public override double ExceededBy(double share) => Days;

    /// <inheritdoc/>
    public override double ExceededBy(double share, double elapsed) => Math.Max(Days, elapsed);

    /// <inheritdoc/>
    public override double LogDensity(double days) => days == Days ? 0 : double.NegativeInfinity;

    /// <inheritdoc/>
    public override void Check(ParameterChecks checks, string path) => checks.NotBelow0($"{path}.days", Days);

    private protected override double HazardAt(double days) => double.PositiveInfinity;
}
