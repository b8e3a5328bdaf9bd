using Networks.Domain.Wards;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>The wards a question is about.</summary>
internal static class WardChoice
{
    /// <summary>The parts of the wards named, or of all, ordered by code and each once; wards not in the graph hold nobody.</summary>
    public static IEnumerable<WardPart> Of(AreaGraph graph, IReadOnlyCollection<WardCode>? wards) => wards is null
        ? graph.Parts.Values
        : wards.Distinct().Order().Where(graph.Parts.ContainsKey).Select(code => graph.Parts[code]);
}
