namespace Networks.GraphQLApi.Exports;

/// <summary>In which form a picture of the area is written.</summary>
internal enum ExportFormat
{
    /// <summary>The list of people with too little social connection, a row each, with the evidence.</summary>
    Csv,

    /// <summary>The connection graph: residents, people outside the register, groups and volunteers, and what joins them.</summary>
    Graphml,

    /// <summary>The wards with their counts, for a map.</summary>
    Geojson,
}
