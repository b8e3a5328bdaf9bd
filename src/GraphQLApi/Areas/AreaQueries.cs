using HotChocolate.Types;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Areas;

/// <summary>Questions about the whole area and its parts.</summary>
[QueryType]
public static class AreaQueries
{
    /// <summary>The area that this store is about; null in a store that holds no wards yet.</summary>
    public static async Task<AreaType?> GetAreaAsync(AreaRegister register)
    {
        var wards = await register.ReadAsync();
        return wards.Wards.IsDefaultOrEmpty ? null : new AreaType((await register.TreeAsync()).Root);
    }

    /// <summary>
    /// The area and its parts, the largest first and then by code. LSOAs are many, so they come only when they are asked for by level or
    /// by code.
    /// </summary>
    /// <param name="codes">Only these, by code or by name, in the order given; an unknown one is the error BAD_ARGUMENT.</param>
    /// <param name="level">Only areas of this size.</param>
    public static async Task<IReadOnlyList<AreaType>> GetAreasAsync(IReadOnlyList<string>? codes, AreaLevel? level, AreaRegister register)
    {
        var tree = await register.TreeAsync();
        if (codes is { Count: 0 })
        {
            throw Refused.BadArgument("codes", "codes is an empty list; leave it out to mean all areas.");
        }

        var all = tree.All.ToArray();
        var found = codes is null
            ? all.Where(area => level is not null || area.Level != AreaLevel.Lsoa)
            : codes.SelectMany(code => Named(all, code)).Distinct();
        return [.. found.Where(area => level is null || area.Level == level).Select(area => new AreaType(area))];
    }

    private static IEnumerable<AreaNode> Named(AreaNode[] all, string word)
    {
        var found = all.Where(area => area.Code == word).ToArray();
        found = found.Length > 0 ? found : [.. all.Where(area => string.Equals(area.Name, word, StringComparison.OrdinalIgnoreCase))];
        if (found.Length > 0)
        {
            return found;
        }

        var near = all.MinBy(area => Math.Min(EditDistance.Between(word, area.Code), EditDistance.Between(word, area.Name)))!;
        throw Refused.BadArgument("codes", $"No area '{Short(word)}' here; did you mean {near.Code} ({near.Name})?");
    }

    private static string Short(string word) => word.Length <= 100 ? word : word[..100];
}
