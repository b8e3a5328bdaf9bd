namespace Orleans.Runtime;

/// <summary>Start and stop of the silo, stage by stage (<see cref="ServiceLifecycleStage"/>).</summary>
public interface ISiloLifecycle : ILifecycleObservable
{
    int HighestCompletedStage { get; }

    int LowestStoppedStage { get; }
}
