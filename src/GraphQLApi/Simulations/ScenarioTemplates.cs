using System.Reflection;
using System.Text.RegularExpressions;
using Networks.Domain.Measures;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.Simulations;

/// <summary>
/// The scenarios that come with the product, as files for a planner to change: asked of her own area instead of an invented one.
/// </summary>
internal static partial class ScenarioTemplates
{
    private const string Prefix = "scenario/";

    private static readonly Assembly Here = typeof(ScenarioTemplates).Assembly;

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Here.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..].TrimEnd('/', '\\')).Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of one.</summary>
    public static string Read(string name)
    {
        if (!Names.Contains(name))
        {
            var near = Names.MinBy(known => EditDistance.Between(name, known));
            throw new BadInputException($"There is no template '{name}'. Did you mean '{near}'? There are {string.Join(", ", Names)}.");
        }

        using var stream = Here.GetManifestResourceStream(Here.GetManifestResourceNames().Single(
            resource => resource.TrimEnd('/', '\\') == Prefix + name))!;
        using var reader = new StreamReader(stream);
        return FromLine().Replace(reader.ReadToEnd(), "from: live\n", 1);
    }

    [GeneratedRegex("^from: .*\n", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex FromLine();
}
