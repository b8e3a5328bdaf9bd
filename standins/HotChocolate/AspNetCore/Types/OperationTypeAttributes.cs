namespace HotChocolate.Types;

/// <summary>The members of this class are fields of the query type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class QueryTypeAttribute : Attribute
{
    public QueryTypeAttribute()
    {
    }
}

/// <summary>The members of this class are fields of the mutation type; they run one after the other.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class MutationTypeAttribute : Attribute
{
    public MutationTypeAttribute()
    {
    }
}

/// <summary>The members of this class are fields of the subscription type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SubscriptionTypeAttribute : Attribute
{
    public SubscriptionTypeAttribute()
    {
    }
}
