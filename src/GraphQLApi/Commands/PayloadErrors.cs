using System.Collections;
using System.Reflection;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Commands;

/// <summary>
/// The errors of a mutation's payload, whichever union they are of: every payload has a list <c>Errors</c>, null exactly when all was done.
/// </summary>
/// <typeparam name="TPayload">The payload.</typeparam>
internal static class PayloadErrors<TPayload>
    where TPayload : class
{
    private static readonly PropertyInfo Errors = typeof(TPayload).GetProperty("Errors")
        ?? throw new InvalidOperationException($"{typeof(TPayload).Name} is no payload of a mutation: it has no Errors.");

    private static readonly Type Member = Errors.PropertyType.GetGenericArguments()[0];

    /// <summary>What the payload was refused for; empty if it was done.</summary>
    public static IReadOnlyList<UserError> Of(TPayload payload) =>
        [.. ((IEnumerable?)Errors.GetValue(payload) ?? Array.Empty<UserError>()).Cast<UserError>()];

    /// <summary>A payload that says nothing but why not. What the union does not hold is told as an invalid value.</summary>
    public static TPayload Refuse(IReadOnlyList<UserError> errors)
    {
        var members = Array.CreateInstance(Member, errors.Count);
        for (var i = 0; i < errors.Count; i++)
        {
            var member = Member.IsInstanceOfType(errors[i]) ? errors[i] : new InvalidValueError(errors[i].Message, errors[i].Path ?? []);
            members.SetValue(member, i);
        }

        var payload = Activator.CreateInstance<TPayload>();
        Errors.SetValue(payload, members);
        return payload;
    }
}
