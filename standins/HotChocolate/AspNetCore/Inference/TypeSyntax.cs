using HotChocolate.Model;

namespace HotChocolate.Inference;

/// <summary>Reads type syntax such as `[ID!]!` as written in [GraphQLType].</summary>
internal static class TypeSyntax
{
    public static SchemaType Read(string syntax, string owner, TypeCatalogue catalogue)
    {
        var text = syntax.Trim();
        if (text.EndsWith('!'))
        {
            return new NonNullType(Read(text[..^1], owner, catalogue));
        }

        if (text.StartsWith('[') && text.EndsWith(']'))
        {
            return new ListType(Read(text[1..^1], owner, catalogue));
        }

        return catalogue.FindByName(text)
            ?? throw new SchemaInferenceException($"{owner} names the type '{text}', which is not known here; register it first.");
    }
}
