namespace Orleans.Runtime;

/// <summary>Keys of the clocks that parts of the engine go by. Where none is registered for a part, it goes by the silo's.</summary>
public static class TimeProviderNames
{
    public const string Grains = "Orleans.Grains";

    public const string Messaging = "Orleans.Messaging";

    public const string SystemTimers = "Orleans.SystemTimers";

    public const string Membership = "Orleans.Membership";

    public const string ActivationManagement = "Orleans.ActivationManagement";

    public const string GrainDirectory = "Orleans.GrainDirectory";
}
