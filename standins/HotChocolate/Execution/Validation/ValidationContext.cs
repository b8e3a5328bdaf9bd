using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Validation;

/// <summary>What the rules share while they look at one document.</summary>
internal sealed class ValidationContext
{
    private const string SpecificationUrl = "https://spec.graphql.org/October2021/#";
    private readonly List<IError> _errors = [];
    private readonly int _errorsMax;

    public ValidationContext(SchemaModel schema, DocumentNode document, bool introspection, int errorsMax)
    {
        Schema = schema;
        Document = document;
        Introspection = introspection;
        _errorsMax = errorsMax;
        Sites = new FieldSite[document.FieldCount];
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            Fragments.TryAdd(fragment.Name, fragment);
        }
    }

    public SchemaModel Schema { get; }

    public DocumentNode Document { get; }

    public bool Introspection { get; }

    public Dictionary<string, FragmentDefinitionNode> Fragments { get; } = [];

    /// <summary>Parent type and definition of each field, by <see cref="FieldNode.Index"/>; empty where unknown.</summary>
    public FieldSite[] Sites { get; }

    public IReadOnlyList<IError> Errors => _errors;

    public bool IsValid => _errors.Count == 0;

    public bool IsFull => _errors.Count >= _errorsMax;

    public void Report(string section, string message, params ReadOnlySpan<SyntaxNode> nodes) => Report(section, message, null, nodes);

    public void Report(string section, string message, string? code, ReadOnlySpan<SyntaxNode> nodes)
    {
        if (IsFull)
        {
            return;
        }

        var builder = ErrorBuilder.New().SetMessage(message).SetCode(code).SetExtension("specifiedBy", SpecificationUrl + section);
        foreach (var node in nodes)
        {
            builder.AddLocation(node.Location);
        }

        _errors.Add(builder.Build());
    }

    public ObjectModel? RootOf(OperationKind kind) => kind switch
    {
        OperationKind.Query => Schema.Query,
        OperationKind.Mutation => Schema.Mutation,
        _ => Schema.Subscription
    };

    /// <summary>The type a type reference means; null when its name is unknown.</summary>
    public SchemaType? Resolve(TypeNode type) => type switch
    {
        NamedTypeNode named => Schema.Types.GetValueOrDefault(named.Name),
        ListTypeNode list => Resolve(list.Element) is { } element ? new ListType(element) : null,
        NonNullTypeNode nonNull => Resolve(nonNull.Inner) is { } inner ? new NonNullType(inner) : null,
        _ => null
    };
}

/// <summary>Where a field stands and what it is.</summary>
internal readonly record struct FieldSite(NamedModel? Parent, FieldModel? Definition);
