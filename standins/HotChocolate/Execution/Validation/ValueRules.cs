using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Validation;

/// <summary>5.4 arguments and 5.6 values. Variables are handed on to who notes them.</summary>
internal sealed class ValueRules(ValidationContext context, Action<VariableNode, SchemaType?, bool> noteVariable)
{
    /// <summary>Checks given arguments against those defined; the owner is said in messages.</summary>
    public void CheckArguments(
        SyntaxNode node,
        IReadOnlyList<ArgumentNode> given,
        List<InputValueModel> defined,
        (string Kind, string Name, string FullName) owner)
    {
        for (var i = 0; i < given.Count; i++)
        {
            var argument = given[i];
            if (IndexOf(given, argument.Name) != i)
            {
                context.Report("sec-Argument-Uniqueness", $"There can be only one argument named \"{argument.Name}\".", argument);
            }

            var definition = defined.Find(candidate => candidate.Name == argument.Name);
            if (definition is null)
            {
                var subject = owner.Kind == "Field" ? $"field \"{owner.FullName}\"" : $"directive \"@{owner.Name}\"";
                context.Report("sec-Argument-Names", $"Unknown argument \"{argument.Name}\" on {subject}.", argument);
            }

            Check(argument.Value, definition?.Type, definition?.DefaultValue is not null);
        }

        foreach (var definition in defined)
        {
            if (definition.IsRequired && IndexOf(given, definition.Name) < 0)
            {
                var subject = owner.Kind == "Field" ? $"Field \"{owner.Name}\"" : $"Directive \"@{owner.Name}\"";
                context.Report(
                    "sec-Required-Arguments",
                    $"{subject} argument \"{definition.Name}\" of type \"{definition.Type}\" is required, but it was not provided.",
                    node);
            }
        }
    }

    /// <summary>Arguments of something unknown: only their variables count.</summary>
    public void CheckUnknown(IReadOnlyList<ArgumentNode> arguments)
    {
        foreach (var argument in arguments)
        {
            Check(argument.Value, null, false);
        }
    }

    public void Check(ValueNode value, SchemaType? type, bool hasDefault)
    {
        switch (value)
        {
            case VariableNode variable:
                noteVariable(variable, type, hasDefault);
                break;
            case NullValueNode:
                if (type is NonNullType)
                {
                    Report(value, $"Expected value of type \"{type}\", found null.");
                }

                break;
            case ListValueNode list when type?.Nullable is ListType listType:
                CheckItems(list, listType.Element);
                break;
            case ListValueNode list when type is null:
                CheckItems(list, null);
                break;
            case ObjectValueNode fields when type is null:
                CheckUnknownFields(fields);
                break;
            default:
                if (type is not null)
                {
                    CheckNamed(value, type);
                }

                break;
        }
    }

    private void CheckItems(ListValueNode list, SchemaType? element)
    {
        foreach (var item in list.Items)
        {
            Check(item, element, false);
        }
    }

    private void CheckUnknownFields(ObjectValueNode literal)
    {
        foreach (var field in literal.Fields)
        {
            Check(field.Value, null, false);
        }
    }

    /// <summary>A value where a single one stands; a list type takes it as its only item.</summary>
    private void CheckNamed(ValueNode value, SchemaType type)
    {
        var inner = type.Nullable;
        while (inner is ListType list)
        {
            inner = list.Element.Nullable;
        }

        switch (inner)
        {
            case InputObjectModel input:
                if (value is ObjectValueNode literal)
                {
                    CheckFields(literal, input);
                }
                else
                {
                    Report(value, $"Expected value of type \"{input}\", found {Print(value)}.");
                    CheckIfComposite(value);
                }

                break;
            case EnumModel model:
                CheckEnum(value, model);
                break;
            case ScalarModel scalar:
                CheckScalar(value, scalar);
                break;
        }
    }

    private void CheckIfComposite(ValueNode value)
    {
        if (value is ListValueNode list)
        {
            CheckItems(list, null);
        }
        else if (value is ObjectValueNode literal)
        {
            CheckUnknownFields(literal);
        }
    }

    private void CheckFields(ObjectValueNode literal, InputObjectModel input)
    {
        var seen = new HashSet<string>();
        foreach (var field in literal.Fields)
        {
            if (!seen.Add(field.Name))
            {
                context.Report("sec-Input-Object-Field-Uniqueness", $"There can be only one input field named \"{field.Name}\".", field);
            }

            var definition = input.Fields.Find(candidate => candidate.Name == field.Name);
            if (definition is null)
            {
                context.Report(
                    "sec-Input-Object-Field-Names",
                    $"Field \"{field.Name}\" is not defined by type \"{input.Name}\".",
                    field);
            }

            Check(field.Value, definition?.Type, definition?.DefaultValue is not null);
        }

        foreach (var definition in input.Fields)
        {
            if (definition.IsRequired && !seen.Contains(definition.Name))
            {
                context.Report(
                    "sec-Input-Object-Required-Fields",
                    $"Field \"{input.Name}.{definition.Name}\" of required type \"{definition.Type}\" was not provided.",
                    literal);
            }
        }
    }

    private void CheckEnum(ValueNode value, EnumModel model)
    {
        if (value is not EnumValueNode literal)
        {
            Report(value, $"Enum \"{model.Name}\" cannot represent non-enum value: {Print(value)}.");
            CheckIfComposite(value);
        }
        else if (!model.Values.Exists(candidate => candidate.Name == literal.Name))
        {
            Report(value, $"Value \"{literal.Name}\" does not exist in \"{model.Name}\" enum.");
        }
    }

    private void CheckScalar(ValueNode value, ScalarModel scalar)
    {
        try
        {
            scalar.ParseLiteral(value);
        }
        catch (CoercionException fault)
        {
            Report(value, fault.Message);
            CheckIfComposite(value);
        }
    }

    private void Report(ValueNode value, string message) => context.Report("sec-Values-of-Correct-Type", message, value);

    private static string Print(ValueNode value) => ValueText.Shorten(SyntaxPrinter.Print(value));

    private static int IndexOf(IReadOnlyList<ArgumentNode> arguments, string name)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
