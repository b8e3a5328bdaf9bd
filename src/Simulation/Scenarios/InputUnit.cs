namespace Networks.Simulation.Scenarios;

/// <summary>What an input is counted in.</summary>
/// <param name="Words">What its value is, following its key in a sentence.</param>
/// <param name="Read">Reads it; null for what is no such value.</param>
/// <param name="CanBeMeasured">True if the record may say it.</param>
internal sealed record InputUnit(string Words, Func<string, double?> Read, bool CanBeMeasured)
{
    public static InputUnit Count { get; } =
        new("is a number from 0 to 10000", text => Within(WrittenValues.Number(text), 0, 10_000), true);

    public static InputUnit Share { get; } =
        new("is a share from 0% to 100%", text => Within(WrittenValues.Share(text), 0, 1), true);

    /// <summary>A share that goes within a year: not all, since nobody knows how fast all are gone.</summary>
    public static InputUnit YearlyLoss { get; } =
        new("is a share from 0% to 99%", text => Within(WrittenValues.Share(text), 0, 0.99), true);

    /// <summary>A growth that compounds: not down to nothing, since what is gone cannot shrink on.</summary>
    public static InputUnit YearlyGrowth { get; } =
        new("is a change such as 5% or -10%, from -99% to 1000%", text => Within(WrittenValues.Share(text), -0.99, 10), false);

    public static InputUnit Growth { get; } =
        new("is a change such as 5% or -10%, from -100% to 1000%", text => Within(WrittenValues.Share(text), -1, 10), false);

    /// <summary>A share that no record says.</summary>
    public static InputUnit AssumedShare { get; } = new(Share.Words, Share.Read, false);

    public static InputUnit Length { get; } = new("is a length such as 6 weeks, 10 days or 3 months", WrittenValues.Length, true);

    private static double? Within(double? value, double least, double most) => value >= least && value <= most ? value : null;
}
