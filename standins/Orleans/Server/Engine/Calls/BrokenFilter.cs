using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>A filter that neither handed the call on nor answered it would leave the caller without an answer.</summary>
internal static class BrokenFilter
{
    public static void Refuse(Response? response, object filter)
    {
        if (response is null)
        {
            throw new InvalidOperationException(
                $"Call filter {filter.GetType().Name} neither called Invoke() on its context nor set a result.");
        }
    }
}
