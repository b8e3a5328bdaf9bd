using Networks.Simulation.Scenarios;
using Networks.Simulation.Streams;
using Networks.Simulation.Studies;
using Networks.Simulation.Tests.Kirklees;

namespace Networks.Simulation.Tests.Studies;

public class MeasuredInputsTests
{
    private const int Runs = 2000;

    [Fact]
    public void A_measured_rate_is_drawn_about_what_was_counted_and_spreads_as_much_as_so_many_allow()
    {
        var ground = Ground("referralsPerWeek: measured");
        var rates = Enumerable.Range(0, Runs)
            .Select(run => ground.PlanOf(-1, new RandomStreams(7, (ulong)run)).Referrals.Sum(ward => ward.HeightPerDay)).ToArray();
        var counted = ground.MeasuredCount / (double)StudyGround.MeasuredDays;
        var wanted = counted / Math.Sqrt(ground.MeasuredCount);
        Assert.InRange(rates.Average(), counted - (4 * wanted / Math.Sqrt(Runs)), counted + (4 * wanted / Math.Sqrt(Runs)));
        Assert.InRange(Deviation(rates), 0.93 * wanted, 1.07 * wanted);
    }

    [Fact]
    public void A_number_that_was_given_is_taken_as_it_is()
    {
        var ground = Ground("referralsPerWeek: 7");
        Assert.All(Enumerable.Range(0, 20), run => Assert.Equal(
            1, ground.PlanOf(-1, new RandomStreams(7, (ulong)run)).Referrals.Sum(ward => ward.HeightPerDay), 9));
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static StudyGround Ground(string input)
    {
        var text = $$"""
            scenario: measured
            question: How well is what was measured known?
            inputs: { {{input}} }
            """;
        var scenario = Assert.IsType<ScenarioReading.Accepted>(Scenario.Read(text)).Scenario;
        var (ground, faults) = StudyGround.Of(KirkleesTown.Snapshot(), scenario, 1);
        Assert.Empty(faults);
        return ground!;
    }
}
