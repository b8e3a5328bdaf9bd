using System.Globalization;
using System.Text;

namespace HotChocolate.Language;

/// <summary>Writes literals as the language writes them.</summary>
internal static class SyntaxPrinter
{
    public static string Print(ValueNode value) => Append(new StringBuilder(), value).ToString();

    public static string Print(DirectiveNode directive)
    {
        var text = new StringBuilder("@").Append(directive.Name);
        for (var i = 0; i < directive.Arguments.Count; i++)
        {
            text.Append(i == 0 ? "(" : ", ").Append(directive.Arguments[i].Name).Append(": ");
            Append(text, directive.Arguments[i].Value);
        }

        return text.Append(directive.Arguments.Count == 0 ? "" : ")").ToString();
    }

    private static StringBuilder Append(StringBuilder text, ValueNode value) => value switch
    {
        VariableNode variable => text.Append('$').Append(variable.Name),
        IntValueNode number => text.Append(number.Text),
        FloatValueNode number => text.Append(number.Text),
        StringValueNode literal => AppendString(text, literal.Value),
        BooleanValueNode flag => text.Append(flag.Value ? "true" : "false"),
        NullValueNode => text.Append("null"),
        EnumValueNode literal => text.Append(literal.Name),
        ListValueNode list => AppendList(text, list),
        ObjectValueNode fields => AppendObject(text, fields),
        _ => throw new NotSupportedException($"{value.GetType().Name} has no printed form.")
    };

    private static StringBuilder AppendList(StringBuilder text, ListValueNode list)
    {
        text.Append('[');
        for (var i = 0; i < list.Items.Count; i++)
        {
            Append(text.Append(i == 0 ? "" : ", "), list.Items[i]);
        }

        return text.Append(']');
    }

    private static StringBuilder AppendObject(StringBuilder text, ObjectValueNode literal)
    {
        text.Append('{');
        for (var i = 0; i < literal.Fields.Count; i++)
        {
            text.Append(i == 0 ? " " : ", ").Append(literal.Fields[i].Name).Append(": ");
            Append(text, literal.Fields[i].Value);
        }

        return text.Append(literal.Fields.Count == 0 ? "}" : " }");
    }

    private static StringBuilder AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' or '\u007f' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => text.Append(character)
            };
        }

        return text.Append('"');
    }
}
