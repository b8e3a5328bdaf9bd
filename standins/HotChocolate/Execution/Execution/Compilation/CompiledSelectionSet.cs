using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>The fields of one object of a response, in the order of the request.</summary>
internal sealed class CompiledSelectionSet(ObjectModel type, CompiledField[] fields)
{
    public ObjectModel Type { get; } = type;

    public CompiledField[] Fields { get; } = fields;
}
