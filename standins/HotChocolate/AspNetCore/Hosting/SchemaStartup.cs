using HotChocolate.Execution;
using Microsoft.Extensions.Hosting;

namespace HotChocolate.Hosting;

/// <summary>Builds a schema while the host starts, so that a fault in it stops the start instead of the first request.</summary>
internal sealed class SchemaStartup(
    IRequestExecutorResolver executors,
    string name,
    Func<IRequestExecutor, CancellationToken, Task>? warmup) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var executor = await executors.GetRequestExecutorAsync(name, cancellationToken);
        if (warmup is not null)
        {
            await warmup(executor, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
