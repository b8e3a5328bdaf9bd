using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Networks.Grains.Wards;

/// <summary>One member of a stored record (<see cref="RecordJson{T}"/>).</summary>
internal abstract class RecordMember<T>(JsonPropertyInfo property, JsonSerializerOptions options)
    where T : class
{
    /// <summary>The name as it stands in the row, unquoted.</summary>
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(property.Name);

    /// <summary>True if no row may be without it.</summary>
    public bool IsRequired { get; } = property.IsRequired;

    /// <summary>The name as it is written.</summary>
    protected JsonEncodedText Name { get; } = JsonEncodedText.Encode(property.Name, options.Encoder);

    /// <summary>Writes name and value, unless the value says nothing.</summary>
    public abstract void Write(Utf8JsonWriter writer, T record, JsonSerializerOptions options);

    /// <summary>Reads the value, at which the reader stands and which is not null, into the record.</summary>
    public abstract void Read(ref Utf8JsonReader reader, T record, JsonSerializerOptions options);

    /// <summary>The member as the rules describe it.</summary>
    public static RecordMember<T> Of(JsonPropertyInfo property, JsonSerializerOptions options)
    {
        var type = property.PropertyType;
        if (property is not { AttributeProvider: PropertyInfo { GetMethod: not null, SetMethod: not null }, CustomConverter: null })
        {
            throw new InvalidOperationException($"{typeof(T).Name}.{property.Name} is no property that can be read and set.");
        }

        var kind = !type.IsGenericType ? null : type.GetGenericTypeDefinition();
        var made = kind == typeof(ImmutableArray<>) ? typeof(ListMember<,>)
            : kind == typeof(Nullable<>) ? typeof(OptionalMember<,>)
            : typeof(ValueMember<,>);
        return (RecordMember<T>)Activator.CreateInstance(
            made.MakeGenericType(typeof(T), kind is null ? type : type.GetGenericArguments()[0]), property, options)!;
    }
}

/// <summary>A member whose value is a <typeparamref name="TMember"/>.</summary>
internal abstract class RecordMember<T, TMember> : RecordMember<T>
    where T : class
{
    protected RecordMember(JsonPropertyInfo property, JsonSerializerOptions options)
        : base(property, options)
    {
        var member = (PropertyInfo)property.AttributeProvider!;
        Get = member.GetMethod!.CreateDelegate<Func<T, TMember>>();
        Set = member.SetMethod!.CreateDelegate<Action<T, TMember>>();
    }

    protected Func<T, TMember> Get { get; }

    protected Action<T, TMember> Set { get; }
}

/// <summary>A value, or a nested record.</summary>
internal sealed class ValueMember<T, TValue>(JsonPropertyInfo property, JsonSerializerOptions options)
    : RecordMember<T, TValue>(property, options)
    where T : class
{
    private readonly ElementJson<TValue> _value = new(options);

    public override void Write(Utf8JsonWriter writer, T record, JsonSerializerOptions options)
    {
        if (Get(record) is { } value)
        {
            writer.WritePropertyName(Name);
            _value.Write(writer, value, options);
        }
    }

    public override void Read(ref Utf8JsonReader reader, T record, JsonSerializerOptions options) =>
        Set(record, _value.Read(ref reader, options));
}

/// <summary>A value that may be unknown; then it is left out.</summary>
internal sealed class OptionalMember<T, TValue>(JsonPropertyInfo property, JsonSerializerOptions options)
    : RecordMember<T, TValue?>(property, options)
    where T : class
    where TValue : struct
{
    private readonly ElementJson<TValue> _value = new(options);

    public override void Write(Utf8JsonWriter writer, T record, JsonSerializerOptions options)
    {
        if (Get(record) is { } value)
        {
            writer.WritePropertyName(Name);
            _value.Write(writer, value, options);
        }
    }

    public override void Read(ref Utf8JsonReader reader, T record, JsonSerializerOptions options) =>
        Set(record, _value.Read(ref reader, options));
}

/// <summary>A list; an empty one is left out.</summary>
internal sealed class ListMember<T, TElement>(JsonPropertyInfo property, JsonSerializerOptions options)
    : RecordMember<T, ImmutableArray<TElement>>(property, options)
    where T : class
{
    private const int CapacityKeptMax = 256;

    private readonly ElementJson<TElement> _element = new(options);
    private readonly bool _isAlwaysWritten = property.ShouldSerialize?.Invoke(new object(), ImmutableArray<TElement>.Empty) ?? true;

    // A list is as long as it turns out to be: each thread gathers the next one where it gathered the last.
    [ThreadStatic]
    private static List<TElement>? t_read;

    public override void Write(Utf8JsonWriter writer, T record, JsonSerializerOptions options)
    {
        var list = Get(record);
        if (list.IsDefaultOrEmpty && !_isAlwaysWritten)
        {
            return;
        }

        writer.WritePropertyName(Name);
        writer.WriteStartArray();
        foreach (var element in list)
        {
            _element.WriteOrNull(writer, element, options);
        }

        writer.WriteEndArray();
    }

    public override void Read(ref Utf8JsonReader reader, T record, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"{Name} is no list.");
        }

        var list = t_read ?? [];
        t_read = null;
        list.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(_element.ReadOrNull(ref reader, options)!);
        }

        Set(record, [.. list]);
        list.Clear();
        t_read = list.Capacity <= CapacityKeptMax ? list : null;
    }
}

/// <summary>How one value is read and written by the rules: straight by its converter where that stands for itself.</summary>
internal sealed class ElementJson<TValue>
{
    private readonly JsonTypeInfo<TValue> _rules;
    private readonly JsonConverter<TValue>? _itself;

    public ElementJson(JsonSerializerOptions options)
    {
        _rules = (JsonTypeInfo<TValue>)options.GetTypeInfo(typeof(TValue));
        _itself = _rules.Kind == JsonTypeInfoKind.None ? _rules.Converter as JsonConverter<TValue> : null;
    }

    public void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options)
    {
        if (_itself is not null)
        {
            _itself.Write(writer, value, options);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, _rules);
        }
    }

    public void WriteOrNull(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            Write(writer, value, options);
        }
    }

    public TValue Read(ref Utf8JsonReader reader, JsonSerializerOptions options) => _itself is not null
        ? _itself.Read(ref reader, typeof(TValue), options)!
        : JsonSerializer.Deserialize(ref reader, _rules)!;

    public TValue? ReadOrNull(ref Utf8JsonReader reader, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.Null
        ? JsonSerializer.Deserialize(ref reader, _rules)
        : Read(ref reader, options);
}
