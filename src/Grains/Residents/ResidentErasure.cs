using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Grains.Commands;
using Networks.Grains.Wards;
using Orleans;

namespace Networks.Grains.Residents;

/// <summary>
/// What is left to do once a resident's own row is erased: her contact card, everybody else's record that names her, and the rounds that
/// froze her facts. The row says so until nothing is; a crash at any point only means looking again.
/// </summary>
internal sealed class ResidentErasure(
    ResidentId id, EntityRecord<ResidentState> record, IGrainFactory grains, IEntityRows rows)
{
    private readonly ErasureScan _scan = new(rows);

    /// <summary>True when nothing is left to forget.</summary>
    public bool IsDone => record.Current?.Forgetting != true;

    /// <summary>Removes everything of hers from her own row, durably; the rest follows (<see cref="Run"/>).</summary>
    public Task Begin(Asked asked, DateOnly today) => record.Keep(record.Current!.Erased(today), asked, null, today);

    /// <summary>Forgets her wherever she is named; throws if somebody cannot be reached.</summary>
    public async Task Run()
    {
        if (IsDone)
        {
            return;
        }

        await grains.ContactCard(id).Forget();

        // Her ward has let go of her before this, so whoever names her from here on forgets her by herself. Looked at again after telling:
        // others name her as well.
        while (await TellAll(record.Current!.ErasedOn!.Value))
        {
        }

        if (await RoundsHaveForgotten())
        {
            await record.Keep(record.Current!.Forgotten());
        }
    }

    // A round removes her in its own time and is asked again: to wait for it here, while it may wait for her record, would be for ever.
    private async Task<bool> RoundsHaveForgotten()
    {
        var haveForgotten = true;
        foreach (var round in await grains.RoundRegister().Read())
        {
            haveForgotten &= await grains.MatchingRound(round).HasForgotten(id);
        }

        return haveForgotten;
    }

    /// <summary>True if somebody had something to forget.</summary>
    private async Task<bool> TellAll(DateOnly on)
    {
        var hasForgotten = false;
        foreach (var (kind, reference) in await _scan.Naming(id))
        {
            hasForgotten |= await Forget(kind, reference, on);
        }

        return hasForgotten;
    }

    private Task<bool> Forget(EntityKind kind, string reference, DateOnly on) => kind switch
    {
        EntityKind.Resident => grains.Resident(ResidentId.Of(reference)).Forget(id, on),
        EntityKind.Volunteer => grains.Volunteer(VolunteerId.Of(reference)).Forget(id),
        EntityKind.Group => grains.Group(GroupId.Of(reference)).Forget(id),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of record."),
    };
}
