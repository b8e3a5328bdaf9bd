namespace HotChocolate.Execution;

/// <summary>The variables of one request after coercion: only those that were given or have a default.</summary>
internal sealed class CoercedVariables(Dictionary<string, object?> values)
{
    public static CoercedVariables None { get; } = new([]);

    public IReadOnlyDictionary<string, object?> Values => values;

    public bool TryGet(string name, out object? value) => values.TryGetValue(name, out value);
}
