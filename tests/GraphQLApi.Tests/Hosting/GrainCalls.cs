using System.Collections.Concurrent;
using Orleans;

namespace Networks.GraphQLApi.Tests.Hosting;

/// <summary>Counts the calls that grains are sent, by method and grain.</summary>
internal sealed class GrainCalls : IIncomingGrainCallFilter
{
    private readonly ConcurrentQueue<string> _calls = new();

    public Task Invoke(IIncomingGrainCallContext context)
    {
        _calls.Enqueue($"{context.InterfaceMethod?.DeclaringType?.Name}.{context.MethodName} {context.TargetId}");
        return context.Invoke();
    }

    public void Forget() => _calls.Clear();

    /// <summary>The calls since they were last forgotten whose method is this one, each as method and grain.</summary>
    public IReadOnlyList<string> Of(string method) =>
        [.. _calls.Where(call => call.StartsWith(method + " ", StringComparison.Ordinal))];
}
