namespace Networks.Crash.Tests;

/// <summary>A fact about signals, which Windows does not have.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no signals to end a process by." : null!;
}
