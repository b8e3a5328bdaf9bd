using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace HotChocolate.Execution;

/// <summary>An object of a response: its fields' names are shared by all objects of one selection, only the values are its own.</summary>
internal sealed class ResultObject(ResultNode? parent, int index, CompiledSelectionSet set)
    : ResultNode(parent, index), IReadOnlyDictionary<string, object?>
{
    public CompiledSelectionSet SelectionSet { get; } = set;

    public object?[] Slots { get; } = new object?[set.Fields.Length];

    public int Count => Slots.Length;

    public IEnumerable<string> Keys => SelectionSet.Fields.Select(entry => entry.ResponseName);

    public IEnumerable<object?> Values => Slots;

    public object? this[string key]
        => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The response has no field {key}.");

    public override void Set(int index, object? value) => Slots[index] = value;

    public override bool IsNonNull(int index) => SelectionSet.Fields[index].Definition.Type.IsNonNull;

    public override Path Append(Path path, int index) => path.Append(SelectionSet.Fields[index].ResponseName);

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        var slot = IndexOf(key);
        value = slot < 0 ? null : Slots[slot];
        return slot >= 0;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Slots.Length; i++)
        {
            yield return new(SelectionSet.Fields[i].ResponseName, Slots[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string key) => Array.FindIndex(SelectionSet.Fields, field => field.ResponseName == key);
}
