using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.GraphQLApi.Stores;
using Orleans;

namespace Networks.GraphQLApi.Wards;

/// <summary>Wards as people type them on the command line: codes or names.</summary>
internal static class WardWords
{
    private const int NamedMax = 4;

    /// <summary>The wards a list is about, as its first line names them.</summary>
    public static string Heading(ImmutableArray<WardFacts> wards, bool isWholeArea) => wards.Length switch
    {
        not 1 when isWholeArea => string.Create(CultureInfo.InvariantCulture, $"All {wards.Length} wards"),
        <= NamedMax => string.Join(", ", wards.Select(ward => $"{ward.Name} ({ward.Code})")),
        _ => string.Create(CultureInfo.InvariantCulture, $"{wards.Length} wards"),
    };

    /// <summary>The wards meant; an unknown word ends the command with the nearest known ones, for a typing error must not read as "0
    /// people".</summary>
    public static async Task<ImmutableArray<WardFacts>> Find(IGrainFactory grains, ImmutableArray<string> words)
    {
        var lookup = await grains.WardRegister().Find(words);
        if (lookup.Unknown is not [var unknown, ..])
        {
            return lookup.Found;
        }

        var register = await grains.WardRegister().Read();
        var near = register.Wards.Where(ward => unknown.DidYouMean.Contains(ward.Code)).Select(ward => $"{ward.Name} ({ward.Code})")
            .ToArray();
        throw new BadInputException(near.Length > 0
            ? $"There is no ward '{unknown.Word}'; did you mean {string.Join(" or ", near)}?"
            : $"There is no ward '{unknown.Word}'; this store holds {register.Wards.Length} wards, such as "
                + $"{register.Wards.FirstOrDefault()?.Name ?? "none yet"}.");
    }
}
