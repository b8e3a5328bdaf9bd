using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>ResolveAbstractType of section 6.4.3.</summary>
internal static class AbstractTypes
{
    public static ObjectModel Resolve(SchemaModel schema, NamedModel type, object value)
    {
        if (type is ObjectModel model)
        {
            return model;
        }

        var resolver = (type as InterfaceModel)?.ResolveType ?? (type as UnionModel)?.ResolveType;
        var resolved = resolver is null ? Guess(schema, type, value) : resolver(value);
        if (resolved is not null && schema.IsPossible(type, resolved))
        {
            return resolved;
        }

        throw new CoercionException(
            $"Unable to resolve the abstract type `{type.Name}`.",
            ErrorCodes.Execution.CannotResolveAbstractType);
    }

    private static ObjectModel? Guess(SchemaModel schema, NamedModel type, object value)
    {
        foreach (var candidate in schema.PossibleTypesOf(type))
        {
            if (candidate.IsTypeOf is { } isTypeOf && isTypeOf(value))
            {
                return candidate;
            }
        }

        return null;
    }
}
