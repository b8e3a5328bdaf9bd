namespace HotChocolate.Execution.Options;

/// <summary>How requests are executed.</summary>
public class RequestExecutorOptions
{
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    public bool IncludeExceptionDetails { get; set; }
}
