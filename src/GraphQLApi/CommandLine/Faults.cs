using Networks.GraphQLApi.Stores;
using Networks.Silo.Storage;

namespace Networks.GraphQLApi.CommandLine;

/// <summary>What a person reads of a fault: one sentence. With NETWORKS_TRACE set, the whole of it, for whoever mends the
/// program.</summary>
internal static class Faults
{
    private const string TraceVariable = "NETWORKS_TRACE";

    public static int Code(Exception fault) => Known(fault) is null ? ExitCode.FaultsFound : ExitCode.BadInput;

    public static string Sentence(Exception fault)
    {
        var sentence = Known(fault)?.Message ?? $"This should not have happened: {fault.GetBaseException().Message} (set "
            + $"{TraceVariable}=1 to see where)";
        return Environment.GetEnvironmentVariable(TraceVariable) is { Length: > 0 } ? $"{sentence}\n{fault}" : sentence;
    }

    private static Exception? Known(Exception fault) => fault switch
    {
        BadInputException or StoreInUseException or UnauthorizedAccessException or IOException or InvalidDataException => fault,
        AggregateException { InnerException: { } inner } => Known(inner),
        _ => fault.InnerException is { } inner ? Known(inner) : null,
    };
}
