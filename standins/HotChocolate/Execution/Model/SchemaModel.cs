using System.Collections.Frozen;

namespace HotChocolate.Model;

/// <summary>
/// The whole schema. Building it gathers every type that can be reached, adds the specification's own directives,
/// the introspection types and the built-in scalars in use, and checks all of section 3; faults throw <see cref="SchemaFaultException"/>.
/// </summary>
internal sealed class SchemaModel : ISchema
{
    public SchemaModel(SchemaParts parts)
    {
        Name = parts.Name;
        Description = parts.Description;
        Services = parts.Services;
        Query = parts.Query;
        Mutation = parts.Mutation;
        Subscription = parts.Subscription;
        var collected = TypeCollector.Collect(parts);
        Types = collected.GroupBy(type => type.Name).ToFrozenDictionary(group => group.Key, group => group.First());
        Directives = SpecifiedDirectives.All.Concat(parts.Directives)
            .GroupBy(directive => directive.Name)
            .ToFrozenDictionary(group => group.Key, group => group.First());
        _possibleTypes = PossibleTypes.Of(Types.Values);
        SchemaCheck.Run(this, collected, parts.Directives);
    }

    private readonly FrozenDictionary<NamedModel, ObjectModel[]> _possibleTypes;

    public string Name { get; }
    public string? Description { get; }
    public IServiceProvider Services { get; }
    public ObjectModel Query { get; }
    public ObjectModel? Mutation { get; }
    public ObjectModel? Subscription { get; }
    public FrozenDictionary<string, NamedModel> Types { get; }
    public FrozenDictionary<string, DirectiveModel> Directives { get; }

    /// <summary>The object types a value of a composite type can have; an object type has itself.</summary>
    public ReadOnlySpan<ObjectModel> PossibleTypesOf(NamedModel type) => _possibleTypes.TryGetValue(type, out var types) ? types : [];

    public bool IsPossible(NamedModel type, ObjectModel candidate)
        => ReferenceEquals(type, candidate) || PossibleTypesOf(type).Contains(candidate);

    /// <summary>The schema definition language, types alphabetical within their kind.</summary>
    public override string ToString() => SchemaPrinter.Print(this);
}

/// <summary>What a schema is made of; types that no field reaches are named in <see cref="ExtraTypes"/>.</summary>
internal sealed class SchemaParts
{
    public string Name { get; init; } = "_Default";
    public string? Description { get; init; }
    public required IServiceProvider Services { get; init; }
    public required ObjectModel Query { get; init; }
    public ObjectModel? Mutation { get; init; }
    public ObjectModel? Subscription { get; init; }

    /// <summary>For example object types that are only reached through an interface.</summary>
    public List<NamedModel> ExtraTypes { get; init; } = [];

    /// <summary>Directives beyond those of the specification.</summary>
    public List<DirectiveModel> Directives { get; init; } = [];
}
