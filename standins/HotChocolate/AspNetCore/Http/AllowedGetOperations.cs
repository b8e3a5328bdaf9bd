namespace HotChocolate.AspNetCore;

/// <summary>The operations that GET may carry.</summary>
[Flags]
public enum AllowedGetOperations
{
    Query = 1,
    Mutation = 2,
    Subscription = 4,
    QueryAndMutation = Query | Mutation,
    All = Query | Mutation | Subscription
}
