using GreenDonut;
using HotChocolate;
using HotChocolate.CostAnalysis;
using HotChocolate.Execution;
using HotChocolate.Execution.Configuration;
using HotChocolate.Execution.Options;
using HotChocolate.Hosting;
using HotChocolate.Inference;
using HotChocolate.Types;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

public static class RequestExecutorBuilderExtensions
{
    /// <summary>Types of the schema: output types as they are, classes that extend a type as extensions.</summary>
    public static IRequestExecutorBuilder AddType(this IRequestExecutorBuilder builder, Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return SchemaRegistration.IsExtension(type)
            ? builder.AddTypeExtension(type)
            : With(builder, r => r.Types.Add(type));
    }

    public static IRequestExecutorBuilder AddType<T>(this IRequestExecutorBuilder builder) => builder.AddType(typeof(T));

    public static IRequestExecutorBuilder AddTypeExtension(this IRequestExecutorBuilder builder, Type typeExtension)
    {
        ArgumentNullException.ThrowIfNull(typeExtension);
        return SchemaRegistration.IsExtension(typeExtension)
            ? With(builder, r => r.Extensions.Add(typeExtension))
            : throw new ArgumentException($"{typeExtension} says of no type that it extends it.", nameof(typeExtension));
    }

    public static IRequestExecutorBuilder AddTypeExtension<T>(this IRequestExecutorBuilder builder) =>
        builder.AddTypeExtension(typeof(T));

    public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder) => builder.AddQueryType(_ => { });

    public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder, Action<IObjectTypeDescriptor> configure) =>
        With(builder, r => r.Query = Configured(OperationTypeNames.Query, r.Query, configure));

    public static IRequestExecutorBuilder AddMutationType(this IRequestExecutorBuilder builder) => builder.AddMutationType(_ => { });

    public static IRequestExecutorBuilder AddMutationType(this IRequestExecutorBuilder builder, Action<IObjectTypeDescriptor> configure) =>
        With(builder, r => r.Mutation = Configured(OperationTypeNames.Mutation, r.Mutation, configure));

    public static IRequestExecutorBuilder AddSubscriptionType(this IRequestExecutorBuilder builder) =>
        builder.AddSubscriptionType(_ => { });

    public static IRequestExecutorBuilder AddSubscriptionType(
        this IRequestExecutorBuilder builder,
        Action<IObjectTypeDescriptor> configure) =>
        With(builder, r => r.Subscription = Configured(OperationTypeNames.Subscription, r.Subscription, configure));

    public static IRequestExecutorBuilder BindRuntimeType<TRuntimeType, TSchemaType>(this IRequestExecutorBuilder builder)
        where TSchemaType : IType =>
        With(builder, r => r.Bindings[typeof(TRuntimeType)] = typeof(TSchemaType));

    public static IRequestExecutorBuilder AddDataLoader<T>(this IRequestExecutorBuilder builder)
        where T : class, IDataLoader
    {
        builder.Services.TryAddScoped<T>();
        return builder;
    }

    public static IRequestExecutorBuilder AddErrorFilter<T>(this IRequestExecutorBuilder builder)
        where T : class, IErrorFilter =>
        With(builder, r => r.ErrorFilters.Add(services => ActivatorUtilities.CreateInstance<T>(services)));

    public static IRequestExecutorBuilder AddErrorFilter(this IRequestExecutorBuilder builder, Func<IError, IError> errorFilter)
    {
        ArgumentNullException.ThrowIfNull(errorFilter);
        return With(builder, r => r.ErrorFilters.Add(_ => new ErrorFilterDelegate(errorFilter)));
    }

    public static IRequestExecutorBuilder DisableIntrospection(this IRequestExecutorBuilder builder, bool disable = true) =>
        With(builder, r => r.Introspection = !disable);

    public static IRequestExecutorBuilder ModifyRequestOptions(
        this IRequestExecutorBuilder builder,
        Action<RequestExecutorOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return With(builder, r => r.RequestOptions.Add(configure));
    }

    public static IRequestExecutorBuilder ModifyCostOptions(this IRequestExecutorBuilder builder, Action<CostOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(new CostOptions());
        return builder;
    }

    public static IRequestExecutorBuilder InitializeOnStartup(
        this IRequestExecutorBuilder builder,
        Func<IRequestExecutor, CancellationToken, Task>? warmup = null,
        bool keepWarm = false)
    {
        builder.Services.AddSingleton<IHostedService>(s =>
            new SchemaStartup(s.GetRequiredService<IRequestExecutorResolver>(), builder.Name, warmup));
        return builder;
    }

    private static ObjectTypeDescriptor Configured(string name, ObjectTypeDescriptor? known, Action<IObjectTypeDescriptor> configure)
    {
        if (known is not null)
        {
            throw new InvalidOperationException($"The {name} type was added before.");
        }

        var descriptor = new ObjectTypeDescriptor(name);
        configure(descriptor);
        return descriptor;
    }

    private static IRequestExecutorBuilder With(IRequestExecutorBuilder builder, Action<SchemaRegistration> change)
    {
        ArgumentNullException.ThrowIfNull(builder);
        change(((RequestExecutorBuilder)builder).Registration);
        return builder;
    }

    private sealed class ErrorFilterDelegate(Func<IError, IError> filter) : IErrorFilter
    {
        public IError OnError(IError error) => filter(error);
    }
}
