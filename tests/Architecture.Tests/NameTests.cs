using System.Reflection;
using System.Runtime.CompilerServices;
using Networks.Domain.Residents;
using Networks.Grains.Wards;

namespace Networks.Architecture.Tests;

public sealed class NameTests
{
    private static readonly string[] VagueSuffixes =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Processor", "Service", "Info", "Base"];

    private static readonly Type[] IdentityTypes = [typeof(string), typeof(Guid), typeof(int), typeof(long)];

    [Fact]
    public void No_type_name_ends_in_a_word_that_says_nothing()
    {
        var wrong = from type in ProductTypes()
                    from suffix in VagueSuffixes
                    where type.Name.EndsWith(suffix, StringComparison.Ordinal)
                        && !(suffix == "Info" && type.Name == "PageInfo") // the name the Relay specification gives it
                        && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
                    select type.FullName;
        Assert.Empty(wrong);
    }

    [Fact]
    public void Identities_are_types_in_every_public_signature_of_domain_and_grains()
    {
        Assembly[] assemblies = [typeof(Resident).Assembly, typeof(IEntityRows).Assembly];
        string[] identities = ["resident", "volunteer", "group", "ward", "round", "proposal", "commandId"];
        var wrong = from type in assemblies.SelectMany(assembly => assembly.GetExportedTypes())
                    from method in type.GetMethods(
                        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                    where !method.IsSpecialName && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null
                    from parameter in method.GetParameters()
                    where identities.Any(name => parameter.Name == name || parameter.Name == name + "Id")
                        && IdentityTypes.Contains(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)
                    select $"{type.FullName}.{method.Name}({parameter.ParameterType.Name} {parameter.Name})";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_public_type_of_the_domain_is_in_the_glossary()
    {
        var glossary = File.ReadAllText(Path.Combine(House.Root, "docs", "glossary.md"));
        var missing = typeof(Resident).Assembly.GetExportedTypes()
            .Where(type => !type.IsNested && type.Namespace!.StartsWith("Networks.", StringComparison.Ordinal))
            .Select(type => type.Name.Split('`')[0])
            .Where(name => !glossary.Contains($"`{name}`", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    internal static IEnumerable<Type> ProductTypes() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(file => Path.GetFileName(file) is var name
                && (name == "networks.dll" || name.StartsWith("Networks.", StringComparison.Ordinal) && !name.Contains(".Tests")))
            .Select(Assembly.LoadFrom)
            .SelectMany(assembly => assembly.GetTypes());
}
