using Networks.Domain.Matches;
using Orleans;

namespace Networks.Domain.Ties;

/// <summary>One dated contact over a tie (<see cref="Tie"/> set) or a befriending match (<see cref="Match"/> set).</summary>
[GenerateSerializer, Immutable, Alias("networks.contact")]
public sealed record Contact
{
    [Id(0)] public required DateOnly On { get; init; }

    /// <summary>Number of the tie among those the resident names.</summary>
    [Id(1)] public int? Tie { get; init; }

    /// <summary>Number of the match among the resident's.</summary>
    [Id(2)] public int? Match { get; init; }

    [Id(3)] public ContactMode? Mode { get; init; }

    [Id(4)] public int? Minutes { get; init; }

    /// <summary>The day it was written down; null = on its own day, or with her record.</summary>
    [Id(5)] public DateOnly? RecordedOn { get; init; }
}
