namespace Orleans.Configuration;

public class SiloMessagingOptions : MessagingOptions
{
    public const int DEFAULT_MAX_ENQUEUED_REQUESTS_HARD_LIMIT = 0;

    /// <summary>How often a call is passed on because its activation went before its turn came.</summary>
    public int MaxForwardCount { get; set; } = 2;

    /// <summary>How many calls may wait for one activation before further ones are refused; 0 = no limit.</summary>
    public int MaxEnqueuedRequestsHardLimit { get; set; } = DEFAULT_MAX_ENQUEUED_REQUESTS_HARD_LIMIT;
}
