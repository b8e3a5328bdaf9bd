using System.Linq.Expressions;
using System.Reflection;
using Orleans.Concurrency;

namespace Orleans.Runtime;

/// <summary>What the engine knows of one grain interface method, found out once.</summary>
internal abstract class GrainMethod
{
    protected GrainMethod(MethodInfo method)
    {
        Method = method;
        InterfaceType = method.DeclaringType!;
        InterfaceName = InterfaceType.FullName ?? InterfaceType.Name;
        AlwaysInterleave = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        ReadOnly = method.IsDefined(typeof(ReadOnlyAttribute));
        OneWay = method.IsDefined(typeof(OneWayAttribute));
        ResponseTimeout = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;
        CancellationIndex = Array.FindIndex(method.GetParameters(), parameter => parameter.ParameterType == typeof(CancellationToken));
    }

    public MethodInfo Method { get; }

    public Type InterfaceType { get; }

    public string InterfaceName { get; }

    public bool AlwaysInterleave { get; }

    public bool ReadOnly { get; }

    public bool OneWay { get; }

    public TimeSpan? ResponseTimeout { get; }

    /// <summary>Which argument is the cancellation token; -1 = none.</summary>
    public int CancellationIndex { get; }

    public static GrainMethod For(MethodInfo method)
    {
        var returned = method.ReturnType;
        var definition = returned.IsGenericType ? returned.GetGenericTypeDefinition() : returned;
        var kind = definition == typeof(Task<>) || definition == typeof(ValueTask<>)
            ? typeof(GrainMethod<>).MakeGenericType(returned.GetGenericArguments())
            : returned == typeof(Task) || returned == typeof(ValueTask) || returned == typeof(void)
                ? typeof(GrainMethod<Nothing>)
                : throw new NotSupportedException(
                    $"{method.DeclaringType}.{method.Name} returns {returned}; "
                    + "a grain method returns Task, Task<T>, ValueTask or ValueTask<T>.");
        return (GrainMethod)Activator.CreateInstance(kind, method)!;
    }

    public CancellationToken CancellationOf(object?[] arguments) =>
        CancellationIndex >= 0 ? (CancellationToken)arguments[CancellationIndex]! : default;

    /// <summary>Makes the call and returns what the caller awaits, in the method's own return type.</summary>
    public abstract object? Call(GrainCaller caller, GrainReference target, object?[] arguments);
}

/// <summary>The result of a method that has none.</summary>
internal readonly struct Nothing;

internal sealed class GrainMethod<TResult>(MethodInfo method) : GrainMethod(method)
{
    private readonly Lazy<Func<object, object?[], ValueTask<TResult>>> _body = new(() => Compile(method));
    private readonly bool _returnsValueTask = method.ReturnType.IsValueType && method.ReturnType != typeof(void);
    private readonly bool _returnsNothing = method.ReturnType == typeof(void);
    private readonly bool _hasResult = typeof(TResult) != typeof(Nothing);

    public override object? Call(GrainCaller caller, GrainReference target, object?[] arguments)
    {
        var task = caller.Send(new Invocation<TResult>(this, target, arguments));
        if (_returnsNothing)
        {
            return null;
        }

        return !_returnsValueTask ? task : _hasResult ? new ValueTask<TResult>(task) : new ValueTask(task);
    }

    /// <summary>Runs the grain's own method.</summary>
    public ValueTask<TResult> Run(object grain, object?[] arguments) => _body.Value(grain, arguments);

    private static Func<object, object?[], ValueTask<TResult>> Compile(MethodInfo method)
    {
        var grain = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var call = Expression.Call(
            Expression.Convert(grain, method.DeclaringType!),
            method,
            method.GetParameters().Select((parameter, i) =>
                Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(i)), parameter.ParameterType)));
        Expression body = method.ReturnType == typeof(void)
            ? Expression.Block(call, Expression.Default(typeof(ValueTask<TResult>)))
            : Expression.Call(typeof(GrainMethod<TResult>), AdapterFor(method.ReturnType), null, call);
        return Expression.Lambda<Func<object, object?[], ValueTask<TResult>>>(body, grain, arguments).Compile();
    }

    private static string AdapterFor(Type returned) => returned switch
    {
        { IsGenericType: true } => returned.IsValueType ? nameof(OfValueTaskWithResult) : nameof(OfTaskWithResult),
        _ => returned.IsValueType ? nameof(OfValueTask) : nameof(OfTask),
    };

    private static ValueTask<TResult> OfTaskWithResult(Task<TResult> task) => new(task);

    private static ValueTask<TResult> OfValueTaskWithResult(ValueTask<TResult> task) => task;

    private static ValueTask<TResult> OfTask(Task task) => OfValueTask(new ValueTask(task));

    private static ValueTask<TResult> OfValueTask(ValueTask task) => task.IsCompletedSuccessfully ? default : Awaited(task);

    private static async ValueTask<TResult> Awaited(ValueTask task)
    {
        await task;
        return default!;
    }
}
