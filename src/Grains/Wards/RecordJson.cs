using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Networks.Grains.Wards;

/// <summary>
/// Reads and writes one type of stored record as the rules say, a few times faster: which members there are, what they are called and
/// which of them are left out is asked of the rules themselves, once. The rules' own way looks at each of a record's fifty lists as an
/// object, which has to be made first. What is not as it should be is read anew by the rules' own way, which says what is wrong with it.
/// </summary>
internal sealed class RecordJson<T> : JsonConverter<T>
    where T : class
{
    private const int MembersMax = 64;

    private readonly JsonTypeInfo<T> _plain;
    private readonly Func<T> _create;
    private readonly RecordMember<T>[] _members;
    private readonly ulong _required;

    /// <param name="plain">The rules without this converter: what it does as they do.</param>
    /// <param name="options">The rules with it: by which the members are read and written.</param>
    public RecordJson(JsonSerializerOptions plain, JsonSerializerOptions options)
    {
        _plain = (JsonTypeInfo<T>)plain.GetTypeInfo(typeof(T));
        _create = _plain.CreateObject ?? throw new InvalidOperationException($"{typeof(T).Name} has no constructor without parameters.");
        _members =
        [
            .. _plain.Properties.Where(property => property is { Get: not null, Set: not null })
                .OrderBy(property => property.Order)
                .Select(property => RecordMember<T>.Of(property, options))
        ];
        if (_members.Length > MembersMax)
        {
            throw new InvalidOperationException($"{typeof(T).Name} has more than {MembersMax} members.");
        }

        for (var at = 0; at < _members.Length; at++)
        {
            _required |= _members[at].IsRequired ? 1UL << at : 0;
        }
    }

    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var anew = reader;
        try
        {
            if (TryRead(ref reader, options) is { } record)
            {
                return record;
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            // It is thrown again right below, with the place.
            reader = anew;
        }

        reader = anew;
        return JsonSerializer.Deserialize(ref reader, _plain);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var member in _members)
        {
            member.Write(writer, value, options);
        }

        writer.WriteEndObject();
    }

    private T? TryRead(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        var record = _create();
        var seen = 0UL;
        var at = -1;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            at = Find(ref reader, at + 1);
            if (at < 0 || !reader.Read() || reader.TokenType == JsonTokenType.Null)
            {
                return null;
            }

            _members[at].Read(ref reader, record, options);
            seen |= 1UL << at;
        }

        return (seen & _required) == _required ? record : null;
    }

    // Members come in the order in which they were written, so the one looked for is mostly the next that was not left out.
    private int Find(ref Utf8JsonReader reader, int from)
    {
        for (var at = from; at < _members.Length; at++)
        {
            if (reader.ValueTextEquals(_members[at].Utf8Name))
            {
                return at;
            }
        }

        for (var at = 0; at < from; at++)
        {
            if (reader.ValueTextEquals(_members[at].Utf8Name))
            {
                return at;
            }
        }

        return -1;
    }
}
