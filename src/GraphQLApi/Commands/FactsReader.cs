using System.Collections.Immutable;
using System.Globalization;
using HotChocolate;
using Networks.Domain.Commands;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Commands;

/// <summary>
/// Reads the facts of an input into changes of the domain's types: what is absent says nothing, null clears. It notes every value that is
/// none of the domain's, with its place in the input. Ranges and meanings are the rulebook's business, not this one's.
/// </summary>
internal sealed class FactsReader(string root)
{
    private const double KilometresMax = 100_000;

    private readonly List<UserError> _faults = [];

    public IReadOnlyList<UserError> Faults => _faults;

    public static Change<T?> As<T>(Optional<T?> given) => given.HasValue ? new Change<T?>(true, given.Value) : default;

    public static Change<ImmutableArray<T>> List<T>(Optional<IReadOnlyList<T>?> given) =>
        Read<IReadOnlyList<T>?, ImmutableArray<T>>(given, list => [.. list ?? []]);

    /// <summary>A fact that cannot be cleared; null is noted as a fault.</summary>
    public Change<T> Needed<T>(string field, Optional<T?> given)
        where T : class
    {
        if (given is { HasValue: true, Value: null })
        {
            Add([root, field], "It cannot be cleared; leave it out to keep it as it is.");
        }

        return given.Value is { } value ? new Change<T>(true, value) : default;
    }

    /// <summary>The ward a fact names, by code or by name; nobody and nothing is without one.</summary>
    public async Task<Change<WardCode>> WardAsync(string field, Optional<string?> given, AreaRegister register)
    {
        if (Needed(field, given) is not { IsGiven: true, Value: var codeOrName })
        {
            return default;
        }

        var (ward, unknown) = await register.ReadWardAsync(codeOrName, [root, field]);
        Add(unknown);
        return ward;
    }

    public Change<T?> Word<T>(string field, Optional<string?> given)
        where T : struct, Enum => Read(given, word => word is null ? null : Word<T>([root, field], word));

    public T? Word<T>(IReadOnlyList<string> path, string word)
        where T : struct, Enum
    {
        if (Vocabulary<T>.TryParse(word, out var value))
        {
            return value;
        }

        var near = Vocabulary<T>.Nearest(word);
        Add(path, $"'{word}' is none of the known values; did you mean {near}?", Vocabulary<T>.Words, near);
        return null;
    }

    public Change<ImmutableArray<T>> Words<T>(string field, Optional<IReadOnlyList<string>?> given)
        where T : struct, Enum =>
        Read<IReadOnlyList<string>?, ImmutableArray<T>>(
            given, words => [.. (words ?? []).Select((word, i) => Word<T>([root, field, Place(i)], word)).OfType<T>()]);

    public Change<TimeSlots> Slots(string field, Optional<IReadOnlyList<string>?> given) => Read(given, words =>
    {
        var slots = default(TimeSlots);
        for (var i = 0; i < (words?.Count ?? 0); i++)
        {
            if (TimeSlots.TryParse(words![i], out var slot))
            {
                slots = slots.With(slot);
            }
            else
            {
                Add(
                    [root, field, Place(i)],
                    $"'{words[i]}' is no weekly slot; write a day and a part of it, such as mon-am.",
                    TimeSlots.Words,
                    TimeSlots.Words.MinBy(known => EditDistance.Between(words[i].ToLowerInvariant(), known)));
            }
        }

        return slots;
    });

    /// <summary>A point is said by both of its numbers, or cleared by both.</summary>
    public Change<GeoPoint?> Point(Optional<double?> latitude, Optional<double?> longitude)
    {
        if (latitude.Value is null != longitude.Value is null || latitude.HasValue != longitude.HasValue)
        {
            Add([root, latitude.Value is null ? "latitude" : "longitude"], "A point needs both latitude and longitude.");
            return default;
        }

        return latitude.HasValue
            ? new Change<GeoPoint?>(true, latitude.Value is { } north ? new GeoPoint(north, longitude.Value!.Value) : null)
            : default;
    }

    public Change<Metres?> Kilometres(string field, Optional<double?> given) => Read(given, kilometres =>
    {
        if (kilometres is null or (>= 0 and <= KilometresMax))
        {
            return kilometres is { } known ? Metres.FromKilometres(known) : default(Metres?);
        }

        Add([root, field], $"{kilometres.Value.ToString(CultureInfo.InvariantCulture)} is no distance to travel.");
        return null;
    });

    public Change<T?> Reference<T>(IReadOnlyList<string> path, string type, Optional<string?> given)
        where T : struct, IReference<T> => Read(given, id => id is null ? null : Reference<T>(path, type, id));

    public Change<T?> Reference<T>(string field, string type, Optional<string?> given)
        where T : struct, IReference<T> => Reference<T>([root, field], type, given);

    public Change<ImmutableArray<T>> References<T>(string field, string type, Optional<IReadOnlyList<string>?> given)
        where T : struct, IReference<T> =>
        Read<IReadOnlyList<string>?, ImmutableArray<T>>(
            given, ids => [.. (ids ?? []).Select((id, i) => Reference<T>([root, field, Place(i)], type, id)).OfType<T>()]);

    public void Add(IReadOnlyList<string> path, string sentence, IReadOnlyList<string>? allowed = null, string? didYouMean = null) =>
        _faults.Add(new InvalidValueError($"{string.Join('.', path)}: {sentence}", path, allowed, didYouMean));

    public void Add(UserError? fault)
    {
        if (fault is not null)
        {
            _faults.Add(fault);
        }
    }

    public static string Place(int position) => position.ToString(CultureInfo.InvariantCulture);

    public static Change<TFact> Read<TGiven, TFact>(Optional<TGiven> given, Func<TGiven?, TFact> read) =>
        given.HasValue ? new Change<TFact>(true, read(given.Value)) : default;

    private T? Reference<T>(IReadOnlyList<string> path, string type, string id)
        where T : struct, IReference<T>
    {
        var reference = Nodes.GlobalId.Read(type, id) ?? id;
        if (Domain.Measures.References.Fault(reference) is not { } fault)
        {
            return T.Of(reference);
        }

        Add(path, fault);
        return null;
    }
}
