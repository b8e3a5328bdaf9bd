using MathNet.Numerics.Distributions;
using Networks.Domain.Matches;
using Networks.Domain.Wards;
using Networks.Simulation.Lengths;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Snapshots;
using static System.FormattableString;

namespace Networks.Simulation.Studies;

/// <summary>
/// Rates and middling times from the dated record: events over the time in which they could have happened, with the exact interval of a
/// Poisson count; middles by Kaplan and Meier, so that what goes on still counts as longer than now.
/// </summary>
internal static class MeasuredRates
{
    /// <summary>Who joined is counted over the last two years, who stopped and how long checks took over the last three.</summary>
    private const int JoiningDays = 728;
    private const int LookBackDays = 1092;

    private const double Tail = 0.025;

    // A share of all is refused as an input, and no record shows it either.
    private const double ShareMost = 0.99;

    /// <summary>Volunteers who stopped, over the years that all of them were active in the last three years.</summary>
    public static (MeasuredNumber?, string) Leaving(AreaSnapshot snapshot)
    {
        var (stopped, days) = (0, 0L);
        var from = snapshot.Day.AddDays(-LookBackDays);
        foreach (var volunteer in Volunteers(snapshot))
        {
            if (volunteer.From is { } began && began <= snapshot.Day)
            {
                var until = volunteer.Until is { } end && end <= snapshot.Day ? end : snapshot.Day;
                days += Math.Max(0, until.DayNumber - Math.Max(began.DayNumber, from.DayNumber));
                stopped += volunteer.Until <= snapshot.Day && until > from ? 1 : 0;
            }
        }

        var years = days / Days.InYear;
        static double Share(double perYear) => Math.Min(ShareMost, 1 - Math.Exp(-perYear));
        return stopped < NumberInput.EventsMin || years <= 0
            ? (null, Few(stopped, "volunteers stopped in the last three years"))
            : (new MeasuredNumber(Share(stopped / years), Invariant(
                $"{100 * Share(stopped / years):0.#} % (95 %: {100 * Share(Low(stopped) / years):0.#} to ")
                + Invariant($"{100 * Share(High(stopped) / years):0.#}), {stopped} stopped in {years:0} volunteer years"),
                share => Share(Rate(stopped, years, share))), "");
    }

    /// <summary>Volunteers of these wards who became active in the last two years, a year.</summary>
    public static (MeasuredNumber?, string) Joining(AreaSnapshot snapshot, IReadOnlySet<WardCode> wards)
    {
        var joined = Volunteers(snapshot).Count(volunteer => wards.Contains(volunteer.Facts.Ward)
            && volunteer.From <= snapshot.Day && volunteer.From > snapshot.Day.AddDays(-JoiningDays));
        const double years = JoiningDays / Days.InYear;
        return joined < NumberInput.EventsMin
            ? (null, Few(joined, "volunteers became active in the last 104 weeks"))
            : (new MeasuredNumber(
                joined / years,
                Invariant($"{joined / years:0.#} a year (95 %: {Low(joined) / years:0.#} to {High(joined) / years:0.#}), ")
                    + Invariant($"{joined} in 104 weeks"),
                share => Rate(joined, years, share)), "");
    }

    /// <summary>
    /// The middle of the days from the end of a volunteer's match to the next, less half the time between rounds, which a run adds itself.
    /// </summary>
    public static (MeasuredNumber?, string) Gap(AreaSnapshot snapshot, Days rounds)
    {
        var (gaps, open) = (new List<double>(), new List<double>());
        var active = snapshot.Offers.Where(offer => offer.IsActive).Select(offer => offer.Facts.Offer).ToHashSet();
        var stays = snapshot.People.SelectMany(person => person.Stays)
            .Where(stay => stay.Kind is not null && stay.Since is not null).ToLookup(stay => stay.Offer);
        foreach (var volunteer in stays.OrderBy(volunteer => volunteer.Key))
        {
            var starts = new Queue<DateOnly>(volunteer.Select(stay => stay.Since!.Value).Where(day => day <= snapshot.Day).Order());
            foreach (var ended in volunteer.Select(stay => stay.EndedOn).OfType<DateOnly>().Where(day => day <= snapshot.Day).Order())
            {
                while (starts.TryPeek(out var early) && early < ended)
                {
                    starts.Dequeue();
                }

                if (starts.TryDequeue(out var next))
                {
                    gaps.Add(next.DayNumber - ended.DayNumber);
                }
                else if (active.Contains(volunteer.Key))
                {
                    open.Add(snapshot.Day.DayNumber - ended.DayNumber);
                }
            }
        }

        return Middle(
            gaps, open, rounds.Count / 2, "matches were followed by another of the same volunteer", "half the time between rounds");
    }

    /// <summary>
    /// The middle of the days from application to induction, less half the time between inductions, which a run adds itself.
    /// </summary>
    public static (MeasuredNumber?, string) Checking(AreaSnapshot snapshot, Days inductions)
    {
        var applied = Volunteers(snapshot)
            .Where(one => one.AppliedOn <= snapshot.Day && one.AppliedOn > snapshot.Day.AddDays(-LookBackDays)).ToArray();
        List<double> took =
            [.. applied.Where(one => one.InductedOn <= snapshot.Day).Select(one => Between(one.AppliedOn!.Value, one.InductedOn!.Value))];
        List<double> goOn = [.. applied.Where(one => !(one.InductedOn <= snapshot.Day) && !(one.Until <= snapshot.Day))
            .Select(one => Between(one.AppliedOn!.Value, snapshot.Day))];
        return Middle(
            took, goOn, inductions.Count / 2, "volunteers applied and were inducted in the last three years",
            "half the time between inductions");
    }

    private static double Between(DateOnly from, DateOnly to) => Math.Max(0, to.DayNumber - from.DayNumber);

    private static (MeasuredNumber?, string) Middle(List<double> ended, List<double> goOn, double less, string what, string lessWhat)
    {
        if (ended.Count < NumberInput.EventsMin)
        {
            return (null, Few(ended.Count, what));
        }

        return HalfOver(ended, goOn) is not { } middle
            ? (null, Invariant($"{ended.Count} {what}, and {goOn.Count} have not yet, so that the middle is not known."))
            : (new MeasuredNumber(
                Math.Max(0, middle - less),
                Invariant($"{Math.Max(0, middle - less):0.#} days: the middle of {ended.Count + goOn.Count}, {middle:0} days, less ")
                    + lessWhat), "");
    }

    // Kaplan and Meier: the first day by which no more than half have still not ended.
    private static double? HalfOver(List<double> ended, List<double> goOn)
    {
        var (left, share) = (ended.Count + goOn.Count, 1.0);
        foreach (var day in ended.Concat(goOn).Distinct().Order())
        {
            share *= 1 - (ended.Count(one => one == day) / (double)left);
            if (share <= 0.5)
            {
                return day;
            }

            left -= ended.Count(one => one == day) + goOn.Count(one => one == day);
        }

        return null;
    }

    private static IEnumerable<SnapshotOffer> Volunteers(AreaSnapshot snapshot) =>
        snapshot.Offers.Where(offer => offer.Facts.Offer.Holder == OfferHolder.Volunteer);

    private static string Few(int found, string what) => Invariant($"{found} {what}, and it takes {NumberInput.EventsMin}.");

    // As of a rate that is known only by what happened: a gamma with the events as its shape, whose mean is what was counted.
    private static double Rate(int events, double years, double share) => new GammaLength(events, 1 / years).ExceededBy(share);

    private static double Low(int events) => ChiSquared.InvCDF(2.0 * events, Tail) / 2;

    private static double High(int events) => ChiSquared.InvCDF(2.0 * (events + 1), 1 - Tail) / 2;
}
