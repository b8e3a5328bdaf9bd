using System.Reflection;
using Networks.Grains.Wards;
using Orleans;
using Orleans.Runtime;

namespace Networks.Architecture.Tests;

/// <summary>The shape of grains: what a folder holds, what an interface may say, how much a grain does itself.</summary>
public sealed class GrainsContractTests
{
    private const int GrainMethodLinesMax = 20;

    private static readonly Type[] TaskTypes = [typeof(Task), typeof(Task<>), typeof(ValueTask), typeof(ValueTask<>)];
    private static readonly Assembly Grains = typeof(IWardGrain).Assembly;

    internal static IEnumerable<Type> Interfaces { get; } =
        [.. Grains.GetTypes().Where(type => type.IsInterface && type.IsAssignableTo(typeof(IGrain)))];

    private static IEnumerable<Type> Classes { get; } =
        [.. Grains.GetTypes().Where(type => type.IsClass && !type.IsAbstract && type.IsAssignableTo(typeof(Grain)))];

    [Fact]
    public void Grain_interfaces_are_public_and_grain_classes_internal_and_sealed()
    {
        Assert.NotEmpty(Interfaces);
        Assert.NotEmpty(Classes);
        Assert.All(Interfaces, type => Assert.True(type.IsPublic, $"{type} is not public."));
        Assert.All(Classes, type => Assert.True(type.IsSealed && !type.IsPublic, $"{type} is not internal and sealed."));
    }

    [Fact]
    public void Every_grain_stands_in_its_folder_with_its_interface_its_messages_and_its_state()
    {
        var wrong = from type in Classes
                    let noun = type.Name[..^"Grain".Length]
                    let folder = Path.Combine([House.Root, "src", .. type.Namespace!["Networks.".Length..].Split('.')])
                    from file in Cast(type, noun, folder)
                    where !File.Exists(Path.Combine(folder, file))
                    select $"{House.Relative(folder)} has no {file}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_grain_interface_but_a_shared_contract_has_its_class()
    {
        var wrong = Interfaces.Where(type => !Classes.Any(grain => grain.IsAssignableTo(type)));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Grain_methods_return_tasks_and_take_at_most_one_cancellation_token_at_the_end()
    {
        var wrong = from type in Interfaces
                    from method in type.GetMethods()
                    let parameters = method.GetParameters()
                    where !IsTask(method.ReturnType)
                        || parameters.Any(parameter => parameter.ParameterType.IsByRef)
                        || parameters.SkipLast(1).Any(parameter => parameter.ParameterType == typeof(CancellationToken))
                    select $"{type.Name}.{method.Name}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Grain_interfaces_and_their_methods_have_aliases_that_outlive_a_new_name()
    {
        Assert.Empty(Interfaces.Where(type => type.GetCustomAttribute<AliasAttribute>() is null).Select(type => type.Name));
        var wrong = from type in Interfaces
                    let aliases = type.GetMethods().Select(method => method.GetCustomAttribute<AliasAttribute>()?.Alias).ToArray()
                    where aliases.Contains(null) || aliases.Distinct().Count() != aliases.Length
                    select type.Name;
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_state_has_a_name_of_its_own_and_one_store()
    {
        var states = (from type in Grains.GetTypes()
                      from constructor in type.GetConstructors()
                      from parameter in constructor.GetParameters()
                      let state = parameter.GetCustomAttribute<PersistentStateAttribute>()
                      where state is not null
                      select (type.Name, state.StateName, state.StorageName)).ToArray();
        Assert.NotEmpty(states);
        Assert.Empty(states.GroupBy(state => state.StateName).Where(group => group.Count() > 1).SelectMany(group => group));
        Assert.All(states, state => Assert.Equal(Networks.Grains.StateNames.Provider, state.StorageName));
        var names = typeof(Networks.Grains.StateNames).GetFields().Select(field => (string?)field.GetRawConstantValue());
        Assert.Empty(states.Select(state => state.StateName).Except(names));
    }

    [Fact]
    public void A_grain_is_a_shell_whose_public_methods_fit_on_twenty_lines()
    {
        // A block counts from its declaration to its closing brace: the two braces and the line of the declaration are not its own.
        var wrong = from file in House.SourceFiles("src/Grains").Where(file => file.EndsWith("Grain.cs", StringComparison.Ordinal))
                    let text = File.ReadAllLines(file)
                    from block in LengthTests.Blocks(text)
                    where text[block.First - 1].TrimStart().StartsWith("public ", StringComparison.Ordinal)
                    where block.Lines - 3 > GrainMethodLinesMax
                    select $"{House.Relative(file)}:{block.First}: {block.Lines - 3} lines";
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Cast(Type grain, string noun, string folder)
    {
        yield return $"I{noun}Grain.cs";
        yield return $"{noun}Grain.cs";
        if (HasMessagesOfItsOwn(grain) && !HasMessages(folder))
        {
            yield return $"{noun}Messages.cs";
        }

        var states = grain.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Where(parameter => parameter.GetCustomAttribute<PersistentStateAttribute>() is not null);
        if (states.Any())
        {
            yield return $"{noun}State.cs";
        }
    }

    // A grain that speaks in the domain's own words alone needs no messages.
    private static bool HasMessagesOfItsOwn(Type grain) => Interfaces
        .Where(type => grain.IsAssignableTo(type))
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
        .SelectMany(type => type.GetGenericArguments().Append(type))
        .Any(type => type.Namespace == grain.Namespace);

    // A second, smaller grain of a noun (a resident's contact card) shares the folder and its messages.
    private static bool HasMessages(string folder) => Directory.EnumerateFiles(folder, "*Messages.cs").Any();

    private static bool IsTask(Type type) =>
        TaskTypes.Contains(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
}
