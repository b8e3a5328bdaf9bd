using System.Collections.Immutable;
using Networks.Graph.Residents;

namespace Networks.GraphQLApi.Exports;

/// <summary>What is to be written.</summary>
/// <param name="Format">In which form.</param>
/// <param name="Rule">Who is listed or counted as having too little social connection; it has no fault.</param>
/// <param name="Wards">Codes or names; empty = the whole area.</param>
/// <param name="AsOf">The day it is about; null = today in the area's time zone.</param>
internal sealed record ExportQuestion(ExportFormat Format, UnconnectedRule Rule, ImmutableArray<string> Wards, DateOnly? AsOf);
