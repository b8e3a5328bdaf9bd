namespace HotChocolate;

/// <summary>Binds a resolver's parameter to a service. A registered service is found without it as well.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute
{
    public ServiceAttribute()
    {
    }

    public ServiceAttribute(string key) => Key = key;

    public string? Key { get; }
}
