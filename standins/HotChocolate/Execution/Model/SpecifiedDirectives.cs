using HotChocolate.Language;

namespace HotChocolate.Model;

/// <summary>The directives every schema has.</summary>
internal static class SpecifiedDirectives
{
    public static DirectiveModel Skip { get; } =
        Conditional("skip", "Leaves the field or fragment out when `if` is true.", "Skipped when true.");

    public static DirectiveModel Include { get; } =
        Conditional("include", "Takes the field or fragment in only when `if` is true.", "Included when true.");

    public static DirectiveModel Deprecated { get; } =
        new("deprecated", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE")
        {
            Description = "Marks what is still answered but should no longer be used.",
            Arguments =
            {
                new("reason", BuiltInScalars.String)
                {
                    Description = "Why, and what to use instead; Markdown.",
                    DefaultValue = new StringValueNode("No longer supported")
                }
            }
        };

    public static DirectiveModel SpecifiedBy { get; } = new("specifiedBy", "SCALAR")
    {
        Description = "Names the specification of a custom scalar.",
        Arguments = { new("url", new NonNullType(BuiltInScalars.String)) { Description = "Where it is published." } }
    };

    public static IReadOnlyList<DirectiveModel> All { get; } = [Skip, Include, Deprecated, SpecifiedBy];

    private static DirectiveModel Conditional(string name, string description, string argument)
        => new(name, "FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT")
        {
            Description = description,
            Arguments = { new("if", new NonNullType(BuiltInScalars.Boolean)) { Description = argument } }
        };
}
