using System.Reflection;
using HotChocolate.Model;
using HotChocolate.Types;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Inference;

/// <summary>The fields of a type: the members of its C# type, then those of the classes that extend it.</summary>
internal sealed class FieldInference(
    TypeReferences references,
    InputInference inputs,
    IReadOnlyList<Type> extensions,
    IServiceProvider services)
{
    private readonly IServiceProviderIsService? _known = services.GetService<IServiceProviderIsService>();

    public void Fill(ComplexModel model, Type? runtimeType)
    {
        var extending = extensions.Where(e => Extends(e, model, runtimeType)).ToArray();
        if (runtimeType is not null)
        {
            var left = extending.SelectMany(e => e.GetCustomAttributes<ExtendObjectTypeAttribute>())
                .SelectMany(a => a.IgnoreProperties ?? []).ToHashSet();
            Add(model, ClrTypes.Members(runtimeType, withStatic: false).Where(m => !left.Contains(m.Name)), runtimeType);
        }

        foreach (var extension in extending)
        {
            Add(model, ClrTypes.Members(extension, withStatic: true), runtimeType);
        }

        if (model.Fields.Count == 0)
        {
            throw new SchemaInferenceException($"The type {model.Name} has no fields. Add a member or a class that extends it.");
        }
    }

    private void Add(ComplexModel model, IEnumerable<MemberInfo> members, Type? runtimeType)
    {
        foreach (var member in members)
        {
            var field = Field(member, model, runtimeType);
            var known = model.Fields.FindIndex(f => f.Name == field.Name);
            if (known < 0)
            {
                model.Fields.Add(field);
            }
            else
            {
                model.Fields[known] = field;
            }
        }
    }

    private FieldModel Field(MemberInfo member, ComplexModel owner, Type? runtimeType)
    {
        var field = new FieldModel(Naming.OfMember(member), references.OfMember(member))
        {
            Description = Descriptions.Of(member),
            DeprecationReason = Descriptions.Deprecation(member)
        };
        if (member is PropertyInfo property)
        {
            field.PureResolver = Resolvers.Property(property);
            return field;
        }

        var method = (MethodInfo)member;
        var arguments = new List<ParameterInfo>();
        foreach (var parameter in method.GetParameters().Where(p => Parameters.IsArgument(p, _known)))
        {
            field.Arguments.Add(inputs.Argument(parameter));
            arguments.Add(parameter);
        }

        if (owner is ObjectModel)
        {
            field.Resolver = Resolvers.Method(method, arguments, runtimeType);
            field.Subscribe = method.GetCustomAttribute<SubscribeAttribute>() is { } subscribe
                ? EventSources.Of(method, subscribe, field, arguments)
                : null;
        }

        return field;
    }

    private static bool Extends(Type extension, ComplexModel model, Type? runtimeType)
    {
        var isRoot = runtimeType is null && model.Name switch
        {
            OperationTypeNames.Query => extension.IsDefined(typeof(QueryTypeAttribute)),
            OperationTypeNames.Mutation => extension.IsDefined(typeof(MutationTypeAttribute)),
            OperationTypeNames.Subscription => extension.IsDefined(typeof(SubscriptionTypeAttribute)),
            _ => false
        };
        if (isRoot)
        {
            return true;
        }

        return extension.GetCustomAttributes<ExtendObjectTypeAttribute>().Any(a =>
            a.Name == model.Name || runtimeType is not null && model is ObjectModel
                && a.ExtendsType?.IsAssignableFrom(runtimeType) == true);
    }
}
