namespace Orleans;

/// <summary>The grain factory of a process that calls grains from outside.</summary>
public interface IClusterClient : IGrainFactory
{
    IServiceProvider ServiceProvider { get; }
}
