using System.Reflection;
using Orleans.Concurrency;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>What the engine knows of one grain class, found out once.</summary>
internal sealed class GrainClass
{
    private const string GrainSuffix = "grain";

    private readonly Lazy<GrainMaker> _maker;

    public GrainClass(Type type)
    {
        Type = type;
        GrainType = type.GetCustomAttribute<GrainTypeAttribute>()?.Value ?? GrainType.Create(ConventionalName(type));
        Reentrant = type.IsDefined(typeof(ReentrantAttribute), inherit: true);
        StatelessWorker = type.GetCustomAttribute<StatelessWorkerAttribute>();
        MayInterleave = InterleavePredicate(type);
        FiltersItself = typeof(IIncomingGrainCallFilter).IsAssignableFrom(type);
        SaysFarewell = HasFarewell(type);
        var age = type.GetCustomAttribute<CollectionAgeLimitAttribute>();
        AlwaysActive = type.IsDefined(typeof(KeepAliveAttribute), inherit: true) || age is { AlwaysActive: true };
        CollectionAge = age?.AgeLimit;
        _maker = new Lazy<GrainMaker>(() => new GrainMaker(type));
    }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public bool Reentrant { get; }

    public StatelessWorkerAttribute? StatelessWorker { get; }

    public Func<IInvokable, bool>? MayInterleave { get; }

    public bool FiltersItself { get; }

    /// <summary>Whether any code of its own runs when it leaves the memory.</summary>
    public bool SaysFarewell { get; }

    public bool AlwaysActive { get; }

    public TimeSpan? CollectionAge { get; }

    public GrainMaker Maker => _maker.Value;

    private static bool HasFarewell(Type type)
    {
        if (!type.IsAssignableTo(typeof(Grain))
            || type.IsAssignableTo(typeof(IDisposable)) || type.IsAssignableTo(typeof(IAsyncDisposable)))
        {
            return true;
        }

        const string Name = nameof(Grain.OnDeactivateAsync);
        return type.GetMethod(Name, [typeof(DeactivationReason), typeof(CancellationToken)])?.DeclaringType != typeof(Grain)
            || Array.Exists(
                type.GetInterfaceMap(typeof(IGrainBase)).TargetMethods,
                method => method.Name.EndsWith(Name, StringComparison.Ordinal) && method.DeclaringType != typeof(Grain));
    }

    private static string ConventionalName(Type type)
    {
        var name = type.Name.ToLowerInvariant();
        var arity = name.IndexOf('`', StringComparison.Ordinal);
        name = arity > 0 ? name[..arity] : name;
        var saysGrain = name.Length > GrainSuffix.Length && name.EndsWith(GrainSuffix, StringComparison.Ordinal);
        return saysGrain ? name[..^GrainSuffix.Length] : name;
    }

    private static Func<IInvokable, bool>? InterleavePredicate(Type type)
    {
        if (type.GetCustomAttribute<MayInterleaveAttribute>() is not { CallbackMethodName: var name })
        {
            return null;
        }

        const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;
        var method = type.GetMethod(name, Static, [typeof(IInvokable)])
            ?? throw new InvalidOperationException(
                $"Class {type} doesn't declare public static method with name {name} specified in MayInterleave attribute");
        return method.CreateDelegate<Func<IInvokable, bool>>();
    }
}
