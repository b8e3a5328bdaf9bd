using System.Collections;
using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>CoerceVariableValues of section 6.1.2: what a client sent beside the document becomes CLR values, or errors.</summary>
internal static class VariableCoercion
{
    public static CoercedVariables Coerce(
        SchemaModel schema,
        OperationDefinitionNode operation,
        IReadOnlyDictionary<string, object?>? given,
        List<IError> errors)
    {
        if (operation.Variables.Count == 0)
        {
            return CoercedVariables.None;
        }

        var result = new Dictionary<string, object?>(operation.Variables.Count);
        foreach (var variable in operation.Variables)
        {
            try
            {
                CoerceOne(variable, TypeOf(schema, variable.Type), given, result);
            }
            catch (CoercionException fault)
            {
                var code = fault.Code ?? ErrorCodes.Execution.InvalidType;
                errors.Add(Locate(ErrorBuilder.New().SetMessage(fault.Message).SetCode(code), variable));
            }
            catch (GraphQLException fault)
            {
                errors.AddRange(fault.Errors.Select(error => Locate(ErrorBuilder.FromError(error), variable)));
            }
        }

        return new CoercedVariables(result);
    }

    private static IError Locate(IErrorBuilder error, VariableDefinitionNode variable)
        => error.SetExtension("variable", variable.Name).AddLocation(variable.Location).Build();

    private static void CoerceOne(
        VariableDefinitionNode variable,
        SchemaType type,
        IReadOnlyDictionary<string, object?>? given,
        Dictionary<string, object?> result)
    {
        var path = new VariablePath(variable.Name);
        var value = default(object);
        var isGiven = given is not null && given.TryGetValue(variable.Name, out value);
        if (!isGiven)
        {
            if (variable.DefaultValue is not null
                && LiteralCoercion.TryCoerce(variable.DefaultValue, type, CoercedVariables.None, out var byDefault))
            {
                result.Add(variable.Name, byDefault);
            }
            else if (type is NonNullType)
            {
                throw new CoercionException(
                    $"Variable \"${variable.Name}\" of required type \"{type}\" was not provided.", ErrorCodes.Execution.NonNullViolation);
            }

            return;
        }

        var raw = RawValue.Of(value);
        if (raw is null && type is NonNullType)
        {
            throw new CoercionException($"Variable \"${variable.Name}\" of non-null type \"{type}\" must not be null.");
        }

        result.Add(variable.Name, Coerce(raw, type, path));
    }

    private static SchemaType TypeOf(SchemaModel schema, TypeNode type) => type switch
    {
        NamedTypeNode named => schema.Types[named.Name],
        ListTypeNode list => new ListType(TypeOf(schema, list.Element)),
        _ => new NonNullType(TypeOf(schema, ((NonNullTypeNode)type).Inner))
    };

    private static object? Coerce(object? given, SchemaType type, VariablePath path)
    {
        var raw = RawValue.Of(given);
        if (type is NonNullType nonNull)
        {
            return Coerce(raw ?? throw path.Fault(raw, $"Expected non-nullable type \"{type}\" not to be null."), nonNull.Inner, path);
        }

        if (raw is null)
        {
            return null;
        }

        return type switch
        {
            ListType list => CoerceList(raw, list, path),
            InputObjectModel input => CoerceObject(raw, input, path),
            EnumModel model => CoerceEnum(raw, model, path),
            ScalarModel scalar => CoerceScalar(raw, scalar, path),
            _ => throw new InvalidOperationException($"{type} is no input type.")
        };
    }

    private static object?[] CoerceList(object raw, ListType list, VariablePath path)
    {
        if (raw is string or IReadOnlyDictionary<string, object?> || raw is not IEnumerable items)
        {
            return [Coerce(raw, list.Element, path)];
        }

        var result = new List<object?>();
        foreach (var item in items)
        {
            result.Add(Coerce(item, list.Element, path.Append(result.Count)));
        }

        return [.. result];
    }

    private static object? CoerceObject(object raw, InputObjectModel input, VariablePath path)
    {
        if (raw is not IReadOnlyDictionary<string, object?> given)
        {
            throw path.Fault(raw, $"Expected type \"{input.Name}\" to be an object.");
        }

        foreach (var (name, _) in given)
        {
            if (!Defines(input, name))
            {
                throw path.Fault(raw, $"Field \"{ValueText.Shorten(name)}\" is not defined by type \"{input.Name}\".");
            }
        }

        var values = new object?[input.Fields.Count];
        var isSet = new bool[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var field = input.Fields[i];
            isSet[i] = given.TryGetValue(field.Name, out var value);
            if (isSet[i])
            {
                values[i] = Coerce(value, field.Type, path.Append(field.Name));
            }
            else if (field.IsRequired)
            {
                throw path.Fault(raw, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
            }

            Finish(field, ref values[i], ref isSet[i], path);
        }

        return InputObjects.Create(input, values, isSet);
    }

    private static bool Defines(InputObjectModel input, string name)
    {
        foreach (var field in input.Fields)
        {
            if (field.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private static void Finish(InputValueModel field, ref object? value, ref bool isSet, VariablePath path)
    {
        try
        {
            InputObjects.Finish(field, ref value, ref isSet);
        }
        catch (CoercionException fault)
        {
            throw path.Append(field.Name).Fault(value, fault.Message);
        }
    }

    private static object CoerceEnum(object raw, EnumModel model, VariablePath path)
    {
        if (raw is not string name)
        {
            throw path.Fault(raw, $"Enum \"{model.Name}\" cannot represent non-string value: {ValueText.Of(raw)}.");
        }

        return model.FindByName(name)?.Value
            ?? throw path.Fault(raw, $"Value \"{ValueText.Shorten(name)}\" does not exist in \"{model.Name}\" enum.");
    }

    private static object? CoerceScalar(object raw, ScalarModel scalar, VariablePath path)
    {
        try
        {
            return scalar.ParseValue(raw);
        }
        catch (CoercionException fault)
        {
            throw path.Fault(raw, fault.Message);
        }
    }
}
