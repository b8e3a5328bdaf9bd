using System.Collections.Immutable;
using Networks.Domain.Measures;
using Networks.Domain.Wards;

namespace Networks.Grains.WardRegisters;

/// <summary>Finds wards as people name them: by code, or by name in any letter case.</summary>
internal static class WardSearch
{
    private const int SuggestionsMax = 3;

    public static WardLookup Find(ImmutableArray<WardFacts> wards, ImmutableArray<string> codesOrNames)
    {
        var found = ImmutableArray.CreateBuilder<WardFacts>();
        var unknown = ImmutableArray.CreateBuilder<UnknownWardWord>();
        foreach (var word in codesOrNames.Distinct())
        {
            // A code names one ward; a name may stand for several, and then all of them are meant.
            var named = wards.Where(ward => ward.Code.Value == word).ToArray();
            named = named.Length > 0 ? named : [.. wards.Where(ward => string.Equals(ward.Name, word, StringComparison.OrdinalIgnoreCase))];
            found.AddRange(named.Where(ward => !found.Contains(ward)));
            if (named.Length == 0)
            {
                unknown.Add(new UnknownWardWord(word, Nearest(wards, word)));
            }
        }

        return new WardLookup(found.ToImmutable(), unknown.ToImmutable());
    }

    private static ImmutableArray<WardCode> Nearest(ImmutableArray<WardFacts> wards, string word)
    {
        var lower = word.ToLowerInvariant();
        return
        [
            .. wards
                .Select(ward => (ward.Code, Changes: Math.Min(
                    EditDistance.Between(lower, ward.Code.Value.ToLowerInvariant()),
                    EditDistance.Between(lower, ward.Name.ToLowerInvariant()))))
                .Where(near => near.Changes <= Math.Max(2, word.Length / 3))
                .OrderBy(near => near.Changes).ThenBy(near => near.Code)
                .Take(SuggestionsMax).Select(near => near.Code),
        ];
    }
}
