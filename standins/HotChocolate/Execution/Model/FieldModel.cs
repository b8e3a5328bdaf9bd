using HotChocolate.Execution;
using HotChocolate.Language;

namespace HotChocolate.Model;

/// <summary>Answers one field. A value that is ready at once costs no task.</summary>
internal delegate ValueTask<object?> FieldResolver(FieldContext context);

/// <summary>A field of an object or an interface; set exactly one of the two resolvers on a field of an object.</summary>
internal sealed class FieldModel(string name, SchemaType type)
{
    public string Name { get; } = name;
    public SchemaType Type { get; } = type;
    public string? Description { get; set; }
    public string? DeprecationReason { get; set; }
    public List<InputValueModel> Arguments { get; } = [];
    public List<DirectiveNode> AppliedDirectives { get; } = [];

    /// <summary>The general resolver.</summary>
    public FieldResolver? Resolver { get; set; }

    /// <summary>For plain properties: from the parent alone, without arguments; spares the context.</summary>
    public Func<object, object?>? PureResolver { get; set; }

    /// <summary>For fields of the subscription type: opens the source stream; each event becomes the parent of an execution.</summary>
    public Func<FieldContext, ValueTask<IAsyncEnumerable<object?>>>? Subscribe { get; set; }

    public int IndexOfArgument(string name) => Arguments.FindIndex(argument => argument.Name == name);
}

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
internal sealed class InputValueModel(string name, SchemaType type)
{
    public string Name { get; } = name;
    public SchemaType Type { get; } = type;
    public string? Description { get; set; }
    public string? DeprecationReason { get; set; }

    /// <summary>The default as a literal; null when there is none (a default of null is a <see cref="NullValueNode"/>).</summary>
    public ValueNode? DefaultValue { get; set; }

    /// <summary>
    /// From the coerced value to the CLR type of the parameter or property. Coerced means: null, a scalar's or enum's CLR value,
    /// object?[] for a list, and whatever the input object's Create made. Runs also for null.
    /// May throw <see cref="CoercionException"/> or <see cref="GraphQLException"/>.
    /// </summary>
    public Func<object?, object?>? Convert { get; set; }
    public List<DirectiveNode> AppliedDirectives { get; } = [];

    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}

/// <summary>What a client gave for an input object: values in the order of the fields, defaults applied.</summary>
internal sealed class InputObjectValues(InputObjectModel type, object?[] values, bool[] isSet)
{
    public InputObjectModel Type { get; } = type;

    /// <summary>Coerced and converted values; null where nothing was given and there is no default.</summary>
    public object?[] Values { get; } = values;

    /// <summary>Whether the client gave the field or it has a default.</summary>
    public bool[] IsSet { get; } = isSet;
}

/// <summary>A value cannot become the type asked for; the message is a sentence a client may read.</summary>
internal sealed class CoercionException(string message, string? code = null) : Exception(message)
{
    public string? Code { get; } = code;
}
