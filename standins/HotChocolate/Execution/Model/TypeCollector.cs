using HotChocolate.Execution;

namespace HotChocolate.Model;

/// <summary>Gathers every type a schema reaches. Two different types of one name both appear, for the check to refuse.</summary>
internal sealed class TypeCollector
{
    private readonly HashSet<NamedModel> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<NamedModel> _open = new();

    public static IReadOnlyList<NamedModel> Collect(SchemaParts parts)
    {
        var collector = new TypeCollector();
        collector.Add(parts.Query);
        collector.Add(parts.Mutation);
        collector.Add(parts.Subscription);
        parts.ExtraTypes.ForEach(collector.Add);
        foreach (var argument in parts.Directives.SelectMany(directive => directive.Arguments))
        {
            collector.Add(argument.Type.Named);
        }

        collector.Add(BuiltInScalars.String);
        collector.Add(BuiltInScalars.Boolean);
        foreach (var type in IntrospectionTypes.All)
        {
            collector.Add(type);
        }

        while (collector._open.TryDequeue(out var type))
        {
            collector.Visit(type);
        }

        return [.. collector._seen];
    }

    private void Add(NamedModel? type)
    {
        if (type is not null && _seen.Add(type))
        {
            _open.Enqueue(type);
        }
    }

    private void Visit(NamedModel type)
    {
        switch (type)
        {
            case ComplexModel complex:
                complex.Interfaces.ForEach(Add);
                foreach (var field in complex.Fields)
                {
                    Add(field.Type.Named);
                    field.Arguments.ForEach(argument => Add(argument.Type.Named));
                }

                break;
            case UnionModel union:
                union.Members.ForEach(Add);
                break;
            case InputObjectModel input:
                input.Fields.ForEach(field => Add(field.Type.Named));
                break;
        }
    }
}
