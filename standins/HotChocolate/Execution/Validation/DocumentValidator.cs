using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Validation;

/// <summary>All rules of section 5 of the October 2021 specification.</summary>
internal static class DocumentValidator
{
    /// <summary>The errors of a document; none means it can be executed.</summary>
    public static IReadOnlyList<IError> Validate(
        SchemaModel schema,
        DocumentNode document,
        bool introspection = true,
        int errorsMax = int.MaxValue)
    {
        var context = new ValidationContext(schema, document, introspection, errorsMax);
        OperationRules.Run(context);

        // Every later rule follows fragments; it may do so only once none of them leads back to itself.
        var fragmentsEnd = FragmentRules.Run(context);
        var usages = new SelectionRules(context).Run();
        VariableRules.Run(context, usages);
        if (fragmentsEnd)
        {
            OperationRules.CheckSubscriptions(context);
            new OverlapRule(context).Run();
        }

        return context.Errors;
    }
}
