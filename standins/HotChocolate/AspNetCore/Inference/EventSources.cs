using System.Reflection;
using HotChocolate.Execution;
using HotChocolate.Model;
using HotChocolate.Types;

namespace HotChocolate.Inference;

/// <summary>Compiles the method that opens a subscription's stream of events.</summary>
internal static class EventSources
{
    private const BindingFlags Anywhere =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static Func<FieldContext, ValueTask<IAsyncEnumerable<object?>>> Of(
        MethodInfo method,
        SubscribeAttribute subscribe,
        FieldModel field,
        IReadOnlyList<ParameterInfo> arguments)
    {
        var owner = $"{method.DeclaringType!.Name}.{method.Name}";
        if (subscribe.With is not { Length: > 0 } name)
        {
            throw new SchemaInferenceException($"{owner} names no method that opens its events; say [Subscribe(With = nameof(...))].");
        }

        var source = method.DeclaringType.GetMethod(name, Anywhere)
            ?? throw new SchemaInferenceException($"{owner} takes its events from '{name}', which {method.DeclaringType.Name} has not.");
        var item = Item(ClrTypes.IsAwaitable(source.ReturnType) ? ClrTypes.Awaited(source.ReturnType)! : source.ReturnType)
            ?? throw new SchemaInferenceException($"{owner}: '{name}' must return an IAsyncEnumerable of events, or a task of one.");
        var open = Resolvers.Method(source, SourceArguments(source, field, arguments), runtimeType: null);
        var box = typeof(EventSources).GetMethod(nameof(BoxAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item)
            .CreateDelegate<Func<object, IAsyncEnumerable<object?>>>();
        return async context =>
            box(await open(context) ?? throw new InvalidOperationException($"{owner}: '{name}' returned no stream."));
    }

    /// <summary>The source's parameters that stand for the field's arguments, each in the place of its argument.</summary>
    private static ParameterInfo?[] SourceArguments(MethodInfo source, FieldModel field, IReadOnlyList<ParameterInfo> arguments) =>
        [.. arguments.Select((_, i) => source.GetParameters().FirstOrDefault(p => p.Name == field.Arguments[i].Name))];

    private static Type? Item(Type returned) =>
        returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)
            ? returned.GetGenericArguments()[0]
            : null;

    private static async IAsyncEnumerable<object?> BoxAsync<T>(object events)
    {
        await foreach (var each in (IAsyncEnumerable<T>)events)
        {
            yield return each;
        }
    }
}
