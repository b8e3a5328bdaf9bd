using HotChocolate.Language;

namespace HotChocolate.Model;

/// <summary>A named type of a schema. The lists may be filled until the <see cref="SchemaModel"/> is built, never after.</summary>
internal abstract class NamedModel(string name) : SchemaType
{
    public string Name { get; } = name;
    public string? Description { get; set; }
    public List<DirectiveNode> AppliedDirectives { get; } = [];
    public override NamedModel Named => this;
    public override string ToString() => Name;
}

/// <summary>A leaf type with its three coercions; each throws <see cref="CoercionException"/> with a sentence for the client.</summary>
internal sealed class ScalarModel(string name) : NamedModel(name)
{
    public string? SpecifiedByUrl { get; set; }

    /// <summary>A literal of a document (never a variable, a null, nor a list for the built-in ones) to the CLR value.</summary>
    public required Func<ValueNode, object?> ParseLiteral { get; init; }

    /// <summary>A variable's value (string, bool, long, decimal, double, dictionary or list; never null) to the CLR value.</summary>
    public required Func<object, object?> ParseValue { get; init; }

    /// <summary>A resolver's value (never null) to what JSON can hold: text, bool, a number, a dictionary or a list.</summary>
    public required Func<object, object?> Serialize { get; init; }
}

internal sealed class EnumModel(string name) : NamedModel(name)
{
    private Dictionary<string, EnumValueModel>? _byName;
    private Dictionary<object, EnumValueModel>? _byValue;

    public List<EnumValueModel> Values { get; } = [];

    public EnumValueModel? FindByName(string name)
    {
        _byName ??= Values.ToDictionary(value => value.Name);
        return _byName.GetValueOrDefault(name);
    }

    public EnumValueModel? FindByValue(object value)
    {
        _byValue ??= Values.GroupBy(item => item.Value).ToDictionary(group => group.Key, group => group.First());
        return _byValue.GetValueOrDefault(value);
    }
}

internal sealed class EnumValueModel(string name, object value)
{
    public string Name { get; } = name;

    /// <summary>The CLR value that resolvers return and receive; compared with Equals.</summary>
    public object Value { get; } = value;
    public string? Description { get; set; }
    public string? DeprecationReason { get; set; }
}

internal sealed class InputObjectModel(string name) : NamedModel(name)
{
    public List<InputValueModel> Fields { get; } = [];

    /// <summary>Makes the CLR value; without it the value is an <see cref="InputObjectValues"/>.</summary>
    public Func<InputObjectValues, object?>? Create { get; set; }
}

/// <summary>A type with fields: object or interface.</summary>
internal abstract class ComplexModel(string name) : NamedModel(name)
{
    private Dictionary<string, FieldModel>? _byName;

    public List<FieldModel> Fields { get; } = [];
    public List<InterfaceModel> Interfaces { get; } = [];

    public FieldModel? FindField(string name)
    {
        _byName ??= Fields.GroupBy(field => field.Name).ToDictionary(group => group.Key, group => group.First());
        return _byName.GetValueOrDefault(name);
    }
}

internal sealed class ObjectModel(string name) : ComplexModel(name)
{
    /// <summary>Whether a resolved value is of this type; used for interfaces and unions without a type resolver.</summary>
    public Func<object, bool>? IsTypeOf { get; set; }
}

internal sealed class InterfaceModel(string name) : ComplexModel(name)
{
    /// <summary>The object type of a resolved value, or null if it is none of this type's.</summary>
    public Func<object, ObjectModel?>? ResolveType { get; set; }
}

internal sealed class UnionModel(string name) : NamedModel(name)
{
    public List<ObjectModel> Members { get; } = [];

    /// <summary>The object type of a resolved value, or null if it is none of this type's.</summary>
    public Func<object, ObjectModel?>? ResolveType { get; set; }
}
