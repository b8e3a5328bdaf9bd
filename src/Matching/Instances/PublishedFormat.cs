namespace Networks.Matching.Instances;

/// <summary>The formats in which instances with known optima are published.</summary>
public enum PublishedFormat
{
    /// <summary>The DIMACS challenge's minimum-cost flows (<c>p min</c>) and assignments (<c>p asn</c>).</summary>
    Dimacs,

    /// <summary>The OR-Library's assignment files: a size, then all costs row by row, or rows of "row column cost".</summary>
    OrlibAssign,
}
