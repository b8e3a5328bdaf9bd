using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>Errors with the path and the locations of their field.</summary>
internal static class FieldErrors
{
    public static IError Locate(IError error, ResultNode owner, int slot)
    {
        var located = error.Path is null ? error.WithPath(owner.PathOf(slot)) : error;
        return located.Locations is null ? located.WithLocations(FieldOf(owner, slot).Locations) : located;
    }

    public static IError Create(ResultNode owner, int slot, string message, string? code = null, Exception? exception = null)
        => new Error
        {
            Message = message,
            Code = code,
            Path = owner.PathOf(slot),
            Locations = FieldOf(owner, slot).Locations,
            Extensions = code is null ? null : new Dictionary<string, object?> { ["code"] = code },
            Exception = exception
        };

    /// <summary>What an exception says to the client: its own errors, a coercion's sentence, or nothing of its inside.</summary>
    public static IEnumerable<IError> Of(Exception exception, ResultNode owner, int slot, bool withDetails)
    {
        switch (exception)
        {
            case GraphQLException fault:
                return fault.Errors.Select(error => Locate(error, owner, slot));
            case CoercionException fault:
                return [Create(owner, slot, fault.Message, fault.Code)];
            default:
                var error = Create(owner, slot, "Unexpected Execution Error", null, exception);
                return [withDetails ? Detailed(error, exception) : error];
        }
    }

    private static IError Detailed(IError error, Exception exception)
        => error.SetExtension("message", exception.Message).SetExtension("stackTrace", exception.StackTrace);

    private static CompiledField FieldOf(ResultNode owner, int slot)
    {
        var node = owner;
        var index = slot;
        while (node is ResultList)
        {
            index = node.Index;
            node = node.Parent!;
        }

        return ((ResultObject)node).SelectionSet.Fields[index];
    }
}
