using System.Text;
using HotChocolate.Language;

namespace HotChocolate.Model;

/// <summary>The schema definition language of a schema: root types first, then each kind alphabetically.</summary>
internal sealed class SdlWriter
{
    private readonly StringBuilder _text = new();

    public static string Write(SchemaModel schema)
    {
        var writer = new SdlWriter();
        writer.SchemaDefinition(schema);
        var types = schema.Types.Values
            .Where(type => !BuiltInScalars.IsSpecified(type) && !type.Name.StartsWith("__", StringComparison.Ordinal))
            .OrderBy(Rank)
            .ThenBy(type => type.Name, StringComparer.Ordinal);
        foreach (var type in types)
        {
            writer.Separate();
            writer.Type(type);
        }

        var own = schema.Directives.Values.Where(directive => !SpecifiedDirectives.All.Contains(directive));
        foreach (var directive in own.OrderBy(directive => directive.Name, StringComparer.Ordinal))
        {
            writer.Separate();
            writer.Directive(directive);
        }

        return writer._text.ToString();
    }

    private static int Rank(NamedModel type) => type switch
    {
        ObjectModel => 0,
        InterfaceModel => 1,
        UnionModel => 2,
        InputObjectModel => 3,
        EnumModel => 4,
        _ => 5
    };

    private void Separate()
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }
    }

    private void SchemaDefinition(SchemaModel schema)
    {
        Description(schema.Description, "");
        _text.Append("schema {\n  query: ").Append(schema.Query.Name).Append('\n');
        if (schema.Mutation is not null)
        {
            _text.Append("  mutation: ").Append(schema.Mutation.Name).Append('\n');
        }

        if (schema.Subscription is not null)
        {
            _text.Append("  subscription: ").Append(schema.Subscription.Name).Append('\n');
        }

        _text.Append("}\n");
    }

    private void Type(NamedModel type)
    {
        Description(type.Description, "");
        switch (type)
        {
            case ScalarModel scalar:
                _text.Append("scalar ").Append(scalar.Name);
                Applied(scalar.AppliedDirectives);
                _text.Append(scalar.SpecifiedByUrl is null ? "" : $" @specifiedBy(url: {Literal(scalar.SpecifiedByUrl)})").Append('\n');
                break;
            case ComplexModel complex:
                Complex(complex);
                break;
            case UnionModel union:
                _text.Append("union ").Append(union.Name);
                Applied(union.AppliedDirectives);
                _text.Append(" = ").AppendJoin(" | ", union.Members).Append('\n');
                break;
            case EnumModel model:
                Enum(model);
                break;
            case InputObjectModel input:
                _text.Append("input ").Append(input.Name);
                Applied(input.AppliedDirectives);
                _text.Append(" {\n");
                foreach (var field in input.Fields)
                {
                    Description(field.Description, "  ");
                    _text.Append("  ");
                    InputValue(field);
                    _text.Append('\n');
                }

                _text.Append("}\n");
                break;
        }
    }

    private void Complex(ComplexModel type)
    {
        _text.Append(type is ObjectModel ? "type " : "interface ").Append(type.Name);
        if (type.Interfaces.Count > 0)
        {
            _text.Append(" implements ").AppendJoin(" & ", type.Interfaces);
        }

        Applied(type.AppliedDirectives);
        _text.Append(" {\n");
        foreach (var field in type.Fields)
        {
            Description(field.Description, "  ");
            _text.Append("  ").Append(field.Name);
            Arguments(field.Arguments, "  ");
            _text.Append(": ").Append(field.Type);
            Applied(field.AppliedDirectives);
            Deprecated(field.DeprecationReason);
            _text.Append('\n');
        }

        _text.Append("}\n");
    }

    private void Enum(EnumModel type)
    {
        _text.Append("enum ").Append(type.Name);
        Applied(type.AppliedDirectives);
        _text.Append(" {\n");
        foreach (var value in type.Values)
        {
            Description(value.Description, "  ");
            _text.Append("  ").Append(value.Name);
            Deprecated(value.DeprecationReason);
            _text.Append('\n');
        }

        _text.Append("}\n");
    }

    private void Directive(DirectiveModel directive)
    {
        Description(directive.Description, "");
        _text.Append("directive @").Append(directive.Name);
        Arguments(directive.Arguments, "");
        _text.Append(directive.IsRepeatable ? " repeatable on " : " on ").AppendJoin(" | ", directive.Locations).Append('\n');
    }

    private void Arguments(List<InputValueModel> arguments, string indent)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        var described = arguments.Any(argument => argument.Description is not null);
        _text.Append('(');
        for (var i = 0; i < arguments.Count; i++)
        {
            if (described)
            {
                _text.Append('\n');
                Description(arguments[i].Description, indent + "  ");
                _text.Append(indent).Append("  ");
            }
            else
            {
                _text.Append(i == 0 ? "" : ", ");
            }

            InputValue(arguments[i]);
        }

        _text.Append(described ? $"\n{indent})" : ")");
    }

    private void InputValue(InputValueModel value)
    {
        _text.Append(value.Name).Append(": ").Append(value.Type);
        if (value.DefaultValue is not null)
        {
            _text.Append(" = ").Append(SyntaxPrinter.Print(value.DefaultValue));
        }

        Applied(value.AppliedDirectives);
        Deprecated(value.DeprecationReason);
    }

    private void Applied(List<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            _text.Append(' ').Append(SyntaxPrinter.Print(directive));
        }
    }

    private void Deprecated(string? reason)
    {
        if (reason is not null)
        {
            _text.Append(reason == "No longer supported" ? " @deprecated" : $" @deprecated(reason: {Literal(reason)})");
        }
    }

    private static string Literal(string text) => SyntaxPrinter.Print(new StringValueNode(text));

    private void Description(string? text, string indent)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var plain = text.Contains('\n') || text.Contains('"') || text.Contains('\\');
        if (!plain)
        {
            _text.Append(indent).Append('"').Append(text).Append("\"\n");
            return;
        }

        _text.Append(indent).Append("\"\"\"\n");
        foreach (var line in text.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal).Split('\n'))
        {
            _text.Append(line.Length == 0 ? "" : indent).Append(line).Append('\n');
        }

        _text.Append(indent).Append("\"\"\"\n");
    }
}
