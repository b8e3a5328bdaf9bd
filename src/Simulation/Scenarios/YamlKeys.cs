using System.Collections.Immutable;
using Networks.Domain.Measures;
using Networks.Simulation.Scenarios.Inputs;
using YamlDotNet.RepresentationModel;
using static System.FormattableString;
using static Networks.Simulation.Scenarios.WrittenValues;

namespace Networks.Simulation.Scenarios;

/// <summary>
/// The keys of one mapping, taken one by one. A key that nobody asked for is unknown, so no list of names is kept beside the code that
/// reads them. A value that is no such thing is noted as a fault and read as its default, so that a planner sees all faults at once.
/// </summary>
internal sealed class YamlKeys
{
    private readonly YamlMappingNode? _mapping;
    private readonly List<ScenarioFault> _faults;
    private readonly List<string> _asked = [];

    public YamlKeys(YamlNode node, string path, List<ScenarioFault> faults)
    {
        (At, _faults) = (PlaceOf(node, path), faults);
        _mapping = node as YamlMappingNode;
        if (_mapping is null)
        {
            Refuse(At, $"{(path == "" ? "A scenario" : path)} is written as keys with values.");
        }
    }

    public YamlPlace At { get; }

    private IEnumerable<KeyValuePair<YamlNode, YamlNode>> Pairs =>
        _mapping?.Children ?? Enumerable.Empty<KeyValuePair<YamlNode, YamlNode>>();

    public void Refuse(YamlPlace at, string reason, string suggestion = "") => _faults.Add(new ScenarioFault(at, reason, suggestion));

    /// <summary>True if the value of one of these keys, or something in it, has been refused.</summary>
    public bool HasFault(params string[] keys) =>
        keys.Any(key => _faults.Any(fault => fault.At.Path.StartsWith(PathOf(key), StringComparison.Ordinal)));

    public YamlNode? Take(string key)
    {
        _asked.Add(key);
        return Pairs.FirstOrDefault(pair => pair.Key is YamlScalarNode { Value: { } name } && name == key).Value;
    }

    /// <summary>True if the key is there.</summary>
    public bool Has(string key) => Take(key) is not null;

    /// <summary>Once every key has been asked for: what is left over is a slip of the pen.</summary>
    public void RefuseOthers()
    {
        foreach (var (key, _) in Pairs)
        {
            var name = (key as YamlScalarNode)?.Value;
            if (name is null || !_asked.Contains(name))
            {
                Refuse(PlaceOf(key, At.Path), $"Unknown key '{name ?? key.ToString()}'.", Meant(name ?? "", _asked));
            }
        }
    }

    /// <summary>The keys under a key; null if it is not there.</summary>
    public YamlKeys? Keys(string key) => Take(key) is { } node ? new YamlKeys(node, PathOf(key), _faults) : null;

    /// <summary>Every key with its value, for mappings whose keys the planner chooses.</summary>
    public IEnumerable<(string Name, YamlPlace At, YamlNode Value)> Entries()
    {
        foreach (var (key, value) in Pairs)
        {
            if (key is YamlScalarNode { Value: { Length: > 0 } name })
            {
                yield return (name, PlaceOf(key, PathOf(name)), value);
            }
            else
            {
                Refuse(PlaceOf(key, At.Path), "A key is one word.");
            }
        }
    }

    /// <summary>The items of a list; a word alone is a list of one.</summary>
    public IEnumerable<(YamlNode Node, YamlPlace At)> Items(string key) => Take(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children.Select((item, at) => (item, PlaceOf(item, Invariant($"{PathOf(key)}[{at}]")))),
        var one => [(one, PlaceOf(one, PathOf(key)))],
    };

    public ImmutableArray<WrittenWord> Words(string key)
    {
        var words = ImmutableArray.CreateBuilder<WrittenWord>();
        foreach (var (node, at) in Items(key))
        {
            if (node is YamlScalarNode { Value: { Length: > 0 } word })
            {
                words.Add(new WrittenWord(word, at));
            }
            else
            {
                Refuse(at, $"Every entry of {key} is one word.");
            }
        }

        return words.DrainToImmutable();
    }

    public string? Text(string key) => Scalar(key, Take(key)) is { Value: { Length: > 0 } text } ? text : null;

    public string Required(string key, string what)
    {
        if (Text(key) is { } text)
        {
            return text;
        }

        if (!HasFault(key))
        {
            Refuse(At, $"'{key}' is missing: {what}.");
        }

        return "";
    }

    public WrittenWord RequiredWord(string key, string what)
    {
        var word = Required(key, what);
        return new WrittenWord(word, Place(key));
    }

    public WrittenWord? Word(string key) => Text(key) is { } word ? new WrittenWord(word, Place(key)) : null;

    public T Word<T>(string key, T fallback)
        where T : struct, Enum
    {
        if (Text(key) is not { } word)
        {
            return fallback;
        }

        if (Enum.GetValues<T>().Where(value => WrittenValues.Word(value) == word).Select(value => (T?)value).FirstOrDefault() is { } found)
        {
            return found;
        }

        Refuse(
            Place(key), $"'{word}' is no {key}; it is one of {string.Join(", ", Enum.GetValues<T>().Select(WrittenValues.Word))}.",
            Meant(word, [.. Enum.GetValues<T>().Select(WrittenValues.Word)]));
        return fallback;
    }

    /// <summary>A word of a closed list, as data files spell it.</summary>
    public T? Listed<T>(string key, WrittenWord word)
        where T : struct, Enum
    {
        if (Vocabulary<T>.TryParse(word.Word, out var value))
        {
            return value;
        }

        Refuse(
            word.At, $"'{word.Word}' is no {key}; it is one of {string.Join(", ", Vocabulary<T>.Words)}.",
            Meant(word.Word, Vocabulary<T>.Words));
        return null;
    }

    public int? Whole(string key, int least, int most) =>
        Value(key, Invariant($"is a whole number from {least} to {most}"), text => WrittenValues.Whole(text, least, most));

    public ulong? Seed(string key) => Value(key, "is a whole number", WrittenValues.Seed);

    public decimal? Pounds(string key) => Value(key, "is pounds, such as 180 or 7.50", WrittenValues.Pounds);

    public DateOnly? Date(string key) => Value(key, "is a date such as 2027-03-31", WrittenValues.Date);

    public Metres? Kilometres(string key) => Value(key, "is a number of kilometres from 0 to 500", WrittenValues.Kilometres);

    /// <summary>A length longer than none.</summary>
    public Days? Length(string key) => Value(
        key, InputUnit.Length.Words, text => WrittenValues.Length(text) is > 0 and var days ? new Days(days) : (Days?)null);

    /// <summary>A length of a day or more: nothing that comes round is run more often than daily.</summary>
    public Days? DaysOrMore(string key) => Value(
        key, "is a length of a day or more, such as 6 weeks, 10 days or 3 months",
        text => WrittenValues.Length(text) is >= 1 and var days ? new Days(days) : (Days?)null);

    public double? Share(string key) => Value(key, InputUnit.Share.Words, InputUnit.Share.Read);

    public bool? Flag(string key) =>
        Value(key, "is true or false", text => text switch { "true" => true, "false" => false, _ => (bool?)null });

    /// <summary>A value with a range or a source: <c>3</c>, <c>[2, 4]</c>, <c>measured</c> or <c>{ value: 3, source: "…" }</c>.</summary>
    public NumberInput? Number(string key, InputUnit unit)
    {
        if (Take(key) is not { } node)
        {
            return null;
        }

        if (node is not YamlMappingNode)
        {
            return NumberOf(node, key, unit, "");
        }

        var keys = new YamlKeys(node, PathOf(key), _faults);
        var source = keys.Text("source") ?? "";
        var read = keys.Take("value") is { } value ? keys.NumberOf(value, "value", unit, source) : null;
        if (read is null && !HasFault(key))
        {
            Refuse(keys.At, $"'value' is missing: {key} {unit.Words}.");
        }

        keys.RefuseOthers();
        return read;
    }

    public YamlPlace Place(string key) =>
        Pairs.FirstOrDefault(pair => pair.Key is YamlScalarNode { Value: { } name } && name == key).Value is { } node
            ? PlaceOf(node, PathOf(key))
            : At with { Path = PathOf(key) };

    private NumberInput? NumberOf(YamlNode node, string key, InputUnit unit, string source)
    {
        var at = PlaceOf(node, PathOf(key));
        if (node is YamlScalarNode { Value: { } text })
        {
            if (text == "measured" && unit.CanBeMeasured)
            {
                return NumberInput.Measured with { At = at };
            }

            if (unit.Read(text) is { } value)
            {
                return NumberInput.Of(value, source) with { At = at };
            }
        }
        else if (node is YamlSequenceNode { Children: [YamlScalarNode { Value: { } one }, YamlScalarNode { Value: { } other }] }
            && unit.Read(one) is { } low && unit.Read(other) is { } high)
        {
            if (low <= high)
            {
                return NumberInput.Between(low, high, source) with { At = at };
            }

            Refuse(at, $"The range of {key} begins above its end.", $"Did you mean [{other}, {one}]?");
            return null;
        }

        var orMeasured = unit.CanBeMeasured ? ", or measured" : "";
        Refuse(at, $"{key} {unit.Words}, or a range of two such as [low, high]{orMeasured}; not '{node}'.");
        return null;
    }

    private T? Value<T>(string key, string what, Func<string, T?> read)
        where T : struct
    {
        if (Scalar(key, Take(key)) is not { Value: var text } scalar)
        {
            return null;
        }

        var value = read(text ?? "");
        if (value is null)
        {
            Refuse(PlaceOf(scalar, PathOf(key)), $"{key} {what}, not '{text}'.");
        }

        return value;
    }

    private YamlScalarNode? Scalar(string key, YamlNode? node)
    {
        if (node is not (null or YamlScalarNode))
        {
            Refuse(PlaceOf(node, PathOf(key)), $"{key} is one value.");
        }

        return node as YamlScalarNode;
    }

    private string PathOf(string key) => At.Path == "" ? key : $"{At.Path}.{key}";
}
