using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Simulation.Fittings;
using Networks.Simulation.Reports;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Studies;
using Networks.Simulation.Tests.Kirklees;

namespace Networks.Simulation.Tests.Studies;

/// <summary>What is measured from the record, and what happens by itself in every arm.</summary>
public class RecordedRatesTests
{
    private static readonly AreaSnapshot Town = KirkleesTown.Snapshot();

    private static readonly DateOnly Day = KirkleesTown.Day;

    [Fact]
    public void Volunteers_who_stop_are_counted_over_the_time_in_which_they_could()
    {
        // Everybody active for the last three years but every third, who stopped a year ago: 117 x 3 - 39 years.
        var town = Volunteers((offer, at) => offer with { From = Day.AddDays(-2000), Until = at % 3 == 0 ? Day.AddDays(-364) : null });
        var (measured, _) = MeasuredRates.Leaving(town);
        var years = ((117 * 1092) - (39 * 364)) / 365.25;
        Assert.Equal(1 - Math.Exp(-39 / years), measured!.Value, 9);
        Assert.Contains("39 stopped in", measured.Words, StringComparison.Ordinal);

        // Who stopped before the three years, or began after the fork, is neither counted nor exposed.
        var others = Volunteers((offer, at) => at < 10 ? offer with { From = Day.AddDays(-2000), Until = Day.AddDays(-1500) }
            : at < 20 ? offer with { From = Day.AddDays(50) }
            : offer with { From = Day.AddDays(-728), Until = at < 60 ? Day.AddDays(-364) : null });
        var half = MeasuredRates.Leaving(others).Item1!;
        Assert.Equal(1 - Math.Exp(-40 / (((40 * 364) + (57 * 728)) / 365.25)), half.Value, 9);
    }

    [Fact]
    public void A_gap_is_the_middle_of_those_from_one_match_to_the_next_less_half_the_time_between_rounds()
    {
        var volunteers = Town.Offers.Where(offer => offer.Facts.Offer.Volunteer is not null).Take(40).ToArray();
        var first = volunteers.Select(offer => Stay(offer, -400, -100)).ToArray();
        var next = volunteers.Select((offer, at) => Stay(offer, at < 35 ? -100 + 20 + (at % 3) : -90, null)).Take(35).ToArray();
        var town = Town with
        {
            People = [.. first.Concat(next).Select((stay, at) => Town.People[at] with { Stays = [stay] })],
        };
        // 35 began after 20, 21 or 22 days, five have waited 100: of 40 the twentieth took 21.
        Assert.Equal(21 - 7, MeasuredRates.Gap(town, new Days(14)).Item1!.Value);
        var few = town with { People = town.People[..60] };
        Assert.Contains("20 matches were followed by another", MeasuredRates.Gap(few, new Days(14)).Item2, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_joined_is_counted_a_year_and_how_long_checks_took_is_their_middle()
    {
        var town = Volunteers((offer, at) => offer with
        {
            From = at < 80 ? Day.AddDays(-10 - at) : Day.AddDays(-800), AppliedOn = Day.AddDays(-200),
            InductedOn = at < 100 ? Day.AddDays(-200 + at) : null,
        });
        HashSet<Domain.Wards.WardCode> all = [.. town.Wards.Select(ward => ward.Code)];
        Assert.Equal(80 / (728 / 365.25), MeasuredRates.Joining(town, all).Item1!.Value, 9);
        Assert.Contains("0 volunteers became active", MeasuredRates.Joining(town, new HashSet<Domain.Wards.WardCode>()).Item2);
        // Of 117 the 59th was inducted after 58 days.
        Assert.Equal(58 - 14, MeasuredRates.Checking(town, new Days(28)).Item1!.Value);
    }

    [Fact]
    public void Patience_is_fitted_to_those_who_left_and_to_those_who_would_have_later()
    {
        var seen = MeasuredLengths.Patience(Town);
        var left = Town.People.Count(person => person.LeftOn is not null);
        Assert.Equal((left, 170), (seen.Ended.Length, left));
        Assert.Equal(Town.People.Length - left, seen.Ongoing.Length);
        var fit = Assert.IsType<LengthFitting.Fitted>(LengthFits.Of(LengthShape.Exponential, seen, "x", 1)).Fit;
        var days = Town.People.Sum(person =>
            Math.Max(0.5, ((person.LeftOn ?? person.Stays.FirstOrDefault()?.Since ?? Day).DayNumber - person.ReferredOn!.Value.DayNumber)));
        Assert.Equal(days / left, fit.Length.Mean, 6);
    }

    [Fact]
    public void A_rate_is_drawn_about_what_was_counted_and_spreads_as_much_as_so_many_allow()
    {
        var town = Volunteers((offer, at) => offer with { From = Day.AddDays(-700), Until = at % 3 == 0 ? Day.AddDays(-364) : null });
        HashSet<Domain.Wards.WardCode> all = [.. town.Wards.Select(ward => ward.Code)];
        foreach (var (number, events) in ((MeasuredNumber, int)[])
            [(MeasuredRates.Joining(town, all).Item1!, 117), (MeasuredRates.Leaving(town).Item1!, 39)])
        {
            double[] drawn = [.. Enumerable.Range(0, 4000).Select(at => number.At((at + 0.5) / 4000))];
            Assert.Equal(number.Value, drawn.Average(), 0.01 * number.Value);
            var spread = Math.Sqrt(drawn.Average(value => (value - number.Value) * (value - number.Value)));
            Assert.InRange(spread * Math.Sqrt(events) / number.Value, 0.75, 1.05);
            Assert.True(number.Most > drawn.Max());
        }
    }

    [Fact]
    public void What_is_measured_is_told_with_what_was_counted_and_what_cannot_be_is_refused_with_it()
    {
        var asked = Inputs("""
              leavesListAfter: measured
              matchLength: measured
              gapBeforeNextMatch: measured
              volunteersJoinPerYear: measured
            """);
        var runs = Done(Town, asked);
        foreach (var key in (string[])["leavesListAfter", "matchLength", "gapBeforeNextMatch", "volunteersJoinPerYear"])
        {
            Assert.Equal("measured", Assert.Single(runs.Inputs, input => input.Name == key).Source);
        }

        var unmeasured = Inputs("""
              volunteersLeavePerYear: measured
              recruitment: { checkTakes: measured, applyShare: measured }
            """);
        var town = Town with { Offers = [.. Town.Offers.Select(offer => offer with { AppliedOn = null })] };
        var refused = Assert.IsType<StudyAnswer.Refused>(Study.Run(town, Read(unmeasured), unmeasured, "test")).Faults;
        Assert.Equal([6, 7, 7], refused.Select(fault => fault.At.Line));
        Assert.Contains("volunteersLeavePerYear cannot be measured: 0 volunteers stopped in the last three years, and it takes 30.",
            refused[0].ToString());
        Assert.Contains("Give a share, or a range such as [15%, 40%].", refused[0].ToString());
        Assert.Contains(refused, fault => fault.ToString().Contains("checkTakes cannot be measured: 0 volunteers applied"));
        Assert.Contains(refused, fault => fault.ToString().Contains("applyShare cannot be measured: whoever enquires"));
    }

    [Fact]
    public void Volunteers_who_join_start_matches_in_every_arm_alike_and_nobody_who_joins_changes_nothing()
    {
        var nobody = Done(Town, Inputs("  gapBeforeNextMatch: 2 weeks\n"));
        var none = Done(Town, Inputs("  volunteersJoinPerYear: 0\n"));
        var many = Done(Town, Inputs("  volunteersJoinPerYear: [60, 80]\n"));
        for (var run = 0; run < 4; run++)
        {
            Assert.Equal(nobody.Arms[0].Runs[run].Values.ToArray(), none.Arms[0].Runs[run].Values.ToArray());
            Assert.True(many.Arms[0].Runs[run][Outcome.Starts] > none.Arms[0].Runs[run][Outcome.Starts]);
            Assert.Equal(many.Arms[0].Runs[run].Values.ToArray(), many.Arms[1].Runs[run].Values.ToArray());
        }

        Assert.Contains(many.Notes, note => note.StartsWith("Volunteers join by themselves", StringComparison.Ordinal));
        Assert.Contains(none.Notes, note => note.StartsWith("Volunteers who stop are replaced only", StringComparison.Ordinal));
    }

    [Fact]
    public void A_check_that_runs_out_stops_new_matches_from_its_day_unless_it_is_renewed()
    {
        var town = Volunteers((offer, at) => offer with
        {
            Facts = offer.Facts with { Checks = [.. offer.Facts.Checks.Select(check => check with { Until = Day.AddDays(140) })] },
        });
        // Nobody stops, so that whatever ended early would have been ended by a check.
        const string stay = "  volunteersLeavePerYear: 0%\n";
        var (all, renewed) = (Done(Town, Inputs(stay)), Done(town, Inputs(stay)));
        var lost = Done(town, Inputs(stay + "  checksRenewed: 0%\n"));
        for (var run = 0; run < 4; run++)
        {
            Assert.Equal(all.Arms[0].Runs[run].Values.ToArray(), renewed.Arms[0].Runs[run].Values.ToArray());
            Assert.Equal(renewed.Arms[0].Runs[run].WaitingByWeek.Take(19), lost.Arms[0].Runs[run].WaitingByWeek.Take(19));
            Assert.Equal((0, 0), (renewed.Arms[0].Runs[run][Outcome.EndedEarly], lost.Arms[0].Runs[run][Outcome.EndedEarly]));
            Assert.True(renewed.Arms[0].Runs[run][Outcome.Starts] > lost.Arms[0].Runs[run][Outcome.Starts] + 10);
        }

        var some = StudyReport.Of(Done(town, Inputs(stay + "  checksRenewed: 60%\n"))).Arms[0][Outcome.Starts].Value.Mean;
        Assert.InRange(
            some, StudyReport.Of(lost).Arms[0][Outcome.Starts].Value.Mean, StudyReport.Of(renewed).Arms[0][Outcome.Starts].Value.Mean);
    }

    [Fact]
    public void Who_is_to_begin_after_the_fork_begins_on_that_day()
    {
        AreaSnapshot From(int day) => Volunteers((offer, at) => at < 30 ? offer with { IsActive = false, From = Day.AddDays(day) } : offer);
        var (later, without) = (From(140), From(5000));
        // Their matches at the fork are left out of both, since nobody is with somebody who has not begun.
        var people = later.People.Select(person => person with
        {
            Stays = [.. person.Stays.Where(stay => later.Offers.Any(offer => offer.IsActive && offer.Facts.Offer == stay.Offer))],
        }).ToImmutableArray();
        var (begins, never) = (Done(later with { People = people }, Inputs("")), Done(without with { People = people }, Inputs("")));
        for (var run = 0; run < 4; run++)
        {
            Assert.Equal(never.Arms[0].Runs[run].WaitingByWeek.Take(19), begins.Arms[0].Runs[run].WaitingByWeek.Take(19));
            Assert.True(begins.Arms[0].Runs[run][Outcome.Starts] > never.Arms[0].Runs[run][Outcome.Starts] + 10);
        }
    }

    private static SnapshotStay Stay(SnapshotOffer offer, int from, int? to) => new()
    {
        Offer = offer.Facts.Offer, Kind = OfferKind.Befriending, Since = Day.AddDays(from),
        EndedOn = to is { } end ? Day.AddDays(end) : null,
    };

    private static AreaSnapshot Volunteers(Func<SnapshotOffer, int, SnapshotOffer> change)
    {
        var number = 0;
        return Town with
        {
            Offers = [.. Town.Offers.Select(offer => offer.Facts.Offer.Volunteer is null ? offer : change(offer, number++))],
        };
    }

    private static string Inputs(string inputs) => $$"""
        scenario: measured
        question: What does the record say?
        length: 52 weeks
        replications: { atLeast: 4, atMost: 4, precision: 50% }
        inputs:
        {{(inputs == "" ? "  referralsPerWeek: measured\n" : inputs.TrimEnd())}}
        seed: 5
        arms: { same: [] }
        """;

    private static StudyRuns Done(AreaSnapshot town, string text) => Study.Run(town, Read(text), text, "test") switch
    {
        StudyAnswer.Done done => done.Runs,
        StudyAnswer.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Faults)),
        _ => throw new InvalidOperationException(),
    };

    private static Scenario Read(string text) => Scenario.Read(text) switch
    {
        ScenarioReading.Accepted accepted => accepted.Scenario,
        ScenarioReading.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Faults)),
        _ => throw new InvalidOperationException(),
    };
}
