using Microsoft.Extensions.Logging;
using Networks.Domain.Commands;
using Networks.Domain.Wards;
using Networks.Grains.Wards;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.Commands;

/// <summary>What the records of residents, volunteers and groups do alike: recognise a retry, write once, tell the wards.</summary>
internal sealed class EntityRecord<TState>(IPersistentState<TState> storage, IGrainBase grain, IGrainFactory grains, ILogger logger)
    where TState : class, IEntityState<TState>, new()
{
    private readonly DurableState<TState> _row = new(storage, grain);
    private readonly WardNews _wards = new(grains, logger);

    /// <summary>The last durable row; null if nobody is registered under this key.</summary>
    public TState? Current => _row.Current;

    /// <summary>The row's version, 0 without a row.</summary>
    public int Version => _row.Version;

    /// <summary>The row to build the next one from.</summary>
    public TState OrNew => _row.Current ?? new TState();

    /// <summary>True while some ward has not heard of the last change.</summary>
    public bool IsGraphPending => _wards.IsPending;

    /// <summary>Takes what the store gave on activation.</summary>
    public void Load() => _row.Load();

    /// <summary>
    /// The last durable row, for a reader. An activation that finds nobody is not kept: import inserts rows past the grains, and nobody may
    /// go on remembering that a place was empty.
    /// </summary>
    public TState? Read()
    {
        if (_row.Current is null)
        {
            grain.DeactivateOnIdle();
        }

        return _row.Current;
    }

    /// <summary>Refuses; as with reading, an activation that finds nobody is not kept.</summary>
    public CommandRefused Refuse(Refusal refusal)
    {
        Read();
        return new CommandRefused(refusal);
    }

    /// <summary>
    /// The answer that needs no decision: to a command done before, to an id used for another, to an outdated reader. Null else.
    /// </summary>
    public CommandAnswer? Answered(Asked asked) => _row.Current?.Answers.Find(asked.Command) switch
    {
        { } known when known.Digest == asked.Digest => Done(known.Number),
        not null => new CommandRefused(new CommandIdReused(asked.Command)),
        null when asked.ExpectedVersion is { } expected && _row.Current is not null && expected != _row.Version =>
            new CommandRefused(new VersionConflict(_row.Version)),
        null => null,
    };

    /// <summary>A ward that is new to the record must be one of the area's; null if it is, or if nothing moved.</summary>
    public async Task<UnknownWard?> Unknown(WardCode ward)
    {
        if (_row.Current?.Ward == ward)
        {
            return null;
        }

        var lookup = await grains.WardRegister().Find([ward.Value]);
        return lookup.Found.Any(known => known.Code == ward)
            ? null
            : new UnknownWard(ward) { DidYouMean = [.. lookup.Unknown.SelectMany(word => word.DidYouMean)] };
    }

    /// <summary>Keeps a decided command together with its answer, then tells the wards.</summary>
    public async Task<CommandAnswer> Keep(TState next, Asked asked, int? number, DateOnly today)
    {
        var answer = new StoredAnswer { Command = asked.Command, Digest = asked.Digest, On = today, Number = number };
        await Keep(next.WithAnswers(next.Answers.Remember(answer)));
        return Done(number);
    }

    /// <summary>Keeps a change that needs no stored answer, because the change itself recognises its retry; then tells the wards.</summary>
    public async Task Keep(TState next)
    {
        var before = _row.Current;
        await _row.Write(next);
        await _wards.Tell(before, next, _row.Version);
    }

    /// <summary>Tells the wards that have not heard.</summary>
    public Task TellAgain() => _wards.TellAgain();

    /// <summary>Done, as things stand now.</summary>
    public CommandDone Done(int? number) => new(_row.Version, number, _wards.IsPending);
}
