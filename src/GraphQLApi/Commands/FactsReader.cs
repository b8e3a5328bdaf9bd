using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Commands;

/// <summary>
/// Reads the facts of an input into the domain's types and notes every value that is none of them, with its place in the input.
/// Ranges and meanings are the rulebook's business, not this one's.
/// </summary>
internal sealed class FactsReader(string root)
{
    private readonly List<InvalidValueError> _faults = [];

    public IReadOnlyList<InvalidValueError> Faults => _faults;

    public T? Word<T>(string field, string? word)
        where T : struct, Enum
    {
        if (word is null)
        {
            return null;
        }

        if (Vocabulary<T>.TryParse(word, out var value))
        {
            return value;
        }

        Add([root, field], $"'{word}' is none of the known values; did you mean {Vocabulary<T>.Nearest(word)}?", Vocabulary<T>.Words);
        return null;
    }

    public ImmutableArray<T> Words<T>(string field, IReadOnlyList<string>? words)
        where T : struct, Enum
    {
        var values = ImmutableArray.CreateBuilder<T>();
        for (var i = 0; i < (words?.Count ?? 0); i++)
        {
            if (Vocabulary<T>.TryParse(words![i], out var value))
            {
                values.Add(value);
            }
            else
            {
                Add(
                    [root, field, Place(i)],
                    $"'{words[i]}' is none of the known values; did you mean {Vocabulary<T>.Nearest(words[i])}?",
                    Vocabulary<T>.Words);
            }
        }

        return values.ToImmutable();
    }

    public TimeSlots Slots(string field, IReadOnlyList<string>? words)
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
                    TimeSlots.Words);
            }
        }

        return slots;
    }

    public GeoPoint? Point(double? latitude, double? longitude)
    {
        if (latitude is null != longitude is null)
        {
            Add([root, latitude is null ? "latitude" : "longitude"], "A point needs both latitude and longitude.", null);
        }

        return latitude is { } north && longitude is { } east ? new GeoPoint(north, east) : null;
    }

    public Metres? Kilometres(string field, double? kilometres)
    {
        if (kilometres is null or (>= 0 and <= 100_000))
        {
            return kilometres is { } known ? Metres.FromKilometres(known) : null;
        }

        Add([root, field], $"{kilometres.Value.ToString(CultureInfo.InvariantCulture)} is no distance to travel.", null);
        return null;
    }

    public OrganisationId? Organisation(string? id)
    {
        var reference = id is null ? null : Nodes.GlobalId.Read("Organisation", id) ?? id;
        if (reference is not null && Domain.Measures.References.Fault(reference) is { } fault)
        {
            Add(["organisation"], fault, null);
            return null;
        }

        return reference is null ? null : OrganisationId.Of(reference);
    }

    public ImmutableArray<T> References<T>(string field, string type, IReadOnlyList<string>? ids)
        where T : struct, IReference<T>
    {
        var references = ImmutableArray.CreateBuilder<T>();
        for (var i = 0; i < (ids?.Count ?? 0); i++)
        {
            var reference = Nodes.GlobalId.Read(type, ids![i]) ?? ids[i];
            if (Domain.Measures.References.Fault(reference) is { } fault)
            {
                Add([root, field, Place(i)], fault, null);
            }
            else
            {
                references.Add(T.Of(reference));
            }
        }

        return references.ToImmutable();
    }

    public void Add(IReadOnlyList<string> path, string sentence, IReadOnlyList<string>? allowed) =>
        _faults.Add(new InvalidValueError($"{string.Join('.', path)}: {sentence}", path, allowed));

    private static string Place(int position) => position.ToString(CultureInfo.InvariantCulture);
}
