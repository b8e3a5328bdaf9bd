using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Networks.Grains.Commands;

namespace Networks.Silo.Storage;

/// <summary>Removes the ids of commands that nobody will retry any more: once when the host starts, then once a day.</summary>
internal sealed partial class CommandForgetting(ICommandLog log, TimeProvider time, ILogger<CommandForgetting> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var days = new PeriodicTimer(Between, time);
        do
        {
            try
            {
                var forgotten = await log.Forget(time.GetUtcNow().AddDays(-StoredAnswer.DaysKept), stoppingToken);
                LogForgotten(forgotten);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(fault);
            }
        }
        while (await days.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Count} command ids forgotten")]
    private partial void LogForgotten(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old command ids could not be removed; the next pass tries again")]
    private partial void LogFault(Exception fault);
}
