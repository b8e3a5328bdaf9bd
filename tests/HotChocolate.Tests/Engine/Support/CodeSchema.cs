using HotChocolate.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Networks.HotChocolate.Tests.Engine.Support;

/// <summary>A schema from its definition language with resolvers given by "Type.field".</summary>
internal static class CodeSchema
{
    public static RequestExecutor Executor(
        string sdl,
        Dictionary<string, Func<FieldContext, object?>> resolvers,
        ExecutorOptions? options = null,
        Action<IServiceCollection>? services = null)
    {
        var collection = new ServiceCollection();
        services?.Invoke(collection);
        var schema = SdlSchema.Build(
            sdl,
            context => resolvers.TryGetValue($"{context.ParentType.Name}.{context.Field.Name}", out var resolver)
                ? Later(resolver(context))
                : new(default(object)),
            value => value.GetType().Name,
            collection.BuildServiceProvider());
        return new RequestExecutor(schema, options ?? new ExecutorOptions());
    }

    /// <summary>A resolver's value, or that of the task it answers with.</summary>
    private static ValueTask<object?> Later(object? value) => value switch
    {
        Task<object?> task => new(task),
        Task<string?> task => Unwrap(task),
        Task<int> task => Unwrap(task),
        _ => new(value)
    };

    private static async ValueTask<object?> Unwrap<T>(Task<T> task) => await task;
}
