namespace HotChocolate;

/// <summary>The parameter is the event that a subscription answers.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute
{
    public EventMessageAttribute()
    {
    }
}
