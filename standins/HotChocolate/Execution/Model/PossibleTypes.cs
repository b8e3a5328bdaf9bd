using System.Collections.Frozen;

namespace HotChocolate.Model;

/// <summary>Which object types stand behind each composite type.</summary>
internal static class PossibleTypes
{
    public static FrozenDictionary<NamedModel, ObjectModel[]> Of(IEnumerable<NamedModel> types)
    {
        var result = new Dictionary<NamedModel, List<ObjectModel>>();
        foreach (var type in types)
        {
            switch (type)
            {
                case ObjectModel model:
                    result[model] = [model];
                    foreach (var implemented in model.Interfaces)
                    {
                        (result.TryGetValue(implemented, out var list) ? list : result[implemented] = []).Add(model);
                    }

                    break;
                case UnionModel union:
                    result[union] = [.. union.Members];
                    break;
            }
        }

        return result.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }
}
