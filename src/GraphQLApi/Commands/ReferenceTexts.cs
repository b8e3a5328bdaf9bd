using Networks.Domain.Measures;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Commands;

/// <summary>References that a command gives to something new.</summary>
internal static class ReferenceTexts
{
    /// <summary>Null when the text can be a reference.</summary>
    public static InvalidValueError? Fault(string reference) =>
        References.Fault(reference) is { } fault ? new InvalidValueError($"reference: {fault}", ["reference"]) : null;
}
