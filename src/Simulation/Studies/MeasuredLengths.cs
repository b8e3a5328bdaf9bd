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
    /// Matches. One whose volunteer stopped would have lasted longer: runs end those by the rate at which volunteers stop, and would end
    /// them twice.
    /// </summary>
    public static ObservedLengths Matches(AreaSnapshot snapshot)
    {
        var stays = snapshot.People.SelectMany(person => person.Stays)
            .Where(stay => stay.Kind is not null && stay.Since is not null).ToArray();
        var ended = stays.Where(stay => stay.EndedOn <= snapshot.Day).ToLookup(stay => stay.Ending == MatchEnding.VolunteerLeft);
        double Lasted(SnapshotStay stay) => Between(stay.Since!.Value, stay.EndedOn!.Value);
        return new ObservedLengths(
            [.. ended[false].Select(Lasted)],
            [.. stays.Where(stay => stay.Holds(snapshot.Day)).Select(stay => Between(stay.Since!.Value, snapshot.Day)),
                .. ended[true].Select(Lasted)]);
    }

    /// <summary>
    /// Waits that ended with leaving the register unhelped; whoever was helped first, or waits still, would have left later than that.
    /// </summary>
    public static ObservedLengths Patience(AreaSnapshot snapshot)
    {
        var (left, stayed) = (new List<double>(), new List<double>());
        foreach (var person in snapshot.People)
        {
            if (person.ReferredOn is not { } referred || referred > snapshot.Day)
            {
                continue;
            }

            var helped = person.Stays.Where(stay => stay.Since >= referred && stay.Since <= snapshot.Day).Min(stay => stay.Since);
            if (helped is { } began && !(person.LeftOn <= began))
            {
                stayed.Add(Between(referred, began));
            }
            else if (person.LeftOn is { } gone && gone <= snapshot.Day && person.Stays.IsEmpty)
            {
                left.Add(Between(referred, gone));
            }
            else if (!person.Facts.Seeking.IsEmpty && person.Stays.IsEmpty)
            {
                stayed.Add(Between(person.Facts.WaitingSince ?? referred, snapshot.Day));
            }
        }

        return new ObservedLengths([.. left], [.. stayed]);
    }

    /// <summary>What a record says; a fault where too few are on it.</summary>
    public static (MeasuredLength? Length, ScenarioFault? Fault) Of(ObservedLengths seen, string name, NumberInput input, ulong seed)
    {
        var fits = new List<(LengthFit Fit, double Criterion)>();
        foreach (var shape in Shapes)
        {
            switch (LengthFits.Of(shape, seen, "inputs." + name, seed))
            {
                case LengthFitting.Fitted fitted:
                    fits.Add((fitted.Fit, (2 * (shape == LengthShape.Exponential ? 1 : 2)) - (2 * fitted.Fit.LogLikelihood)));
                    break;
                case LengthFitting.Refused refused:
                    return (null, new ScenarioFault(input.At, $"{name}: {refused.Fault.Reason}", ""));
            }
        }

        return (new MeasuredLength(seen, fits), null);
    }

    // Half a day where a match began and ended on one: a length is above 0.
    private static double Between(DateOnly from, DateOnly to) => Math.Max(0.5, to.DayNumber - from.DayNumber);
}
