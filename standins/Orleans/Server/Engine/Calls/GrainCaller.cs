using Orleans.Configuration;

namespace Orleans.Runtime;

/// <summary>Sends calls on behalf of the silo or of a client: its filters, its timeout, one engine.</summary>
internal sealed class GrainCaller(Catalog catalog, IOutgoingGrainCallFilter[] filters, MessagingOptions options)
{
    /// <summary>The grains it calls; a client is turned to others when its silo is started anew.</summary>
    public Catalog Catalog { get; set; } = catalog;

    public Task<TResult> Send<TResult>(Invocation<TResult> call) => filters.Length == 0 ? Dispatch(call) : SendFiltered(call);

    /// <summary>Puts the call before its grain; what comes back completes when the grain has answered.</summary>
    public Task<TResult> Dispatch<TResult>(Invocation<TResult> call)
    {
        var cancellation = call.GetCancellationToken();
        cancellation.ThrowIfCancellationRequested();
        call.Context = RequestContext.Snapshot;
        call.Source = RuntimeContext.Current;
        var grains = Catalog;
        if (call.OneWay)
        {
            grains.Deliver(call);
            return Task.FromResult<TResult>(default!);
        }

        call.Pending = grains.Pending;
        grains.Pending.Add(call, call.Method.ResponseTimeout ?? options.ResponseTimeout);
        if (cancellation.CanBeCanceled)
        {
            call.ObserveCancellation(cancellation);
        }

        grains.Deliver(call);
        return call.Answer;
    }

    private async Task<TResult> SendFiltered<TResult>(Invocation<TResult> call)
    {
        var outgoing = new OutgoingCall<TResult>(call, this, filters);
        await outgoing.Invoke();
        return outgoing.Response!.GetResult<TResult>()!;
    }
}
