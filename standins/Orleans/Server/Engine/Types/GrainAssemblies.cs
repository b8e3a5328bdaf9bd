using System.Reflection;

namespace Orleans.Runtime;

/// <summary>The assemblies that may hold grains: those that refer to Orleans, loaded or referred to by a loaded one.</summary>
internal static class GrainAssemblies
{
    private static readonly string Orleans = typeof(IGrain).Assembly.GetName().Name!;

    public static IEnumerable<Type> Types() => All().SelectMany(TypesOf);

    public static IReadOnlyCollection<Assembly> All()
    {
        var found = new Dictionary<string, Assembly>(StringComparer.Ordinal);
        var open = new Stack<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic));
        while (open.TryPop(out var assembly))
        {
            var references = assembly.GetReferencedAssemblies();
            if (!references.Any(reference => reference.Name == Orleans) || !found.TryAdd(assembly.FullName!, assembly))
            {
                continue;
            }

            foreach (var reference in references.Where(reference => !IsFramework(reference) && !found.ContainsKey(reference.FullName)))
            {
                open.Push(Assembly.Load(reference));
            }
        }

        found.TryAdd(typeof(IGrain).Assembly.FullName!, typeof(IGrain).Assembly);
        return found.Values;
    }

    private static bool IsFramework(AssemblyName name) =>
        name.Name!.StartsWith("System", StringComparison.Ordinal) || name.Name.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static Type[] TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partial)
        {
            // An assembly with an optional dependency left out still offers the types that do load.
            return [.. partial.Types.OfType<Type>()];
        }
    }
}
