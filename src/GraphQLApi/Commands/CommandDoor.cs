using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Networks.Domain.Commands;
using Networks.Grains.Commands;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Commands;

/// <summary>
/// The one way by which every mutation comes in. It notes the command's id and what it says before anything is done, so that the same id
/// with the same input is answered as before and with another input is refused, whichever record the second is about. Ids are the
/// caller's organisation's own. Decision 14 says what survives what, decision 20 why the note itself is not waited for.
/// </summary>
public sealed class CommandDoor(ICommandLog log, Caller caller, TimeProvider time)
{
    private readonly ConcurrentDictionary<CommandKey, TaskCompletionSource> _running = new();

    /// <summary>
    /// Does <paramref name="work"/> once for all times its input comes in. The work must itself recognise a command it has done before, as
    /// every record does that keeps its answers; a refusal is kept here, and a retry is given the same one.
    /// </summary>
    /// <param name="input">The mutation's whole input.</param>
    /// <param name="commandId">The input's own command id.</param>
    /// <param name="work">Does it and answers the payload.</param>
    /// <param name="cancellationToken">Ends the waiting; what was begun is finished or can be asked for again.</param>
    /// <param name="mutation">The mutation's name; left out, the caller's.</param>
    public Task<TPayload> DoAsync<TPayload>(
        object input,
        string commandId,
        Func<Task<TPayload>> work,
        CancellationToken cancellationToken,
        [CallerMemberName] string mutation = "")
        where TPayload : class => DoAsync(input, commandId, work, null, cancellationToken, mutation);

    /// <summary>The same for an input that says itself which command it is.</summary>
    public Task<TPayload> DoAsync<TPayload>(
        CommandInput input, Func<Task<TPayload>> work, CancellationToken cancellationToken, [CallerMemberName] string mutation = "")
        where TPayload : class => DoAsync(input, input.CommandId, work, null, cancellationToken, mutation);

    /// <summary>
    /// The same for work that keeps no answers: once it is done that is kept here, and from then on <paramref name="show"/> answers, which
    /// only reads.
    /// </summary>
    public async Task<TPayload> DoAsync<TPayload>(
        object input,
        string commandId,
        Func<Task<TPayload>> work,
        Func<Task<TPayload>>? show,
        CancellationToken cancellationToken,
        [CallerMemberName] string mutation = "")
        where TPayload : class
    {
        if (CommandIds.Fault(commandId) is { } fault)
        {
            return PayloadErrors<TPayload>.Refuse([fault]);
        }

        var key = new CommandKey(caller.Organisation, CommandIds.Of(commandId));
        var turn = await EnterAsync(key, cancellationToken);
        try
        {
            var digest = InputDigest.Of(mutation, input);
            var noted = await log.Note(key, digest, time.GetUtcNow(), cancellationToken);
            var payload = noted.Digest == digest
                ? await AnswerAsync(key, noted, work, show, cancellationToken)
                : PayloadErrors<TPayload>.Refuse([new CommandIdReusedError(new CommandIdReused(key.Command).Sentence)]);

            // Free when anything was written meanwhile; an answer for which nothing was written must not be forgotten by a crash either.
            await log.Settle(key, cancellationToken);
            return payload;
        }
        finally
        {
            _running.TryRemove(key, out _);
            turn.SetResult();
        }
    }

    private async Task<TPayload> AnswerAsync<TPayload>(
        CommandKey key, NotedCommand noted, Func<Task<TPayload>> work, Func<Task<TPayload>>? show, CancellationToken cancellationToken)
        where TPayload : class
    {
        var before = KeptAnswer.Read(noted.Answer);
        if (before is { Errors.Count: > 0 })
        {
            return PayloadErrors<TPayload>.Refuse(before.Errors);
        }

        if (before is not null && show is not null)
        {
            return await show();
        }

        var payload = await work();
        var errors = PayloadErrors<TPayload>.Of(payload);
        if (errors.Any(error => error is NotAllowed))
        {
            // That says something of the caller and nothing of the input: the same input from somebody who may is another matter.
            return payload;
        }

        if (errors.Count > 0 || show is not null)
        {
            // Nobody may hear of it before it is kept, and once it is decided nobody's impatience keeps it from being kept.
            await log.Keep(key, new KeptAnswer(errors).Write(), CancellationToken.None);
        }

        return payload;
    }

    /// <summary>One at a time for each id: of two retries at one moment the second finds what the first was answered.</summary>
    private async Task<TaskCompletionSource> EnterAsync(CommandKey key, CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (_running.GetOrAdd(key, mine) is var first && first != mine)
        {
            await first.Task.WaitAsync(cancellationToken);
        }

        return mine;
    }
}
