namespace HotChocolate.Language;

/// <summary>Bounds that keep a hostile document from costing more than a refusal.</summary>
internal sealed record ParserOptions
{
    /// <summary>Nesting of selection sets, values and types together.</summary>
    public int DepthMax { get; init; } = 200;

    public int TokensMax { get; init; } = 50_000;

    /// <summary>Fields selected in one document.</summary>
    public int FieldsMax { get; init; } = 2048;

    public int DocumentBytesMax { get; init; } = 1024 * 1024;
}
