using HotChocolate.Model;

namespace HotChocolate.Inference;

/// <summary>Builds a schema from what an application registered.</summary>
internal static class SchemaInference
{
    public static SchemaModel Build(SchemaRegistration registration, IServiceProvider services)
    {
        if (registration.Query is not { } query)
        {
            throw new SchemaInferenceException("A schema needs a query type: call AddQueryType.");
        }

        var catalogue = new TypeCatalogue(registration, services);
        foreach (var type in registration.Types)
        {
            catalogue.Output(type, "AddType");
        }

        var queryModel = catalogue.Root(query);
        var mutationModel = registration.Mutation is { } mutation ? catalogue.Root(mutation) : null;
        var subscriptionModel = registration.Subscription is { } subscription ? catalogue.Root(subscription) : null;
        catalogue.Finish();
        LinkAbstractTypes(catalogue);
        return new SchemaModel(new SchemaParts
        {
            Services = services,
            Query = queryModel,
            Mutation = mutationModel,
            Subscription = subscriptionModel,
            ExtraTypes = [.. catalogue.Outputs.Values]
        });
    }

    /// <summary>What C# says of interfaces: whoever implements one is of that interface, or a member of that union.</summary>
    private static void LinkAbstractTypes(TypeCatalogue catalogue)
    {
        var entered = catalogue.Outputs.ToArray();
        foreach (var (clr, model) in entered)
        {
            switch (model)
            {
                case ComplexModel complex:
                    complex.Interfaces.AddRange(entered
                        .Where(e => e.Value is InterfaceModel && e.Key != clr && e.Key.IsAssignableFrom(clr))
                        .Select(e => (InterfaceModel)e.Value));
                    break;
                case UnionModel union:
                    union.Members.AddRange(entered
                        .Where(e => e.Value is ObjectModel && clr.IsAssignableFrom(e.Key))
                        .Select(e => (ObjectModel)e.Value));
                    break;
            }
        }
    }
}
