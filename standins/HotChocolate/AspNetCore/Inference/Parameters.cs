using System.Reflection;
using System.Security.Claims;
using GreenDonut;
using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Inference;

/// <summary>Where a resolver's parameters come from when the client does not give them.</summary>
internal static class Parameters
{
    public static bool IsArgument(ParameterInfo parameter, IServiceProviderIsService? known) => Source(parameter, known) is null;

    /// <summary>Null for an argument of the field.</summary>
    public static Func<FieldContext, object?>? Source(ParameterInfo parameter, IServiceProviderIsService? known)
    {
        var type = parameter.ParameterType;
        if (type == typeof(CancellationToken))
        {
            return context => context.RequestAborted;
        }

        if (type == typeof(IServiceProvider))
        {
            return context => context.Services;
        }

        if (parameter.IsDefined(typeof(ParentAttribute)) || parameter.IsDefined(typeof(EventMessageAttribute)))
        {
            return context => context.Parent;
        }

        if (parameter.GetCustomAttribute<GlobalStateAttribute>() is { } state)
        {
            return State(state.Key ?? parameter.Name!, type);
        }

        if (type == typeof(HttpContext) || type == typeof(ClaimsPrincipal))
        {
            return State(type.Name, type);
        }

        if (parameter.GetCustomAttribute<ServiceAttribute>() is { Key: { } key })
        {
            return context => context.Services.GetRequiredKeyedService(type, key);
        }

        var isService = parameter.IsDefined(typeof(ServiceAttribute)) || typeof(IDataLoader).IsAssignableFrom(type)
            || known?.IsService(type) == true;
        return isService ? context => context.Services.GetRequiredService(type) : null;
    }

    private static Func<FieldContext, object?> State(string key, Type type)
    {
        var absent = type.IsValueType ? Activator.CreateInstance(type) : null;
        return context => context.ContextData.TryGetValue(key, out var value) && value is not null ? value : absent;
    }
}
