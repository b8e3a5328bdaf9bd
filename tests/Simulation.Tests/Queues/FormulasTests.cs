namespace Networks.Simulation.Tests.Queues;

/// <summary>The answers against which runs are held are themselves those of textbooks and of other tools.</summary>
public class FormulasTests
{
    [Fact]
    public void Erlang_c_is_that_of_textbooks()
    {
        var clinic = new Formulas(6, 3, 3);
        Assert.Equal(1.0 / 9, clinic.Share(0), 1e-9);
        Assert.Equal(0.888889, clinic.Waiting, 1e-6);
        Assert.Equal(0.4814815, clinic.Wait + (1.0 / 3), 1e-7);
        Assert.Equal(0.6687315, new Formulas(9, 1, 10).HasToWait, 1e-7);
        Assert.Equal(0.6687315, new Formulas(9, 1, 10).Wait, 1e-7);
        Assert.Equal(1.6511712, new Formulas(9.5, 1, 10).Wait, 1e-7);
        Assert.Equal(0.0216940, new Formulas(90, 1, 100).Wait, 1e-7);
    }

    [Fact]
    public void Rooms_that_fill_are_those_of_textbooks()
    {
        Assert.Equal(0.0493601, new Formulas(3, 4, 2, 3).TurnedAway, 1e-7);
        Assert.Equal(0.1056933, new Formulas(9, 1, 10, 12).TurnedAway, 1e-7);
        Assert.Equal(0.2145823, new Formulas(10, 1, 10, 10).TurnedAway, 1e-7);
        Assert.Equal(0.0526032, new Formulas(25, 1, 30, 30).TurnedAway, 1e-7);
    }

    [Fact]
    public void Erlang_a_is_that_of_textbooks()
    {
        var half = new Formulas(10, 1, 10, givesUp: 0.5);
        Assert.Equal((0.1039132, 0.2078264), (Math.Round(half.GivesUp, 7), Math.Round(half.Wait, 7)));
        Assert.Equal(0.0398610, new Formulas(100, 1, 100, givesUp: 1).GivesUp, 1e-7);
        Assert.Equal(0.1030952, new Formulas(50, 1, 45, givesUp: 0.2).GivesUp, 1e-7);
        var befriending = new Formulas(0.5, 0.05, 8, givesUp: 0.02);
        Assert.Equal((0.2219285, 5.548), (Math.Round(befriending.GivesUp, 7), Math.Round(befriending.Waiting, 3)));
    }
}
