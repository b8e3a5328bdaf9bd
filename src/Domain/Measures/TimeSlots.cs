using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Orleans;

namespace Networks.Domain.Measures;

/// <summary>
/// A set of weekly slots, {mon..sun}-{am,pm,eve}: morning 06-12, afternoon 12-17, evening 17-22. Written "mon-am;tue-pm".
/// </summary>
/// <param name="Bits">Bit 3 x day + part; Monday is day 0, morning part 0.</param>
[GenerateSerializer, Immutable, Alias("networks.time-slots")]
[JsonConverter(typeof(TimeSlotsJsonConverter))]
public readonly record struct TimeSlots([property: Id(0)] int Bits)
{
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly string[] Parts = ["am", "pm", "eve"];

    /// <summary>Every slot's word in weekly order.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Days.SelectMany(day => Parts.Select(part => $"{day}-{part}"))];

    /// <summary>True if no slot is known.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>How many slots the set holds.</summary>
    public int Count => BitOperations.PopCount((uint)Bits);

    /// <summary>The slots of both sets.</summary>
    public TimeSlots Shared(TimeSlots other) => new(Bits & other.Bits);

    /// <summary>Both sets together.</summary>
    public TimeSlots With(TimeSlots other) => new(Bits | other.Bits);

    /// <summary>The slot that <paramref name="word"/> names; false for any other word.</summary>
    public static bool TryParse(string word, out TimeSlots slot)
    {
        var at = ((List<string>)[.. Words]).IndexOf(word);
        slot = new TimeSlots(at < 0 ? 0 : 1 << at);
        return at >= 0;
    }

    /// <summary>The slot of a weekday and hour of day, if it lies in one (06 to 22).</summary>
    public static TimeSlots At(DayOfWeek day, int hour)
    {
        var part = hour switch { >= 6 and < 12 => 0, >= 12 and < 17 => 1, >= 17 and < 22 => 2, _ => -1 };
        return new TimeSlots(part < 0 ? 0 : 1 << (((int)day + 6) % 7 * 3 + part));
    }

    /// <summary>The words of the set in weekly order.</summary>
    public IEnumerable<string> ToWords()
    {
        var bits = Bits;
        return Words.Where((_, at) => (bits & (1 << at)) != 0);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(';', ToWords());
}

/// <summary>Writes slots as one string, "mon-am;tue-pm".</summary>
public sealed class TimeSlotsJsonConverter : JsonConverter<TimeSlots>
{
    /// <inheritdoc/>
    public override TimeSlots Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var slots = default(TimeSlots);
        foreach (var word in (reader.GetString() ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            slots = TimeSlots.TryParse(word, out var slot) ? slots.With(slot) : throw new JsonException($"'{word}' is no weekly slot.");
        }

        return slots;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSlots value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
