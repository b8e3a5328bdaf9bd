using HotChocolate.Execution.Options;
using HotChocolate.Types;

namespace HotChocolate.Inference;

/// <summary>Everything an application said about one schema before it is built.</summary>
internal sealed class SchemaRegistration
{
    public ObjectTypeDescriptor? Query { get; set; }

    public ObjectTypeDescriptor? Mutation { get; set; }

    public ObjectTypeDescriptor? Subscription { get; set; }

    public List<Type> Types { get; } = [];

    public List<Type> Extensions { get; } = [];

    /// <summary>C# type to the schema type it was bound to.</summary>
    public Dictionary<Type, Type> Bindings { get; } = [];

    public List<Func<IServiceProvider, IErrorFilter>> ErrorFilters { get; } = [];

    public List<Action<RequestExecutorOptions>> RequestOptions { get; } = [];

    public bool Introspection { get; set; } = true;

    /// <summary>The application takes care of its own limits: introspection stays on outside Development.</summary>
    public bool InsecureDefaults { get; set; }

    public int RequestBytesMax { get; set; } = 20_480_000;

    public static bool IsExtension(Type type) =>
        type.IsDefined(typeof(ExtendObjectTypeAttribute), inherit: false)
        || type.IsDefined(typeof(QueryTypeAttribute), inherit: false)
        || type.IsDefined(typeof(MutationTypeAttribute), inherit: false)
        || type.IsDefined(typeof(SubscriptionTypeAttribute), inherit: false);
}
