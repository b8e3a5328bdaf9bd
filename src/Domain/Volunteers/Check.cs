using Orleans;

namespace Networks.Domain.Volunteers;

/// <summary>One check or training a volunteer has passed. Undated checks are accepted and listed to be dated.</summary>
/// <param name="Kind">references, interview, induction, dbs-basic ... kept as written.</param>
/// <param name="On">The day it was passed; null = not known, holds.</param>
/// <param name="Until">First day it no longer holds; null = it does not run out.</param>
[GenerateSerializer, Immutable, Alias("networks.check")]
public sealed record Check([property: Id(0)] string Kind, [property: Id(1)] DateOnly? On, [property: Id(2)] DateOnly? Until)
{
    /// <summary>The day it was written down here; it stands for the day passed where that is not known, and is never exported.</summary>
    [Id(3)] public DateOnly? RecordedOn { get; init; }
}
