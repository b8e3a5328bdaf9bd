using System.Diagnostics;

namespace Orleans.Configuration;

/// <summary>How calls wait.</summary>
public abstract class MessagingOptions
{
    private TimeSpan _responseTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long a caller waits for an answer before it gets a <see cref="TimeoutException"/>.</summary>
    public TimeSpan ResponseTimeout
    {
        get => Debugger.IsAttached ? ResponseTimeoutWithDebugger : _responseTimeout;
        set => _responseTimeout = value;
    }

    public TimeSpan ResponseTimeoutWithDebugger { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Whether a call whose caller has given up is dropped instead of run.</summary>
    public bool DropExpiredMessages { get; set; } = true;

    /// <summary>Whether the callee's cancellation token is cancelled when the caller gives up.</summary>
    public bool CancelRequestOnTimeout { get; set; }
}

public class ClientMessagingOptions : MessagingOptions;
