using Networks.Domain.Commands;
using Networks.Domain.Wards;
using Networks.Grains.Wards;
using Orleans;

namespace Networks.Grains.Commands;

/// <summary>What the records of residents, volunteers and groups do alike: recognise a retry, write once, tell the wards.</summary>
internal sealed class EntityRecord<TState>(DurableState<TState> row, WardNews wards, IGrainFactory grains)
    where TState : class, IEntityState<TState>, new()
{
    /// <summary>The row; null if nobody is registered under this key.</summary>
    public TState? Current => row.Current;

    /// <summary>The row's version, 0 without a row.</summary>
    public int Version => row.Version;

    /// <summary>The row to build the next one from.</summary>
    public TState OrNew => row.Current ?? new TState();

    /// <summary>True while some ward has not heard of the last change.</summary>
    public bool IsGraphPending => wards.IsPending;

    /// <summary>The answer that needs no decision: to a command done before, to an id used for another, to an outdated reader. Null else.</summary>
    public CommandAnswer? Answered(Asked asked) => row.Current?.Answers.Find(asked.Command) switch
    {
        { } known when known.Digest == asked.Digest => Done(known.Number),
        not null => new CommandRefused(new CommandIdReused(asked.Command)),
        null when asked.ExpectedVersion is { } expected && row.Current is not null && expected != row.Version =>
            new CommandRefused(new VersionConflict(row.Version)),
        null => null,
    };

    /// <summary>A ward that is new to the record must be one of the area's; null if it is, or if nothing moved.</summary>
    public async Task<UnknownWard?> Unknown(WardCode ward)
    {
        if (row.Current?.Ward == ward)
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
        var before = row.Current;
        await row.Write(next);
        await wards.Tell(before, next, row.Version);
    }

    /// <summary>Tells the wards that have not heard.</summary>
    public Task TellAgain() => wards.TellAgain();

    /// <summary>Done, as things stand now.</summary>
    public CommandDone Done(int? number) => new(row.Version, number, wards.IsPending);
}
