using Networks.Domain.Commands;
using Networks.Domain.Measures;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Commands;

/// <summary>What every command begins with.</summary>
internal static class CommandIds
{
    /// <summary>Null when the text can be a command's id.</summary>
    public static InvalidValueError? Fault(string commandId) => References.Fault(commandId) is { } fault
        ? new InvalidValueError($"commandId: {fault} Give every command an id of its own, such as a UUID.", ["commandId"])
        : null;

    public static CommandId Of(string commandId) => CommandId.Of(commandId);
}
