namespace Networks.Import.SyntheticAreas;

/// <summary>Which synthetic area to make. The same order gives the same bytes on every machine.</summary>
/// <param name="Area">The real area whose published facts it carries.</param>
/// <param name="Residents">How many people, 1 to <see cref="ResidentsMax"/>.</param>
/// <param name="Seed">Any number; another seed gives other people.</param>
/// <param name="Day">The day on which the area is as described; contacts and waits are counted back from it.</param>
public sealed record SyntheticAreaOrder(AreaDescription Area, int Residents, long Seed, DateOnly Day)
{
    /// <summary>Most people of one area.</summary>
    public const int ResidentsMax = 5_000_000;

    /// <summary>How many people the demo area has.</summary>
    public const int DemoResidents = 20_000;

    /// <summary>The demo area's seed.</summary>
    public const long DemoSeed = 1;

    /// <summary>The day used when none is given: fixed, because "same seed, same bytes" must hold tomorrow as well.</summary>
    public static DateOnly DayUnlessGiven { get; } = new(2026, 11, 20);

    /// <summary>The area that a new store is started with.</summary>
    public static SyntheticAreaOrder Demo { get; } = new(AreaDescription.Find("demo")!, DemoResidents, DemoSeed, DayUnlessGiven);
}
