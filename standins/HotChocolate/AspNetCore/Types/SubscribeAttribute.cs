namespace HotChocolate.Types;

/// <summary>
/// The method answers each event of a subscription; the events come from the method of the same class that <see cref="With"/> names.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    public SubscribeAttribute()
    {
    }

    /// <summary>The method that opens the stream of events; it may take the field's arguments by their names.</summary>
    public string? With { get; set; }
}
