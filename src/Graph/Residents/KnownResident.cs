using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Graph.Wards;
using Orleans;

namespace Networks.Graph.Residents;

/// <summary>What the picture itself knows of a resident, so that lists of people need not read their records.</summary>
/// <param name="Resident">Who.</param>
/// <param name="Ward">The ward she lives in.</param>
/// <param name="BirthYear">Null where not known.</param>
/// <param name="LivesAlone">Null where not known.</param>
[GenerateSerializer, Immutable, Alias("networks.graph.known-resident")]
public sealed record KnownResident(
    [property: Id(0)] ResidentId Resident,
    [property: Id(1)] WardCode Ward,
    [property: Id(2)] int? BirthYear,
    [property: Id(3)] bool? LivesAlone)
{
    internal static KnownResident Of(ResidentNode node) => new(node.Id, node.Ward, node.BirthYear, node.LivesAlone);
}
