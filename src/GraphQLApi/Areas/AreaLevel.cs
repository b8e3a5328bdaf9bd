namespace Networks.GraphQLApi.Areas;

/// <summary>How large an area is.</summary>
public enum AreaLevel
{
    System,
    Council,
    Place,
    Ward,
    Lsoa
}
