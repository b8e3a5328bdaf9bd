using System.Collections.Concurrent;
using System.Reflection;

namespace Orleans.Runtime;

/// <summary>What the engine knows of one grain interface, found out once.</summary>
internal sealed class GrainInterface
{
    private static readonly ConcurrentDictionary<Type, GrainInterface> ByType = new();

    private readonly ConcurrentDictionary<MethodInfo, GrainMethod> _methods = new();
    private readonly GrainReference _prototype;

    private GrainInterface(Type type)
    {
        Type = type;
        InterfaceType = GrainInterfaceType.Create(type.FullName ?? type.Name);
        var methods = type.GetInterfaces().Append(type).SelectMany(each => each.GetMethods())
            .Where(method => method is { IsAbstract: true, IsStatic: false }).ToArray();
        SerializableTypes.Check(type, methods);
        foreach (var method in methods.Where(method => !method.IsGenericMethodDefinition))
        {
            _methods[method] = GrainMethod.For(method);
        }

        _prototype = (GrainReference)DispatchProxy.Create(type, typeof(GrainReference));
    }

    public Type Type { get; }

    public GrainInterfaceType InterfaceType { get; }

    public static GrainInterface Of(Type type) => ByType.TryGetValue(type, out var known) ? known : ByType.GetOrAdd(type, Describe);

    public GrainMethod MethodFor(MethodInfo method) =>
        _methods.TryGetValue(method, out var known) ? known : _methods.GetOrAdd(method, GrainMethod.For);

    public object Reference(GrainId id, GrainCaller caller) => _prototype.For(id, this, caller);

    private static GrainInterface Describe(Type type) => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type)
        ? new GrainInterface(type)
        : throw new ArgumentException(
            $"{type} is not a grain interface: an interface that extends one of IGrainWithStringKey and its like.");
}
