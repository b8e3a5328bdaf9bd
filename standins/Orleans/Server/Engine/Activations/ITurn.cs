namespace Orleans.Runtime;

/// <summary>What begins on an activation when nothing else runs on it: a call, or its own coming and going.</summary>
internal interface ITurn
{
    /// <summary>Runs on the activation's scheduler, up to the first thing that is waited for.</summary>
    void Start();
}
