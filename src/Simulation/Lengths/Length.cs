using Networks.Simulation.Parameters;

namespace Networks.Simulation.Lengths;

/// <summary>
/// How long something takes, in days, as a distribution: a stay, a match, patience, a check. One draw makes one length, and a smaller
/// draw never a shorter one: a length is drawn as the number of days that only that share of all lengths exceeds.
/// </summary>
public abstract record Length
{
    // Below this share a tail is too thin to be told apart from nothing in a double.
    private const double ShareMin = 1e-280;

    /// <summary>Mean in days.</summary>
    public abstract double Mean { get; }

    /// <summary>Standard deviation in days.</summary>
    public abstract double Deviation { get; }

    /// <summary>Share of lengths above <paramref name="days"/>.</summary>
    public abstract double ShareLonger(double days);

    /// <summary>The days that a <paramref name="share"/> (above 0, below 1) of all lengths exceed.</summary>
    public abstract double ExceededBy(double share);

    /// <summary>
    /// The days, counted from the beginning, that a <paramref name="share"/> exceed of those lengths which have lasted
    /// <paramref name="elapsed"/> days already. What has lasted longer than any length can ends now.
    /// </summary>
    public virtual double ExceededBy(double share, double elapsed)
    {
        var reached = ShareLonger(elapsed);
        if (reached <= ShareMin)
        {
            return elapsed - (Math.Log(share) / HazardAt(elapsed));
        }

        // A share just below 1 of those still going: rounding may fall a hair before what has passed.
        return elapsed <= 0 ? ExceededBy(share) : Math.Max(elapsed, ExceededBy(share * reached));
    }

    /// <summary>Logarithm of the density at <paramref name="days"/>, for fits; negative infinity where no length lies.</summary>
    public abstract double LogDensity(double days);

    /// <summary>Notes what cannot be used; <paramref name="path"/> is where this length stands.</summary>
    public abstract void Check(ParameterChecks checks, string path);

    /// <summary>The rate, a day, at which what has lasted <paramref name="days"/> ends, where a share is no longer a number.</summary>
    private protected abstract double HazardAt(double days);

    // Lengths are a closed family: an engine must know how to go on with each from the middle.
    private protected Length()
    {
    }
}
