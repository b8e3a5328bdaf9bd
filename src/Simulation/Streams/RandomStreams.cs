using System.Runtime.CompilerServices;

namespace Networks.Simulation.Streams;

/// <summary>
/// All chance of one replication. A draw is named by its purpose, a lane (such as a ward), the entity it is for and a block number, and is
/// a function of these names alone: nothing that another part of a run does or leaves undone can shift it, so two arms that differ
/// in one lever meet the same people with the same luck.
/// </summary>
/// <param name="Seed">The study's seed.</param>
/// <param name="Replication">Number of the replication, from 0.</param>
public readonly record struct RandomStreams(ulong Seed, ulong Replication)
{
    /// <summary>Four independent draws.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Draws Of(Purpose purpose, uint lane, ulong entity, ulong block = 0) =>
        new(Philox.Mix(new PhiloxWords(block, entity, (ulong)purpose, lane), Seed, Replication));
}

/// <summary>Four independent numbers, each strictly between 0 and 1 in steps of 2^-52.</summary>
public readonly struct Draws(PhiloxWords words)
{
    private const double Step = 1.0 / (1UL << 52);

    /// <summary>The first draw.</summary>
    public double First => Open(words.First);

    /// <summary>The second draw.</summary>
    public double Second => Open(words.Second);

    /// <summary>The third draw.</summary>
    public double Third => Open(words.Third);

    /// <summary>The fourth draw.</summary>
    public double Fourth => Open(words.Fourth);

    // The middle of one of 2^52 equal steps: exact in a double, never 0 and never 1, so that every quantile of it is finite.
    private static double Open(ulong word) => ((word >> 12) + 0.5) * Step;
}
