using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;

namespace Networks.Domain.EgoNetworks;

/// <summary>How a network differs between two days.</summary>
public enum NetworkChangeKind
{
    /// <summary>Somebody, a group or a volunteer is there who was not.</summary>
    Appeared,

    /// <summary>Somebody, a group or a volunteer is no longer there.</summary>
    Ended,

    /// <summary>A person stands in another circle.</summary>
    CircleChanged,

    /// <summary>Contact is more frequent than it was, as stated.</summary>
    ContactMoreOften,

    /// <summary>Contact is rarer than it was, as stated.</summary>
    ContactRarer,

    /// <summary>A person is recorded for a support they were not recorded for.</summary>
    SupportGained,

    /// <summary>A person is no longer recorded for a support.</summary>
    SupportLost,
}

/// <summary>One difference. Exactly one of <see cref="Person"/>, <see cref="Group"/> and <see cref="Volunteer"/> is set.</summary>
public sealed record NetworkChange
{
    /// <summary>What is different.</summary>
    public required NetworkChangeKind Kind { get; init; }

    /// <summary>The person, as of the later day, or of the earlier one where it ended.</summary>
    public EgoPerson? Person { get; init; }

    /// <summary>The group.</summary>
    public GroupId? Group { get; init; }

    /// <summary>The volunteer.</summary>
    public VolunteerId? Volunteer { get; init; }

    /// <summary>The circle on the earlier day; null = not said.</summary>
    public int? CircleBefore { get; init; }

    /// <summary>The circle on the later day; null = not said.</summary>
    public int? CircleNow { get; init; }

    /// <summary>How often on the earlier day.</summary>
    public ContactFrequency? FrequencyBefore { get; init; }

    /// <summary>How often on the later day.</summary>
    public ContactFrequency? FrequencyNow { get; init; }

    /// <summary>The supports gained or lost.</summary>
    public ImmutableArray<SupportKind> Support { get; init; } = [];

    /// <summary>The change in one plain sentence that names nobody.</summary>
    public required string Sentence { get; init; }
}
