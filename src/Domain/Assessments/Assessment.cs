using System.Collections.Immutable;
using Orleans;

namespace Networks.Domain.Assessments;

/// <summary>One questionnaire a resident answered on one day. Resident, instrument and day identify it.</summary>
[GenerateSerializer, Immutable, Alias("networks.assessment")]
public sealed record Assessment
{
    [Id(0)] public required Instrument Instrument { get; init; }

    [Id(1)] public required DateOnly On { get; init; }

    /// <summary>The answers' codes in the order of the items; an empty text is an item not answered.</summary>
    [Id(2)] public required ImmutableArray<string> Answers { get; init; }

    [Id(3)] public AskedBy? AskedBy { get; init; }

    /// <summary>Which edition of the questions; null = the usual one.</summary>
    [Id(4)] public string? Version { get; init; }
}
