using Networks.Domain.Matches;
using Networks.Simulation.Fittings;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Snapshots;

namespace Networks.Simulation.Studies;

/// <summary>How long matches on record lasted, those still going on included, and what fits them best.</summary>
internal static class MeasuredLengths
{
    private static readonly LengthShape[] Shapes =
        [LengthShape.Exponential, LengthShape.Gamma, LengthShape.Lognormal, LengthShape.Weibull];

    /// <summary>
    /// What the matches on record say; null with a fault where too few are on record, null without where nothing is measured. A match whose
    /// volunteer stopped would have lasted longer: runs end those by the rate at which volunteers stop, and would end them twice.
    /// </summary>
    public static (MeasuredLength? Length, ScenarioFault? Fault) OfMatches(AreaSnapshot snapshot, DurationInput input, ulong seed)
    {
        if (!input.Mean.IsMeasured)
        {
            return (null, null);
        }

        var stays = snapshot.People.SelectMany(person => person.Stays)
            .Where(stay => stay.Kind is not null && stay.Since is not null).ToArray();
        var ended = stays.Where(stay => stay.EndedOn <= snapshot.Day).ToLookup(stay => stay.Ending == MatchEnding.VolunteerLeft);
        double Lasted(SnapshotStay stay) => Between(stay.Since!.Value, stay.EndedOn!.Value);
        var seen = new ObservedLengths(
            [.. ended[false].Select(Lasted)],
            [.. stays.Where(stay => stay.Holds(snapshot.Day)).Select(stay => Between(stay.Since!.Value, snapshot.Day)),
                .. ended[true].Select(Lasted)]);
        var fits = new List<(LengthFit Fit, double Criterion)>();
        foreach (var shape in Shapes)
        {
            switch (LengthFits.Of(shape, seen, "inputs.matchLength", seed))
            {
                case LengthFitting.Fitted fitted:
                    fits.Add((fitted.Fit, (2 * (shape == LengthShape.Exponential ? 1 : 2)) - (2 * fitted.Fit.LogLikelihood)));
                    break;
                case LengthFitting.Refused refused:
                    return (null, new ScenarioFault(input.Mean.At, $"matchLength: {refused.Fault.Reason}", ""));
            }
        }

        return (new MeasuredLength(seen, fits), null);
    }

    // Half a day where a match began and ended on one: a length is above 0.
    private static double Between(DateOnly from, DateOnly to) => Math.Max(0.5, to.DayNumber - from.DayNumber);
}
