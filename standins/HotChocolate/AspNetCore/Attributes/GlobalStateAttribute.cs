namespace HotChocolate;

/// <summary>Binds a resolver's parameter to a value kept with the request, by the parameter's name or by the key given.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class GlobalStateAttribute : Attribute
{
    public GlobalStateAttribute()
    {
    }

    public GlobalStateAttribute(string key) => Key = key;

    public string? Key { get; }
}
