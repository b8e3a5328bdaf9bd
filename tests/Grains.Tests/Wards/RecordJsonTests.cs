using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Grains.Residents;
using Networks.Grains.Wards;

namespace Networks.Grains.Tests.Wards;

/// <summary>The quick way of reading and writing records beside the serializer's own, which knows nothing of it.</summary>
public sealed class RecordJsonTests
{
    private const int Depth = 7;

    [Fact]
    public void A_record_is_written_byte_for_byte_as_the_serializer_writes_it()
    {
        var filled = new HashSet<PropertyInfo>();
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            foreach (var type in RecordJsonFactory.Records.OrderBy(type => type.Name, StringComparer.Ordinal))
            {
                var record = Made(type, random, Depth, filled)!;
                Assert.Equal(Text(record, StateJson.Plain), Text(record, StateJson.Options));
            }
        }

        // Else a member nobody filled would be equal for that reason alone.
        Assert.All(
            RecordJsonFactory.Records.SelectMany(type => type.GetProperties()).Where(property => property.SetMethod is not null),
            property => Assert.Contains(property, filled));
    }

    [Fact]
    public void What_was_written_is_read_as_it_was_with_its_members_in_any_order()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            foreach (var type in RecordJsonFactory.Records.OrderBy(type => type.Name, StringComparer.Ordinal))
            {
                var text = Text(Made(type, random, Depth, [])!, StateJson.Plain);
                Assert.Equal(text, Text(JsonSerializer.Deserialize(text, type, StateJson.Options)!, StateJson.Plain));
                var shuffled = Shuffled(text, random);
                Assert.Equal(
                    Text(JsonSerializer.Deserialize(shuffled, type, StateJson.Plain)!, StateJson.Plain),
                    Text(JsonSerializer.Deserialize(shuffled, type, StateJson.Options)!, StateJson.Plain));
            }
        }
    }

    [Theory]
    [InlineData("""{"schema":1,"id":"R1","ward":"W1","resident":{"id":"R1","facts":{"ward":"W1"}},"later":1}""")]
    [InlineData("""{"schema":1,"id":"R1","ward":"W1","resident":{"id":"R1","facts":{"ward":"W1","gender":"none of them"}}}""")]
    [InlineData("""{"schema":1,"id":"R1","ward":"W1","resident":{"id":"R1","facts":{"ward":"W1","home":{"latitude":1}}}}""")]
    [InlineData("""{"schema":1,"id":"R1","ward":"W1","resident":{"id":"R1","facts":{"ward":"W1","home":{"latitude":1,"height":2}}}}""")]
    [InlineData("""{"schema":1,"id":"R1","ward":"W1","resident":{"id":"R1","facts":{"ward":"W1","home":null,"lsoa":null}}}""")]
    [InlineData("""{"schema":1,"id":"R1","ward":"W1","resident":{"id":"R1","facts":{"ward":"W1","interests":null}}}""")]
    [InlineData("""{"schema":1,"id":"R1","ward":"W1","resident":{"id":"R1","facts":{"ward":"W1","interests":"cards"}}}""")]
    [InlineData("""{"schema":1,"id":"R1","ward":"W1","resident":{"id":"R1","facts":{"ward":"W1","interests":["cards",null]}}}""")]
    [InlineData("""{"schema":1,"id":"R1","ward":"W1","resident":{"id":"R1","facts":{"ward":"W1"},"ties":[{"number":1}]}}""")]
    [InlineData("""{"id":"R1","ward":"W1","resident":{"id":"R1","facts":{"ward":"W1"},"ties":[{"number":"one","kind":"friend"}]}}""")]
    [InlineData("""{"schema":1,"schema":2,"id":"R1","ward":"W1","resident":null}""")]
    [InlineData("""{"schema":1,"id":"R1","ward":"W1","resident":{"id":"R1"}}""")]
    [InlineData("""{"schema":1,"id":"R1","ward":"W1","resident":[]}""")]
    [InlineData("""{"schema":1,"id":"R1","ward":"W1" """)]
    [InlineData("null")]
    [InlineData("[]")]
    public void A_row_that_is_not_as_it_should_be_is_read_or_refused_in_the_words_of_the_serializer(string row) =>
        Assert.Equal(Read(row, StateJson.Plain), Read(row, StateJson.Options));

    private static string Read(string row, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<ResidentState>(row, options) is { } state ? Text(state, StateJson.Plain) : "null";
        }
        catch (JsonException fault)
        {
            return $"{fault.Message} {fault.Path}";
        }
    }

    private static string Text(object record, JsonSerializerOptions options) =>
        Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(record, record.GetType(), options));

    private static string Shuffled(string json, Random random)
    {
        using var document = JsonDocument.Parse(json);
        var members = document.RootElement.EnumerateObject().Select(member => member.ToString()).ToArray();
        random.Shuffle(members);
        return $"{{{string.Join(',', members)}}}";
    }

    /// <summary>A value of any type that stands in a row; every other time nothing at all, where there may be nothing.</summary>
    private static object? Made(Type type, Random random, int depth, HashSet<PropertyInfo> filled)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Made(underlying, random, depth, filled);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var element = type.GetGenericArguments()[0];
            var items = Array.CreateInstance(element, depth <= 0 ? 0 : random.Next(3));
            for (var at = 0; at < items.Length; at++)
            {
                items.SetValue(Made(element, random, depth - 1, filled), at);
            }

            return typeof(System.Runtime.InteropServices.ImmutableCollectionsMarshal).GetMethod("AsImmutableArray")!
                .MakeGenericMethod(element).Invoke(null, [items]);
        }

        return type.IsEnum ? Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length)) : Plain(type, random)
            ?? Record(type, random, depth, filled);
    }

    private static object? Plain(Type type, Random random) => type switch
    {
        _ when type == typeof(string) => $"w\u00f6rd \"{random.Next(50)}\" <&> \u4e16",
        _ when type == typeof(int) => random.Next(1, 5000),
        _ when type == typeof(bool) => random.Next(2) == 0,
        _ when type == typeof(double) => random.NextDouble() * 50,
        _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 1).AddDays(random.Next(300)),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(300)),
        _ when type == typeof(Metres) => new Metres(random.Next(9000)),
        _ when type == typeof(GeoPoint) => new GeoPoint(random.NextDouble() * 90, -random.NextDouble() * 90),
        _ when type == typeof(TimeSlots) =>
            TimeSlots.TryParse(TimeSlots.Words[random.Next(TimeSlots.Words.Count)], out var slot) ? slot : default,
        _ when type == typeof(ProposalId) =>
            ProposalId.TryParse($"nov-2/befriending/1/R{random.Next(90)}", out var proposal) ? proposal : null,
        _ when IsReference(type) => type.GetMethod("Of", [typeof(string)])!.Invoke(null, [$"R-{random.Next(90)}"]),
        _ => null,
    };

    private static bool IsReference(Type type) => Array.Exists(
        type.GetInterfaces(), each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IReference<>));

    private static object Record(Type type, Random random, int depth, HashSet<PropertyInfo> filled)
    {
        var constructor = type.GetConstructors().OrderBy(each => each.GetParameters().Length).First();
        var record = constructor.Invoke(
            [.. constructor.GetParameters().Select(parameter => Made(parameter.ParameterType, random, depth - 1, filled))]);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
        {
            var isNeeded = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute))
                || IsReference(property.PropertyType) || property.PropertyType == typeof(ProposalId);
            if (!isNeeded && (depth <= 0 || random.Next(2) == 0))
            {
                continue;
            }

            property.SetValue(record, Made(property.PropertyType, random, depth - 1, filled));
            filled.Add(property);
        }

        return record;
    }
}
