namespace Orleans.Runtime;

/// <summary>An activation that can let calls of one chain back in while it awaits them.</summary>
internal interface ICallChainReentrantGrainContext
{
    void OnEnterReentrantSection(Guid reentrancyId);

    void OnExitReentrantSection(Guid reentrancyId);
}
