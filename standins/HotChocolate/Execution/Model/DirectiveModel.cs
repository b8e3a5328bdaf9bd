namespace HotChocolate.Model;

internal sealed class DirectiveModel(string name, params IReadOnlyList<string> locations)
{
    public string Name { get; } = name;

    /// <summary>Names as in the specification: QUERY, FIELD, OBJECT and so on.</summary>
    public IReadOnlyList<string> Locations { get; } = locations;
    public string? Description { get; set; }
    public bool IsRepeatable { get; set; }
    public List<InputValueModel> Arguments { get; } = [];
}
