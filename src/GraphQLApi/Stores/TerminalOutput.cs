using Spectre.Console;

namespace Networks.GraphQLApi.Stores;

/// <summary>Answers on standard output; notes, faults and a progress bar on standard error, the bar only where somebody can see it
/// move.</summary>
internal sealed class TerminalOutput(TextWriter answers, TextWriter notes, bool showsProgress) : IWorkOutput, IAsyncDisposable
{
    private readonly Dictionary<string, ProgressTask> stages = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ProgressContext? progress;
    private Task? showing;

    public void Line(string text)
    {
        EndProgress();
        answers.WriteLine(text);
    }

    public void Error(string text)
    {
        EndProgress();
        notes.WriteLine(text);
    }

    public void Progress(string stage, long done, long total)
    {
        if (!showsProgress || ended.Task.IsCompleted)
        {
            return;
        }

        if (showing is null)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(notes) });
            var started = new TaskCompletionSource<ProgressContext>(TaskCreationOptions.RunContinuationsAsynchronously);
            showing = console.Progress().AutoClear(true).StartAsync(async context =>
            {
                started.SetResult(context);
                await ended.Task;
            });
            progress = started.Task.GetAwaiter().GetResult();
        }

        if (!stages.TryGetValue(stage, out var task))
        {
            stages.Add(stage, task = progress!.AddTask(Markup.Escape(stage)));
        }

        task.IsIndeterminate = total == 0;
        task.MaxValue = Math.Max(1, total);
        task.Value = done;
    }

    public async ValueTask DisposeAsync()
    {
        ended.TrySetResult();
        await (showing ?? Task.CompletedTask);
    }

    // The bar is wiped before a line is written, or both would share one line of the terminal.
    private void EndProgress()
    {
        if (showing is not null && ended.TrySetResult())
        {
            showing.GetAwaiter().GetResult();
        }
    }
}
