using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Networks.Domain.Residents;
using Networks.Grains.Wards;
using Orleans;

namespace Networks.Architecture.Tests;

/// <summary>
/// Everything that crosses a grain call or is stored. Genuine Orleans refuses a whole interface for one type without a serializer, and
/// misreads a row whose ids have moved; the engine for closed feeds would notice neither, so these tests do.
/// </summary>
public sealed class GrainsMessageTests
{
    private static readonly FrozenSet<Type> Known = new[]
    {
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(byte), typeof(decimal), typeof(uint), typeof(ulong),
        typeof(Guid), typeof(DateOnly), typeof(TimeOnly), typeof(DateTimeOffset), typeof(TimeSpan), typeof(CancellationToken),
    }.ToFrozenSet();

    private static readonly FrozenSet<Type> KnownShapes = new[]
    {
        typeof(Nullable<>), typeof(Task<>), typeof(ValueTask<>), typeof(ImmutableArray<>), typeof(ImmutableDictionary<,>),
        typeof(ImmutableSortedDictionary<,>), typeof(ImmutableHashSet<>), typeof(ReadOnlyMemory<>),
    }.ToFrozenSet();

    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Lazy<ImmutableArray<Type>> Messages = new(Closure);

    [Fact]
    public void Every_message_has_a_serializer_and_an_alias_of_its_own()
    {
        Assert.Empty(Messages.Value.Where(type => !Has<GenerateSerializerAttribute>(type)));
        Assert.Empty(Messages.Value.Where(type => !Has<AliasAttribute>(type)));
        var clashes = Messages.Value.Concat(GrainsContractTests.Interfaces)
            .GroupBy(type => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias)
            .Where(group => group.Key is not null && group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group)}");
        Assert.Empty(clashes);
    }

    [Fact]
    public void Every_type_with_a_serializer_has_an_alias_of_its_own_whether_or_not_an_interface_names_it()
    {
        var clashes = Serializable()
            .GroupBy(type => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias)
            .Where(group => group.Key is null || group.Count() > 1)
            .Select(group => $"{group.Key ?? "no alias"}: {string.Join(", ", group)}");
        Assert.Empty(clashes);
    }

    [Fact]
    public void Every_member_of_a_message_has_an_explicit_id_used_once()
    {
        var wrong = from type in Serializable().Where(type => !type.IsEnum)
                    let ids = Members(type).Select(member => member.GetCustomAttribute<IdAttribute>()?.Id).ToArray()
                    where ids.Contains(null) || ids.Distinct().Count() != ids.Length
                    select type.FullName;
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_message_is_sealed_immutable_and_marked_so()
    {
        var types = Serializable().Where(type => !type.IsEnum).ToArray();
        Assert.Empty(types.Where(type => !type.IsSealed && !type.IsAbstract).Select(type => $"{type.FullName} is not sealed"));
        Assert.Empty(types.Where(type => !Has<ImmutableAttribute>(type)).Select(type => $"{type.FullName} is not [Immutable]"));
        var setters = from type in types
                      from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                      where property.SetMethod is { } set
                          && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
                      select $"{type.FullName}.{property.Name} can be set";
        Assert.Empty(setters);
    }

    [Fact]
    public void A_closed_family_is_closed()
    {
        var open = from type in Messages.Value.Where(type => type.IsAbstract)
                   where !type.Assembly.GetTypes().Any(other => other.BaseType == type)
                   select type.FullName;
        Assert.Empty(open);
    }

    private static IEnumerable<Type> Serializable() => new[] { typeof(Resident).Assembly, typeof(IWardGrain).Assembly }
        .Concat(Messages.Value.Select(type => type.Assembly))
        .Distinct()
        .Where(assembly => assembly.GetName().Name!.StartsWith("Networks.", StringComparison.Ordinal))
        .SelectMany(assembly => assembly.GetTypes())
        .Where(Has<GenerateSerializerAttribute>);

    /// <summary>
    /// Stored members: properties with a backing field, which records and plain auto-properties have and computed ones have not.
    /// </summary>
    private static IEnumerable<PropertyInfo> Members(Type type) =>
        from property in type.GetProperties(Own | BindingFlags.Public)
        where type.GetField($"<{property.Name}>k__BackingField", Own) is not null
        select property;

    private static bool Has<T>(Type type)
        where T : Attribute => type.GetCustomAttributes<T>(inherit: false).Any();

    private static ImmutableArray<Type> Closure()
    {
        var found = new HashSet<Type>();
        var open = new Queue<Type>(GrainsContractTests.Interfaces
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)));
        while (open.TryDequeue(out var type))
        {
            var shape = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
            foreach (var argument in type.GetGenericArguments().Where(argument => !argument.IsGenericParameter))
            {
                open.Enqueue(argument);
            }

            if (type.IsGenericParameter || Known.Contains(type) || KnownShapes.Contains(shape) || type == typeof(Task) || !found.Add(shape))
            {
                continue;
            }

            var family = shape.IsAbstract ? shape.Assembly.GetTypes().Where(other => other.BaseType == shape) : [];
            foreach (var next in Members(shape).Select(member => member.PropertyType).Concat(family))
            {
                open.Enqueue(next);
            }
        }

        return [.. found.OrderBy(type => type.FullName, StringComparer.Ordinal)];
    }
}
