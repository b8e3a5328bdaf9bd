using Networks.Simulation.Lengths;
using Networks.Simulation.Parameters;

namespace Networks.Simulation.Fittings;

/// <summary>A length fitted to what was seen, and how well it fits.</summary>
/// <param name="Length">The most likely length of the shape asked for.</param>
/// <param name="LogLikelihood">Logarithm of the likelihood; NaN for what was seen itself.</param>
/// <param name="Distance">
/// The largest difference between the shares that the fit and the record give to any number of days (Kolmogorov and Smirnov; the record
/// by Kaplan and Meier where some are still going on).
/// </param>
/// <param name="ShareFarther">
/// Of records of the same size drawn from the fit and fitted in turn, the share that lie farther from their own fit than the true
/// record: below 0.05 the shape is doubtful. Null where some are still going on, as nobody knows how long those were to be watched.
/// </param>
public sealed record LengthFit(Length Length, double LogLikelihood, double Distance, double? ShareFarther)
{
    /// <summary>Whether the shape can be believed: not one in twenty records that do have it looks so unlike it.</summary>
    public bool IsDoubtful => ShareFarther < 0.05;
}

/// <summary>What came of a fit.</summary>
public abstract record LengthFitting
{
    private LengthFitting()
    {
    }

    /// <summary>The fit.</summary>
    public sealed record Fitted(LengthFit Fit) : LengthFitting;

    /// <summary>Nothing can be fitted to this.</summary>
    public sealed record Refused(ParameterFault Fault) : LengthFitting;
}
