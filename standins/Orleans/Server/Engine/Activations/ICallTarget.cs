namespace Orleans.Runtime;

/// <summary>What a grain id leads to: one activation, a pool of stateless workers, or an observer.</summary>
internal interface ICallTarget
{
    /// <summary>False when it takes no more calls and the caller should look the id up again.</summary>
    bool TryAccept(Invocation call);
}
