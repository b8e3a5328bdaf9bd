using Networks.Domain.Commands;
using Networks.Domain.Organisations;

namespace Networks.Grains.Commands;

/// <summary>
/// Every command id used within the last days, by the organisation that used it: the durable memory by which one id never stands for two
/// inputs, whichever records they are about. A true port: SQLite and PostgreSQL each have one. Whether a command that was begun took
/// effect, the record it changed knows; what was refused stands here, because it left no mark anywhere else.
/// </summary>
public interface ICommandLog
{
    /// <summary>
    /// Notes a command unless its id is noted already, and answers what was noted first. Of two who note one id at one moment one is
    /// first. A note older than <see cref="StoredAnswer.DaysKept"/> days is as good as none. The note is durable no later than anything
    /// written to the store after this; <see cref="Settle"/> waits for it alone.
    /// </summary>
    Task<NotedCommand> Note(CommandKey key, string digest, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Completes when what stands under the id is durable. Nobody may be answered before it is.</summary>
    Task Settle(CommandKey key, CancellationToken cancellationToken);

    /// <summary>Keeps, durably, what a noted command was answered with, unless an answer stands there already.</summary>
    Task Keep(CommandKey key, string answer, CancellationToken cancellationToken);

    /// <summary>Removes the notes made before <paramref name="instant"/> and answers how many there were.</summary>
    Task<int> Forget(DateTimeOffset instant, CancellationToken cancellationToken);
}

/// <summary>Whose command it is, and its id.</summary>
/// <param name="Organisation">The organisation that gave the id; null = the store's own people.</param>
/// <param name="Command">The id.</param>
public readonly record struct CommandKey(OrganisationId? Organisation, CommandId Command);

/// <summary>What stands under a command's id.</summary>
/// <param name="Digest">What the command said that was noted first.</param>
/// <param name="Answer">What it was answered with, as its API writes it; null if it was done, or was cut off before its answer.</param>
/// <param name="IsNew">True if this call noted it.</param>
public sealed record NotedCommand(string Digest, string? Answer, bool IsNew);
