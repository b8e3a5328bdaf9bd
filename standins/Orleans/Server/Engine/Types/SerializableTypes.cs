using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Serialization;

namespace Orleans.Runtime;

/// <summary>
/// Whether a type may cross a grain call. Inside one process nothing is serialized, but genuine Orleans refuses an interface
/// with a single type it has no serializer for, so the same refusal is made here, with its words.
/// </summary>
internal static class SerializableTypes
{
    private static readonly ConcurrentDictionary<Type, Type?> MissingByType = new();

    private static readonly HashSet<Type> Known =
    [
        typeof(object), typeof(string), typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly),
        typeof(TimeOnly), typeof(TimeSpan), typeof(Uri), typeof(Version), typeof(Half), typeof(Int128), typeof(UInt128),
        typeof(IPAddress), typeof(IPEndPoint), typeof(CancellationToken), typeof(BitArray), typeof(System.Numerics.BigInteger),
        typeof(System.Globalization.CultureInfo), typeof(System.Globalization.CompareInfo), typeof(Type), typeof(Exception),
    ];

    private static readonly HashSet<Type> KnownGeneric =
    [
        typeof(Nullable<>), typeof(KeyValuePair<,>), typeof(Memory<>), typeof(ReadOnlyMemory<>), typeof(ArraySegment<>),
        typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(SortedDictionary<,>), typeof(SortedSet<>), typeof(SortedList<,>),
        typeof(Queue<>), typeof(Stack<>), typeof(ConcurrentDictionary<,>), typeof(ConcurrentQueue<>),
        typeof(System.Collections.ObjectModel.Collection<>), typeof(System.Collections.ObjectModel.ReadOnlyCollection<>),
        typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableHashSet<>), typeof(ImmutableSortedSet<>),
        typeof(ImmutableDictionary<,>), typeof(ImmutableSortedDictionary<,>), typeof(ImmutableQueue<>), typeof(ImmutableStack<>),
        typeof(IEnumerable<>), typeof(ICollection<>), typeof(IList<>), typeof(ISet<>), typeof(IDictionary<,>),
        typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>), typeof(IReadOnlySet<>), typeof(IReadOnlyDictionary<,>),
        typeof(IImmutableList<>), typeof(IImmutableSet<>),
        typeof(IImmutableDictionary<,>),
    ];

    /// <summary>Refuses an interface one of whose methods names a type without a serializer.</summary>
    public static void Check(Type grainInterface, IEnumerable<MethodInfo> methods)
    {
        foreach (var method in methods)
        {
            var types = method.GetParameters().Select(parameter => parameter.ParameterType).Append(ResultOf(method.ReturnType));
            foreach (var type in types)
            {
                if (type is not null && Missing(type) is { } missing)
                {
                    throw new CodecNotFoundException(
                        $"Could not find a copier for type {missing} (in {grainInterface}.{method.Name}). "
                        + "Give the type [GenerateSerializer].");
                }
            }
        }
    }

    /// <summary>The type, or the part of it, that has no serializer; null = none is missing.</summary>
    public static Type? Missing(Type type) => type.IsGenericParameter ? null : MissingByType.GetOrAdd(type, Find);

    private static Type? ResultOf(Type returned) => returned.IsGenericType ? returned.GetGenericArguments()[0] : null;

    private static Type? Find(Type type)
    {
        if (type.HasElementType)
        {
            return type.IsArray ? Missing(type.GetElementType()!) : type;
        }

        if (type.IsPrimitive || type.IsEnum || Known.Contains(type) || typeof(IAddressable).IsAssignableFrom(type))
        {
            return null;
        }

        if (type.IsGenericType && (KnownGeneric.Contains(type.GetGenericTypeDefinition()) || typeof(ITuple).IsAssignableFrom(type)))
        {
            return FirstMissing(type.GetGenericArguments());
        }

        if (type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false) || IsFrameworkException(type) || HasSurrogate(type))
        {
            return type.IsGenericType ? FirstMissing(type.GetGenericArguments()) : null;
        }

        // An abstract type may stand for members of a closed family, each of which is looked at when it is declared.
        return type;
    }

    private static Type? FirstMissing(Type[] types) => types.Select(Missing).FirstOrDefault(missing => missing is not null);

    private static bool IsFrameworkException(Type type) =>
        typeof(Exception).IsAssignableFrom(type) && type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true;

    private static bool HasSurrogate(Type type) => Surrogates.Value.Contains(type.IsGenericType ? type.GetGenericTypeDefinition() : type);

    private static readonly Lazy<HashSet<Type>> Surrogates = new(() =>
    [
        .. GrainAssemblies.Types()
            .Where(type => type.IsDefined(typeof(RegisterConverterAttribute), inherit: false))
            .SelectMany(type => type.GetInterfaces())
            .Where(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IConverter<,>))
            .Select(converter => converter.GetGenericArguments()[0])
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type),
    ]);
}
