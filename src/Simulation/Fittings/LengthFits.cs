using System.Globalization;
using Networks.Simulation.Parameters;

namespace Networks.Simulation.Fittings;

/// <summary>Fits lengths to what was seen, by maximum likelihood, and says how well they fit.</summary>
public static class LengthFits
{
    /// <summary>
    /// Fits <paramref name="shape"/>; <paramref name="path"/> is named in refusals. The same record and <paramref name="seed"/> give the
    /// same answer.
    /// </summary>
    public static LengthFitting Of(LengthShape shape, ObservedLengths seen, string path, ulong seed)
    {
        if (FirstFault(shape, seen) is { } reason)
        {
            return new LengthFitting.Refused(new ParameterFault(path, reason));
        }

        var length = Likelihood.Fit(shape, seen);
        var distance = Goodness.Distance(length, seen);
        if (shape == LengthShape.Empirical)
        {
            return new LengthFitting.Fitted(new LengthFit(length, double.NaN, distance, null));
        }

        double? farther = seen.Ongoing.IsEmpty ? Goodness.ShareFarther(shape, length, seen.Ended.Length, distance, seed) : null;
        return new LengthFitting.Fitted(new LengthFit(length, Likelihood.Of(length, seen), distance, farther));
    }

    private static string? FirstFault(LengthShape shape, ObservedLengths seen)
    {
        if (seen.Ended.Length < ObservedLengths.EndedLeast)
        {
            return $"only {seen.Ended.Length} have ended; measured needs {ObservedLengths.EndedLeast}. Give a value instead.";
        }

        if (seen.Ended.Any(days => !(days > 0 && double.IsFinite(days))) || seen.Ongoing.Any(days => !(days >= 0 && double.IsFinite(days))))
        {
            return "a length that has ended must be above 0 days, and one still going on 0 or more.";
        }

        if (shape is not (LengthShape.Exponential or LengthShape.Empirical) && seen.Ended.All(days => days == seen.Ended[0]))
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"all of them took {seen.Ended[0]} days; give that as a fixed length.");
        }

        return shape == LengthShape.Empirical && !seen.Ongoing.IsEmpty
            ? $"{seen.Ongoing.Length} are still going on, and lengths taken as seen would forget them: name a shape to fit."
            : null;
    }
}
