using System.Reflection;
using HotChocolate.Model;

namespace HotChocolate.Inference;

/// <summary>C# enums as GraphQL enums.</summary>
internal static class EnumInference
{
    public static EnumModel Of(Type clr)
    {
        var model = new EnumModel(Naming.OfType(clr)) { Description = Descriptions.Of(clr) };
        foreach (var field in clr.GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            if (field.IsDefined(typeof(GraphQLIgnoreAttribute)))
            {
                continue;
            }

            model.Values.Add(new EnumValueModel(Naming.OfEnumValue(field), field.GetValue(null)!)
            {
                Description = Descriptions.Of(field),
                DeprecationReason = Descriptions.Deprecation(field)
            });
        }

        return model;
    }
}
