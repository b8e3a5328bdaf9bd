namespace Orleans.Runtime;

/// <summary>Gives constructor-injected parts the activation they are part of.</summary>
public interface IGrainContextAccessor
{
    IGrainContext GrainContext { get; }
}
