using HotChocolate;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Runtime;

namespace Networks.GraphQLApi.Errors;

/// <summary>
/// Turns faults into errors that say nothing of the inside: what went wrong stands in the log, under the number the answer carries.
/// </summary>
internal sealed partial class FaultFilter : IErrorFilter
{
    private const string ExecutionTimeoutCode = "HC0045";
    private const string SyntaxErrorCode = "HC0014";
    private const string UnreadableRequestCode = "HC0011";

    // Of a variable that was not given; of a field's value that is missing as well, which has a path and is no fault of the question.
    private const string MissingValueCode = "HC0018";
    private const string InvalidTypeCode = "HC0016";

    private ILogger _log = NullLogger.Instance;
    private int _faults;

    /// <summary>Where faults are written. Said once the host is built, for a schema's own services hold no logs in every engine.</summary>
    public void LogTo(ILogger log) => _log = log;

    public IError OnError(IError error) => error switch
    {
        { Exception: null, Code: ExecutionTimeoutCode } or { Exception: TimeoutException or OperationCanceledException } =>
            Plain(error, TopLevelCodes.TimedOut, "This took too long and was stopped. Ask for less, or try again in a moment."),
        { Exception: OrleansMessageRejectionException } =>
            Plain(error, TopLevelCodes.Unavailable, "Part of the system is starting or moving. Nothing is lost; try again in a moment."),
        { Exception: null, Code: null or SyntaxErrorCode or UnreadableRequestCode or InvalidTypeCode }
            or { Exception: null, Code: MissingValueCode, Path: null } => error.WithCode(TopLevelCodes.BadArgument),
        { Exception: null or GraphQLException } => error,
        { Exception: { } fault } => Hidden(error, fault)
    };

    private IError Hidden(IError error, Exception fault)
    {
        var number = Interlocked.Increment(ref _faults);
        LogFault(number, error.Path?.Print() ?? "", fault);
        return Plain(
            error,
            TopLevelCodes.Internal,
            $"Something went wrong here; nothing is wrong with the question. It is fault {number} in the log.");
    }

    private static IError Plain(IError error, string code, string sentence) =>
        error.WithException(null).WithMessage(sentence).WithCode(code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Fault {Number} while answering {Path}")]
    private partial void LogFault(int number, string path, Exception fault);
}
