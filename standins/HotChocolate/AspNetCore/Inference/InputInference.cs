using System.Reflection;
using HotChocolate.Model;

namespace HotChocolate.Inference;

/// <summary>Arguments and input objects: their types, their defaults and how their values become C# values.</summary>
internal sealed class InputInference(TypeReferences references)
{
    public InputValueModel Argument(ParameterInfo parameter) =>
        Value(
            Naming.OfParameter(parameter),
            Defaults.AsSaid(references.OfArgument(parameter), parameter),
            parameter,
            parameter.ParameterType,
            Defaults.Of(parameter),
            Descriptions.Of(parameter));

    public void Fill(InputObjectModel model, Type clr)
    {
        var properties = clr.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetMethod is { IsPublic: true } && !p.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .ToArray();
        var constructor = InputObjects.Constructor(clr);
        var bound = properties.Where(p => p.CanWrite || InputObjects.Parameter(constructor, p) is not null).ToArray();
        foreach (var property in bound)
        {
            model.Fields.Add(Value(
                Naming.OfMember(property),
                Defaults.AsSaid(references.OfInputField(property), property),
                property,
                property.PropertyType,
                Defaults.Of(property, constructor),
                Descriptions.Of(property)));
        }

        if (model.Fields.Count == 0)
        {
            throw new SchemaInferenceException($"The input type {model.Name} has no fields. Add a property that can be set.");
        }

        model.Create = InputObjects.Factory(clr, constructor, bound);
    }

    private static InputValueModel Value(
        string name,
        SchemaType type,
        ICustomAttributeProvider owner,
        Type clr,
        object? @default,
        string? description)
    {
        var target = ClrTypes.IsOptional(clr) ? clr.GetGenericArguments()[0] : clr;
        var convert = InputConversion.To(target);
        return new InputValueModel(name, type)
        {
            Description = description,
            DeprecationReason = Descriptions.Deprecation(owner),
            DefaultValue = @default is null ? null : Defaults.Literal(type, @default, name),
            Convert = convert
        };
    }
}
