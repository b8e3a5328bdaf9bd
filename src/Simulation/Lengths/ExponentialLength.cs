using Networks.Simulation.Parameters;

namespace Networks.Simulation.Lengths;

/// <summary>Ends at the same rate however long it has lasted.</summary>
/// <param name="MeanDays">Mean in days, above 0.</param>
public sealed record ExponentialLength(double MeanDays) : Length
{
    /// <inheritdoc/>
    public override double Mean => MeanDays;

    /// <inheritdoc/>
    public override double Deviation => MeanDays;

    /// <inheritdoc/>
    public override double ShareLonger(double days) => days <= 0 ? 1 : Math.Exp(-days / MeanDays);

    /// <inheritdoc/>
    public override double ExceededBy(double share) => -MeanDays * Math.Log(share);

    /// <inheritdoc/>
    public override double ExceededBy(double share, double elapsed) => Math.Max(elapsed, 0) + ExceededBy(share);

    /// <inheritdoc/>
    public override double LogDensity(double days) =>
        days < 0 ? double.NegativeInfinity : -Math.Log(MeanDays) - (days / MeanDays);

    /// <inheritdoc/>
    public override void Check(ParameterChecks checks, string path) => checks.Above0($"{path}.meanDays", MeanDays);

    private protected override double HazardAt(double days) => 1 / MeanDays;
}
