using System.Collections.Concurrent;
using System.Reflection;
using System.Xml.Linq;

namespace HotChocolate.Inference;

/// <summary>Reads descriptions from the XML documentation file that the compiler writes beside an assembly.</summary>
internal static class XmlDocumentation
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Files = new();

    public static string? Summary(MemberInfo member) => Text(Find(member)?.Element("summary"));

    public static string? Parameter(ParameterInfo parameter) =>
        Text(Find(parameter.Member)?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == parameter.Name));

    private static XElement? Find(MemberInfo member)
    {
        var assembly = (member as Type ?? member.DeclaringType)?.Assembly;
        return assembly is null ? null : Files.GetOrAdd(assembly, Load).GetValueOrDefault(Id(member));
    }

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        if (assembly.IsDynamic || assembly.Location.Length == 0)
        {
            return [];
        }

        var file = System.IO.Path.ChangeExtension(assembly.Location, ".xml");
        return !File.Exists(file)
            ? []
            : XDocument.Load(file).Descendants("member")
                .Where(m => m.Attribute("name") is not null)
                .GroupBy(m => (string)m.Attribute("name")!, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    private static string Id(MemberInfo member) => member switch
    {
        Type type => "T:" + Name(type),
        MethodInfo method => "M:" + Name(method.DeclaringType!) + "." + method.Name + Parameters(method),
        PropertyInfo property => "P:" + Name(property.DeclaringType!) + "." + property.Name,
        FieldInfo field => "F:" + Name(field.DeclaringType!) + "." + field.Name,
        _ => ""
    };

    private static string Parameters(MethodInfo method)
    {
        var parameters = method.GetParameters();
        return parameters.Length == 0 ? "" : "(" + string.Join(",", parameters.Select(p => Name(p.ParameterType))) + ")";
    }

    private static string Name(Type type)
    {
        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (type.IsConstructedGenericType && type.DeclaringType is null)
        {
            var open = type.GetGenericTypeDefinition().FullName!;
            var arguments = string.Join(",", type.GetGenericArguments().Select(Name));
            return open[..open.IndexOf('`', StringComparison.Ordinal)] + "{" + arguments + "}";
        }

        return (type.FullName ?? type.Name).Replace('+', '.');
    }

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = string.Concat(element.Nodes().Select(Render));
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim());
        var trimmed = string.Join('\n', lines).Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }

    private static string Render(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see =>
            LastPart((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? see.Value),
        XElement { Name.LocalName: "paramref" or "typeparamref" } reference => (string?)reference.Attribute("name") ?? "",
        XElement { Name.LocalName: "para" } para => "\n" + string.Concat(para.Nodes().Select(Render)) + "\n",
        XElement other => string.Concat(other.Nodes().Select(Render)),
        _ => ""
    };

    private static string LastPart(string reference)
    {
        var open = reference.IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? reference : reference[..open];
        return name[(name.LastIndexOfAny(['.', ':']) + 1)..];
    }
}
