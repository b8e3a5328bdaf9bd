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

    public bool AlwaysActive { get; }

    public TimeSpan? CollectionAge { get; }

    public GrainMaker Maker => _maker.Value;

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
