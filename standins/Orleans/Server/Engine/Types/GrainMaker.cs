using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <summary>Makes instances of one grain class: stored records for its facet parameters, services for the others.</summary>
internal sealed class GrainMaker
{
    private readonly ConstructorInvoker _constructor;
    private readonly Func<Activation, object?>[] _parameters;

    public GrainMaker(Type type)
    {
        var constructors = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(each => each.IsPublic || type.IsNotPublic || each.IsAssembly).ToArray();
        var constructor = Array.Find(constructors, each => each.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
            ?? constructors.MaxBy(each => each.GetParameters().Length)
            ?? throw new InvalidOperationException($"Grain class {type} has no constructor the engine can call.");
        _constructor = ConstructorInvoker.Create(constructor);
        _parameters = [.. constructor.GetParameters().Select(Source)];
    }

    public object Make(Activation activation)
    {
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = _parameters[i](activation);
        }

        return _constructor.Invoke(arguments.AsSpan());
    }

    private static Func<Activation, object?> Source(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } facet)
        {
            return PersistentState.Source(parameter, facet);
        }

        var type = parameter.ParameterType;
        if (type == typeof(IGrainContext))
        {
            return static activation => activation;
        }

        if (parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { } keyed)
        {
            return activation => activation.ActivationServices.GetRequiredKeyedService(type, keyed.Key);
        }

        return parameter.HasDefaultValue
            ? activation => activation.ActivationServices.GetService(type) ?? parameter.DefaultValue
            : activation => activation.ActivationServices.GetRequiredService(type);
    }
}
