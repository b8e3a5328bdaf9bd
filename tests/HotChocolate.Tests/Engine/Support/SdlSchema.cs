using HotChocolate.Language;
using HotChocolate.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Networks.HotChocolate.Tests.Engine.Support;

/// <summary>Makes a schema model from its definition language, with one resolver for every field.</summary>
internal sealed class SdlSchema
{
    private static readonly IReadOnlyDictionary<string, NamedModel> _builtIns = new NamedModel[]
    {
        BuiltInScalars.Int, BuiltInScalars.Float, BuiltInScalars.String, BuiltInScalars.Boolean, BuiltInScalars.Id,
        BuiltInScalars.Date, BuiltInScalars.DateTime, BuiltInScalars.Long
    }.ToDictionary(type => type.Name);

    private readonly Dictionary<string, NamedModel> _types = [];
    private readonly FieldResolver _resolver;
    private readonly Func<object, string?> _typeName;

    private SdlSchema(FieldResolver resolver, Func<object, string?> typeName)
    {
        _resolver = resolver;
        _typeName = typeName;
    }

    public static SchemaModel Build(
        string sdl,
        FieldResolver? resolver = null,
        Func<object, string?>? typeName = null,
        IServiceProvider? services = null)
    {
        var builder = new SdlSchema(resolver ?? (_ => default), typeName ?? (_ => null));
        var document = Parser.Parse(sdl, new ParserOptions { TokensMax = 1_000_000 });
        var definitions = document.Definitions.OfType<TypeDefinitionNode>().ToList();
        definitions.ForEach(builder.Declare);
        definitions.ForEach(builder.Fill);
        var schema = document.Definitions.OfType<SchemaDefinitionNode>().SingleOrDefault();
        return new SchemaModel(new SchemaParts
        {
            Services = services ?? new ServiceCollection().BuildServiceProvider(),
            Description = schema?.Description?.Value,
            Query = builder.Root(OperationKind.Query, schema)!,
            Mutation = builder.Root(OperationKind.Mutation, schema),
            Subscription = builder.Root(OperationKind.Subscription, schema),
            ExtraTypes = [.. builder._types.Values],
            Directives = [.. document.Definitions.OfType<DirectiveDefinitionNode>().Select(builder.Directive)]
        });
    }

    private ObjectModel? Root(OperationKind kind, SchemaDefinitionNode? schema)
    {
        var name = schema is null ? kind.ToString() : schema.OperationTypes.FirstOrDefault(entry => entry.Key == kind).Value?.Name;
        return name is not null && _types.TryGetValue(name, out var type) ? (ObjectModel)type : null;
    }

    private void Declare(TypeDefinitionNode node) => _types.Add(node.Name, node.Kind switch
    {
        TypeKind.Object => new ObjectModel(node.Name) { Description = node.Description?.Value },
        TypeKind.Interface => new InterfaceModel(node.Name) { Description = node.Description?.Value, ResolveType = Resolve },
        TypeKind.Union => new UnionModel(node.Name) { Description = node.Description?.Value, ResolveType = Resolve },
        TypeKind.Enum => new EnumModel(node.Name) { Description = node.Description?.Value },
        TypeKind.InputObject => new InputObjectModel(node.Name) { Description = node.Description?.Value },
        _ => Opaque(node)
    });

    private static ScalarModel Opaque(TypeDefinitionNode node) => new(node.Name)
    {
        Description = node.Description?.Value,
        SpecifiedByUrl = node.Directives.Where(directive => directive.Name == "specifiedBy")
            .Select(directive => ((StringValueNode)directive.Arguments[0].Value).Value)
            .SingleOrDefault(),
        ParseLiteral = literal => SyntaxPrinter.Print(literal),
        ParseValue = value => value,
        Serialize = value => value
    };

    private ObjectModel? Resolve(object value) => _typeName(value) is { } name ? _types.GetValueOrDefault(name) as ObjectModel : null;

    private void Fill(TypeDefinitionNode node)
    {
        switch (_types[node.Name])
        {
            case ComplexModel complex:
                complex.Interfaces.AddRange(node.Interfaces.Select(name => (InterfaceModel)_types[name.Name]));
                complex.Fields.AddRange(node.Fields.Select(field => Field(field, complex is ObjectModel)));
                break;
            case UnionModel union:
                union.Members.AddRange(node.UnionMembers.Select(name => (ObjectModel)_types[name.Name]));
                break;
            case EnumModel model:
                model.Values.AddRange(node.EnumValues.Select(value => new EnumValueModel(value.Name, value.Name)
                {
                    Description = value.Description?.Value,
                    DeprecationReason = Deprecation(value.Directives)
                }));
                break;
            case InputObjectModel input:
                input.Fields.AddRange(node.InputFields.Select(InputValue));
                break;
        }
    }

    private FieldModel Field(FieldDefinitionNode node, bool resolves)
    {
        var field = new FieldModel(node.Name, TypeOf(node.Type))
        {
            Description = node.Description?.Value,
            DeprecationReason = Deprecation(node.Directives),
            Resolver = resolves ? _resolver : null
        };
        field.Arguments.AddRange(node.Arguments.Select(InputValue));
        return field;
    }

    private InputValueModel InputValue(InputValueDefinitionNode node) => new(node.Name, TypeOf(node.Type))
    {
        Description = node.Description?.Value,
        DefaultValue = node.DefaultValue,
        DeprecationReason = Deprecation(node.Directives)
    };

    private DirectiveModel Directive(DirectiveDefinitionNode node)
    {
        var directive = new DirectiveModel(node.Name, node.Locations)
        {
            Description = node.Description?.Value,
            IsRepeatable = node.IsRepeatable
        };
        directive.Arguments.AddRange(node.Arguments.Select(InputValue));
        return directive;
    }

    private static string? Deprecation(IReadOnlyList<DirectiveNode> directives)
        => directives.Where(directive => directive.Name == "deprecated")
            .Select(directive => directive.Arguments.Select(argument => ((StringValueNode)argument.Value).Value).FirstOrDefault()
                ?? "No longer supported")
            .SingleOrDefault();

    private SchemaType TypeOf(TypeNode node) => node switch
    {
        NamedTypeNode named => _types.GetValueOrDefault(named.Name) ?? _builtIns[named.Name],
        ListTypeNode list => new ListType(TypeOf(list.Element)),
        _ => new NonNullType(TypeOf(((NonNullTypeNode)node).Inner))
    };
}
