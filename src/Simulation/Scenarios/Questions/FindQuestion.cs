using System.Collections.Immutable;

namespace Networks.Simulation.Scenarios.Questions;

/// <summary>Asks for the smallest count of a lever with which something holds.</summary>
public sealed record FindQuestion
{
    /// <summary>Where it is written.</summary>
    public required YamlPlace Place { get; init; }

    /// <summary>The lever, as files spell it: recruit or openGroup.</summary>
    public required string Lever { get; init; }

    /// <summary>The arm it stands in; all else in that arm stays as written.</summary>
    public required string Arm { get; init; }

    /// <summary>The smallest count that is looked at, 0 or more.</summary>
    public required int Least { get; init; }

    /// <summary>The largest count that is looked at.</summary>
    public required int Most { get; init; }

    /// <summary>Wards of which each is tried alone; empty = the ward the lever is written for.</summary>
    public ImmutableArray<WrittenWord> Wards { get; init; } = [];

    /// <summary>What must hold.</summary>
    public required Target So { get; init; }

    /// <summary>How sure the whole answer must be, from 50 % to below 100 %.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Most runs of one count.</summary>
    public int RunsAtMost { get; init; } = 1000;
}
