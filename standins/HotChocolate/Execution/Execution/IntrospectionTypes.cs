using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>Section 4 of the specification: the schema described in its own terms. The types are the same for every schema.</summary>
internal static class IntrospectionTypes
{
    private static readonly EnumModel _typeKind = Enum(
        "__TypeKind",
        "What kind of type a given `__Type` is.",
        "SCALAR",
        "OBJECT",
        "INTERFACE",
        "UNION",
        "ENUM",
        "INPUT_OBJECT",
        "LIST",
        "NON_NULL");

    private static readonly EnumModel _directiveLocation = Enum(
        "__DirectiveLocation",
        "A place where a directive may stand.",
        [.. DirectivePlaces.All]);

    private static readonly ObjectModel _type = new("__Type") { Description = "A type of the schema, named or wrapped." };
    private static readonly ObjectModel _field = new("__Field") { Description = "A field of an object or an interface." };
    private static readonly ObjectModel _inputValue = new("__InputValue") { Description = "An argument, or a field of an input object." };
    private static readonly ObjectModel _enumValue = new("__EnumValue") { Description = "One value of an enum." };
    private static readonly ObjectModel _directive = new("__Directive") { Description = "A directive the server understands." };
    private static readonly ObjectModel _schema = new("__Schema") { Description = "The types, the directives and the entry points." };

    static IntrospectionTypes()
    {
        FillSchema();
        FillType();
        FillField();
        FillInputValue();
        FillEnumValue();
        FillDirective();
    }

    public static IReadOnlyList<NamedModel> All { get; } =
        [_schema, _type, _field, _inputValue, _enumValue, _directive, _typeKind, _directiveLocation];

    public static FieldModel SchemaField { get; } =
        Meta("__schema", new NonNullType(_schema), "The schema of this server.", context => new(context.Schema));

    public static FieldModel TypeField { get; } = Meta(
        "__type",
        _type,
        "A type by its name.",
        context => new(context.Schema.Types.GetValueOrDefault((string)context.Arguments[0]!)),
        new InputValueModel("name", new NonNullType(BuiltInScalars.String)));

    /// <summary>Answered by the engine itself.</summary>
    public static FieldModel TypeNameField { get; } =
        Meta("__typename", new NonNullType(BuiltInScalars.String), "The name of the object's type.", null);

    public static FieldModel? FindRootField(string name)
        => name == SchemaField.Name ? SchemaField : name == TypeField.Name ? TypeField : null;

    private static void FillSchema() => _schema.Fields.AddRange(
    [
        Pure<SchemaModel>("description", BuiltInScalars.String, schema => schema.Description),
        Pure<SchemaModel>("types", ListOf(_type), schema => schema.Types.Values.OrderBy(type => type.Name, StringComparer.Ordinal)),
        Pure<SchemaModel>("queryType", new NonNullType(_type), schema => schema.Query),
        Pure<SchemaModel>("mutationType", _type, schema => schema.Mutation),
        Pure<SchemaModel>("subscriptionType", _type, schema => schema.Subscription),
        Pure<SchemaModel>(
            "directives",
            ListOf(_directive),
            schema => schema.Directives.Values.OrderBy(item => item.Name, StringComparer.Ordinal))
    ]);

    private static void FillType() => _type.Fields.AddRange(
    [
        Pure<SchemaType>("kind", new NonNullType(_typeKind), KindOf),
        Pure<SchemaType>("name", BuiltInScalars.String, type => (type as NamedModel)?.Name),
        Pure<SchemaType>("description", BuiltInScalars.String, type => (type as NamedModel)?.Description),
        Pure<SchemaType>("specifiedByURL", BuiltInScalars.String, type => (type as ScalarModel)?.SpecifiedByUrl),
        WithDeprecated<ComplexModel, FieldModel>(
            "fields",
            new ListType(new NonNullType(_field)),
            type => type.Fields,
            field => field.DeprecationReason),
        Pure<SchemaType>("interfaces", new ListType(new NonNullType(_type)), type => (type as ComplexModel)?.Interfaces),
        new FieldModel("possibleTypes", new ListType(new NonNullType(_type)))
        {
            Resolver = context => new(context.Parent is InterfaceModel or UnionModel
                ? context.Schema.PossibleTypesOf((NamedModel)context.Parent).ToArray()
                : null)
        },
        WithDeprecated<EnumModel, EnumValueModel>(
            "enumValues",
            new ListType(new NonNullType(_enumValue)),
            type => type.Values,
            value => value.DeprecationReason),
        WithDeprecated<InputObjectModel, InputValueModel>(
            "inputFields",
            new ListType(new NonNullType(_inputValue)),
            type => type.Fields,
            field => field.DeprecationReason),
        Pure<SchemaType>("ofType", _type, type => type switch
        {
            NonNullType nonNull => nonNull.Inner,
            ListType list => list.Element,
            _ => null
        })
    ]);

    private static void FillField() => _field.Fields.AddRange(
    [
        Pure<FieldModel>("name", new NonNullType(BuiltInScalars.String), field => field.Name),
        Pure<FieldModel>("description", BuiltInScalars.String, field => field.Description),
        WithDeprecated<FieldModel, InputValueModel>(
            "args",
            ListOf(_inputValue),
            field => field.Arguments,
            argument => argument.DeprecationReason),
        Pure<FieldModel>("type", new NonNullType(_type), field => field.Type),
        Pure<FieldModel>("isDeprecated", new NonNullType(BuiltInScalars.Boolean), field => field.DeprecationReason is not null),
        Pure<FieldModel>("deprecationReason", BuiltInScalars.String, field => field.DeprecationReason)
    ]);

    private static void FillInputValue() => _inputValue.Fields.AddRange(
    [
        Pure<InputValueModel>("name", new NonNullType(BuiltInScalars.String), value => value.Name),
        Pure<InputValueModel>("description", BuiltInScalars.String, value => value.Description),
        Pure<InputValueModel>("type", new NonNullType(_type), value => value.Type),
        Pure<InputValueModel>(
            "defaultValue",
            BuiltInScalars.String,
            value => value.DefaultValue is null ? null : SyntaxPrinter.Print(value.DefaultValue)),
        Pure<InputValueModel>("isDeprecated", new NonNullType(BuiltInScalars.Boolean), value => value.DeprecationReason is not null),
        Pure<InputValueModel>("deprecationReason", BuiltInScalars.String, value => value.DeprecationReason)
    ]);

    private static void FillEnumValue() => _enumValue.Fields.AddRange(
    [
        Pure<EnumValueModel>("name", new NonNullType(BuiltInScalars.String), value => value.Name),
        Pure<EnumValueModel>("description", BuiltInScalars.String, value => value.Description),
        Pure<EnumValueModel>("isDeprecated", new NonNullType(BuiltInScalars.Boolean), value => value.DeprecationReason is not null),
        Pure<EnumValueModel>("deprecationReason", BuiltInScalars.String, value => value.DeprecationReason)
    ]);

    private static void FillDirective() => _directive.Fields.AddRange(
    [
        Pure<DirectiveModel>("name", new NonNullType(BuiltInScalars.String), directive => directive.Name),
        Pure<DirectiveModel>("description", BuiltInScalars.String, directive => directive.Description),
        Pure<DirectiveModel>("isRepeatable", new NonNullType(BuiltInScalars.Boolean), directive => directive.IsRepeatable),
        Pure<DirectiveModel>("locations", ListOf(_directiveLocation), directive => directive.Locations),
        WithDeprecated<DirectiveModel, InputValueModel>(
            "args",
            ListOf(_inputValue),
            directive => directive.Arguments,
            argument => argument.DeprecationReason)
    ]);

    private static string KindOf(SchemaType type) => type switch
    {
        ScalarModel => "SCALAR",
        ObjectModel => "OBJECT",
        InterfaceModel => "INTERFACE",
        UnionModel => "UNION",
        EnumModel => "ENUM",
        InputObjectModel => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL"
    };

    private static NonNullType ListOf(NamedModel type) => new(new ListType(new NonNullType(type)));

    private static FieldModel Meta(
        string name,
        SchemaType type,
        string description,
        FieldResolver? resolver,
        params IEnumerable<InputValueModel> arguments)
    {
        var field = new FieldModel(name, type) { Description = description, Resolver = resolver };
        field.Arguments.AddRange(arguments);
        return field;
    }

    private static FieldModel Pure<T>(string name, SchemaType type, Func<T, object?> resolve)
        => new(name, type) { PureResolver = parent => resolve((T)parent) };

    /// <summary>A list that leaves out what is deprecated unless asked; null for types that have no such list.</summary>
    private static FieldModel WithDeprecated<T, TItem>(
        string name,
        SchemaType type,
        Func<T, List<TItem>> items,
        Func<TItem, string?> deprecation)
        where T : class
        => new(name, type)
        {
            Arguments = { new("includeDeprecated", BuiltInScalars.Boolean) { DefaultValue = BooleanValueNode.False } },
            Resolver = context => new(context.Parent is T parent
                ? context.Arguments[0] is true ? items(parent) : items(parent).FindAll(item => deprecation(item) is null)
                : null)
        };

    private static EnumModel Enum(string name, string description, params IReadOnlyList<string> values)
    {
        var model = new EnumModel(name) { Description = description };
        model.Values.AddRange(values.Select(value => new EnumValueModel(value, value)));
        return model;
    }
}
