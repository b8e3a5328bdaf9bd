using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.Execution;
using HotChocolate.Model;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Inference;

/// <summary>Compiles members into resolvers, so that answering a field costs no reflection.</summary>
internal static class Resolvers
{
    public static Func<object, object?> Property(PropertyInfo property)
    {
        var parent = Expression.Parameter(typeof(object));
        var read = Expression.Property(Expression.Convert(parent, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), parent).Compile();
    }

    public static FieldResolver Method(
        MethodInfo method,
        IReadOnlyList<ParameterInfo?> arguments,
        Type? runtimeType)
    {
        var context = Expression.Parameter(typeof(FieldContext));
        var values = method.GetParameters().Select(p => Value(p, Index(arguments, p), context));
        var call = Expression.Call(Instance(method, runtimeType, context), method, values);
        var answer = Expression.Call(Completion(method.ReturnType), call);
        return Expression.Lambda<FieldResolver>(answer, context).Compile();
    }

    private static int Index(IReadOnlyList<ParameterInfo?> arguments, ParameterInfo parameter)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == parameter)
            {
                return i;
            }
        }

        return -1;
    }

    private static UnaryExpression Value(ParameterInfo parameter, int argument, ParameterExpression context)
    {
        Func<FieldContext, object?> read = argument >= 0
            ? c => c.Arguments[argument]
            : Parameters.Source(parameter, known: null) ?? (c => c.Services.GetRequiredService(parameter.ParameterType));
        return Expression.Convert(Expression.Invoke(Expression.Constant(read), context), parameter.ParameterType);
    }

    /// <summary>The parent if it declares the method; an extension class that is not static comes from the services or is made.</summary>
    private static UnaryExpression? Instance(MethodInfo method, Type? runtimeType, ParameterExpression context)
    {
        if (method.IsStatic)
        {
            return null;
        }

        var declaring = method.DeclaringType!;
        Func<FieldContext, object?> instance = runtimeType is not null && declaring.IsAssignableFrom(runtimeType)
            ? c => c.Parent
            : c => ActivatorUtilities.GetServiceOrCreateInstance(c.Services, declaring);
        return Expression.Convert(Expression.Invoke(Expression.Constant(instance), context), declaring);
    }

    private static MethodInfo Completion(Type returned)
    {
        var name = !ClrTypes.IsAwaitable(returned) ? nameof(Ready)
            : returned.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(OfTask) : nameof(OfValueTask);
        var value = ClrTypes.Awaited(returned)!;
        return typeof(Resolvers).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(value);
    }

    private static ValueTask<object?> Ready<T>(T value) => new(value);

    private static ValueTask<object?> OfTask<T>(Task<T> task)
    {
        return task.IsCompletedSuccessfully ? new(task.GetAwaiter().GetResult()) : Await(task);

        static async ValueTask<object?> Await(Task<T> task) => await task;
    }

    private static ValueTask<object?> OfValueTask<T>(ValueTask<T> task)
    {
        return task.IsCompletedSuccessfully ? new(task.GetAwaiter().GetResult()) : Await(task);

        static async ValueTask<object?> Await(ValueTask<T> task) => await task;
    }
}
