namespace Networks.Simulation.Parameters;

/// <summary>One parameter that cannot be used.</summary>
/// <param name="Path">Where it stands, such as <c>stay.meanDays</c> or <c>arrivals.steps[2].perDay</c>.</param>
/// <param name="Reason">What is wrong, with the value given.</param>
public sealed record ParameterFault(string Path, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Reason}";
}
