using System.Reflection;

namespace HotChocolate.Inference;

/// <summary>What a type, field, argument or enum value says of itself: the attribute first, then the XML documentation.</summary>
internal static class Descriptions
{
    public static string? Of(MemberInfo member) =>
        member.GetCustomAttribute<GraphQLDescriptionAttribute>(inherit: false)?.Description ?? XmlDocumentation.Summary(member);

    public static string? Of(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? XmlDocumentation.Parameter(parameter);

    public static string? Deprecation(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(GraphQLDeprecatedAttribute), inherit: true) is [GraphQLDeprecatedAttribute deprecated, ..]
            ? deprecated.DeprecationReason
            : null;
}
