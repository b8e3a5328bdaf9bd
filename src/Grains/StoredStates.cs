using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Networks.Grains.Wards;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains;

/// <summary>Which type each state name stands for, and whether a stored state can be read by this release.</summary>
public static class StoredStates
{
    private static readonly FrozenDictionary<string, (Type Type, int Schema)> Known = (
        from grain in typeof(StoredStates).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Grain)))
        from parameter in grain.GetConstructors().SelectMany(constructor => constructor.GetParameters())
        let state = parameter.GetCustomAttribute<PersistentStateAttribute>()
        where state is not null
        let type = parameter.ParameterType.GetGenericArguments()[0]
        select (state.StateName, type))
        .ToFrozenDictionary(pair => pair.StateName, pair => (pair.type, SchemaOf(pair.type)));

    /// <summary>Every name under which this release keeps states.</summary>
    public static IEnumerable<string> Names => Known.Keys;

    /// <summary>
    /// Null when a state of this name can be read; else what is wrong with it, in words that follow "it": is of a later release, or is
    /// no state at all.
    /// </summary>
    public static string? Fault(string name, ReadOnlySpan<byte> json)
    {
        if (!Known.TryGetValue(name, out var known))
        {
            return "is of a kind that only a later release knows";
        }

        try
        {
            if (SchemaOf(json) is { } schema && schema > known.Schema)
            {
                return "was written by a later release";
            }

            return JsonSerializer.Deserialize(json, known.Type, StateJson.Options) is null ? "is empty" : null;
        }
        catch (JsonException)
        {
            return "is no state that this release can read";
        }
    }

    private static int SchemaOf(Type state) =>
        (int)(state.GetProperty("Schema")?.GetValue(Activator.CreateInstance(state))
            ?? throw new InvalidOperationException($"{state.Name} names no schema number, so no later release could tell its rows."));

    private static int? SchemaOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("schema"u8)
            && reader.Read() && reader.TryGetInt32(out var schema) ? schema : null;
    }
}
