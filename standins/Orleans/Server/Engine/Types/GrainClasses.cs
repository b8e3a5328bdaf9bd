using System.Collections.Concurrent;

namespace Orleans.Runtime;

/// <summary>Which class serves which interface, and which kind of grain is which class.</summary>
internal sealed class GrainClasses
{
    private readonly ConcurrentDictionary<(Type Interface, string? Prefix), GrainClass> _byInterface = new();
    private readonly Lock _gate = new();
    private Dictionary<GrainType, GrainClass> _byType = [];
    private int _assembliesSeen;

    public GrainClass For(GrainType type)
    {
        if (!_byType.TryGetValue(type, out var found))
        {
            Rescan();
            _byType.TryGetValue(type, out found);
        }

        return found ?? throw new ArgumentException($"Could not find a grain class for grain type \"{type}\".");
    }

    public GrainClass For(Type grainInterface, string? classNamePrefix) =>
        _byInterface.TryGetValue((grainInterface, classNamePrefix), out var known)
            ? known
            : _byInterface.GetOrAdd((grainInterface, classNamePrefix), key => Resolve(key.Interface, key.Prefix));

    private GrainClass Resolve(Type grainInterface, string? prefix)
    {
        Rescan();
        var candidates = _byType.Values.Where(each => grainInterface.IsAssignableFrom(each.Type)).ToList();
        if (!string.IsNullOrEmpty(prefix))
        {
            candidates = [.. candidates.Where(each => each.Type.FullName!.StartsWith(prefix, StringComparison.Ordinal))];
        }

        if (candidates.Count > 1 && candidates.Find(each => each.Type.Name == grainInterface.Name[1..]) is { } conventional)
        {
            return conventional;
        }

        return candidates.Count switch
        {
            1 => candidates[0],
            0 => throw new ArgumentException($"Could not find an implementation for interface {grainInterface}"),
            _ => throw new ArgumentException(
                $"Unable to identify a single appropriate grain type for interface {grainInterface}. "
                + $"Candidates: {string.Join(", ", candidates.Select(each => $"{each.GrainType} ({each.Type.FullName})"))}"),
        };
    }

    /// <summary>Assemblies load late, so an unknown grain is looked for again in those that came since.</summary>
    private void Rescan()
    {
        lock (_gate)
        {
            var loaded = AppDomain.CurrentDomain.GetAssemblies().Length;
            if (loaded == _assembliesSeen)
            {
                return;
            }

            var classes = new Dictionary<GrainType, GrainClass>();
            foreach (var type in GrainAssemblies.Types().Where(IsGrainClass))
            {
                var known = _byType.Values.FirstOrDefault(each => each.Type == type) ?? new GrainClass(type);
                if (!classes.TryAdd(known.GrainType, known))
                {
                    throw new OrleansConfigurationException(
                        $"{type} and {classes[known.GrainType].Type} are both grain type \"{known.GrainType}\": "
                        + "rename one of the classes or give it [GrainType].");
                }
            }

            _byType = classes;
            _assembliesSeen = AppDomain.CurrentDomain.GetAssemblies().Length;
        }
    }

    private static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && typeof(IGrain).IsAssignableFrom(type)
        && !typeof(GrainReference).IsAssignableFrom(type) && typeof(IGrainBase).IsAssignableFrom(type);
}
