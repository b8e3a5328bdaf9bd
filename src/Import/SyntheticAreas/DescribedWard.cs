using Networks.Domain.Wards;

namespace Networks.Import.SyntheticAreas;

/// <summary>A ward as published, and what share of a synthetic area's people it gets.</summary>
/// <param name="Code">GSS code, or a code of our own for a copy.</param>
/// <param name="Name">Name.</param>
/// <param name="Residents">Residents counted in 2021.</param>
/// <param name="Residents65">Of these, aged 65 or more.</param>
/// <param name="LatitudeMicro">A point inside, in millionths of a degree, so that arithmetic on it is exact.</param>
/// <param name="LongitudeMicro">The same, east.</param>
internal sealed record DescribedWard(WardCode Code, string Name, int Residents, int Residents65, int LatitudeMicro, int LongitudeMicro);
