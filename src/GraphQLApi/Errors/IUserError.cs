using HotChocolate.Types;

namespace Networks.GraphQLApi.Errors;

/// <summary>Why a command was not done: a value to be read and acted on, not a fault.</summary>
[InterfaceType("Error")]
public interface IUserError
{
    /// <summary>One sentence that says what is wrong and how to go on.</summary>
    string Message { get; }

    /// <summary>A stable code for programs.</summary>
    string Code { get; }

    /// <summary>Where in `input` the fault lies, such as ["available", "0"]; null when it is not about one field.</summary>
    IReadOnlyList<string>? Path { get; }
}
