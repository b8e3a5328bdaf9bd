namespace Networks.Simulation.Scenarios;

/// <summary>What an input is counted in.</summary>
/// <param name="Words">What its value is, following its key in a sentence.</param>
/// <param name="Read">Reads it; null for what is no such value.</param>
/// <param name="CanBeMeasured">True if the record may say it.</param>
internal sealed record InputUnit(string Words, Func<string, double?> Read, bool CanBeMeasured)
{
    public static InputUnit Count { get; } = new("is a number from 0", text => AtLeast(WrittenValues.Number(text), 0), true);

    public static InputUnit Share { get; } =
        new("is a share from 0% to 100%", text => Within(WrittenValues.Share(text), 0, 1), true);

    public static InputUnit Growth { get; } =
        new("is a change such as 5% or -10%, from -100% to 1000%", text => Within(WrittenValues.Share(text), -1, 10), false);

    public static InputUnit Length { get; } = new("is a length such as 6 weeks, 10 days or 3 months", WrittenValues.Length, true);

    private static double? AtLeast(double? value, double least) => value >= least ? value : null;

    private static double? Within(double? value, double least, double most) => value >= least && value <= most ? value : null;
}
