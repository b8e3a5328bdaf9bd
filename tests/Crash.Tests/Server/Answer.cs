using System.Text.Json;

namespace Networks.Crash.Tests.Server;

/// <summary>What became of a command as far as its sender can know.</summary>
internal abstract record Answer
{
    /// <summary>Done, and durable from this moment on.</summary>
    internal sealed record Done(JsonElement Payload) : Answer;

    /// <summary>Refused for a reason of its own; it changed nothing.</summary>
    internal sealed record Refused(string Code) : Answer;

    /// <summary>No answer came: it may have been done or not, and the same command must be sent again.</summary>
    internal sealed record Unknown(string Why) : Answer;
}
