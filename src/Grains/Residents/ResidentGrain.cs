using Microsoft.Extensions.Logging;
using Networks.Domain.Commands;
using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Networks.Grains.Wards;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.Residents;

internal sealed class ResidentGrain : Grain, IResidentGrain
{
    private static readonly TimeSpan SettleAgainAfter = TimeSpan.FromSeconds(10);

    private readonly EntityRecord<ResidentState> _record;
    private readonly ResidentErrands _errands;
    private readonly ResidentErasure _erasure;
    private readonly IGrainFactory _grains;
    private readonly WardBoard _board;
    private readonly AwakeResidents _awake;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private IGrainTimer? _settling;
    private volatile bool _isCounted;
    private volatile bool _isAskedAgain;
    private volatile bool _isAtWork;
    private volatile bool _isGone;

    public ResidentGrain(
        [PersistentState(StateNames.Resident, StateNames.Provider)] IPersistentState<ResidentState> storage,
        IGrainFactory grains,
        IEntityRows rows,
        WardBoard board,
        AwakeResidents awake,
        TimeProvider time,
        ILogger<ResidentGrain> logger)
    {
        Id = ResidentId.Of(EntityKeys.Reference(this.GetPrimaryKeyString()));
        _record = new EntityRecord<ResidentState>(storage, this, grains, logger);
        _errands = new ResidentErrands(Id, _record, grains, time);
        _erasure = new ResidentErasure(Id, _record, grains, rows);
        (_grains, _board, _awake, _time, _logger) = (grains, board, awake, time, logger);
    }

    private ResidentId Id { get; }

    private ResidentReading? Reading =>
        _record.Read()?.Resident is { } resident ? new ResidentReading(resident, _record.Version) : null;

    private bool IsSettled => _errands.AreDone && _erasure.IsDone && !_record.IsGraphPending;

    /// <summary>True once this activation has ended or is about to; from any thread.</summary>
    internal bool IsGone => _isGone;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _record.Load();
        if (!IsSettled)
        {
            SettleAfter(TimeSpan.Zero);
        }

        return Task.CompletedTask;
    }

    public Task<ResidentReading?> Read(CancellationToken cancellationToken)
    {
        Count();
        return Task.FromResult(Reading);
    }

    public async Task<CommandAnswer> Do(ResidentCommand command, CancellationToken cancellationToken)
    {
        _isAtWork = true;
        try
        {
            return await Decide(command);
        }
        finally
        {
            (_isAtWork, _isAskedAgain) = (false, true);
        }
    }

    public async Task<ResidentAnswer> DoAndRead(ResidentCommand command, CancellationToken cancellationToken)
    {
        var answer = await Do(command, cancellationToken);
        return new ResidentAnswer(answer, answer is CommandDone ? Reading : null);
    }

    public async Task<bool> Forget(ResidentId erased, DateOnly on, CancellationToken cancellationToken)
    {
        if (_record.Read() is not { Resident: { } resident } present
            || ErasureRules.Forget(resident, erased, on) is not { IsChange: true, Next: { } next })
        {
            return false;
        }

        await _record.Keep(present.With(next));
        return true;
    }

    public async Task<bool> Settle(CancellationToken cancellationToken)
    {
        if (IsSettled)
        {
            return true;
        }

        try
        {
            await _record.TellAgain();
            await _errands.Run();
            await (_record.IsGraphPending ? Task.CompletedTask : _erasure.Run());
        }
        catch (Exception fault)
        {
            _logger.LogWarning(fault, "Resident {Resident} could not yet settle with the records of others.", Id);
        }

        SettleAfter(SettleAgainAfter);
        return IsSettled;
    }

    public Task Sleep()
    {
        if (!IsSettled)
        {
            _isCounted = false;
        }
        else if (IsWanted())
        {
            _awake.Woke(this);
        }
        else
        {
            _isGone = true;
            DeactivateOnIdle();
        }

        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _isGone = true;
        return Task.CompletedTask;
    }

    /// <summary>True if a command is under way, or anybody has asked her since this was last asked; from any thread.</summary>
    internal bool IsWanted()
    {
        var isAsked = _isAskedAgain;
        _isAskedAgain = false;
        return isAsked || _isAtWork;
    }

    /// <summary>Sends her to sleep, behind whoever waits for her already; from any thread.</summary>
    internal void SendToSleep() => _ = _grains.Resident(Id).Sleep();

    private async Task<CommandAnswer> Decide(ResidentCommand command)
    {
        await FinishEarlier(command);
        var asked = new Asked(command.CommandId, command.ExpectedVersion, CommandDigest.Of(command));
        if (_record.Answered(asked) is { } answer)
        {
            return await DoneBefore(command, answer);
        }

        if (_record.Current?.ErasedOn is not null)
        {
            return new CommandRefused(new Erased(Id.Value));
        }

        var decision = ResidentRules.Decide(Id, _record.Current?.Resident, command, _time.Moment());
        if ((decision.Refusal ?? await Unknown(command, decision.Next!)) is { } refusal)
        {
            return _record.Refuse(refusal);
        }

        return decision.IsChange ? await Keep(command, asked, decision) : _record.Done(decision.Number);
    }

    /// <summary>Whoever joins a group must have settled with it before; for all others it is enough to have tried.</summary>
    private Task FinishEarlier(ResidentCommand command)
    {
        Count();
        return command switch
        {
            _ when _errands.AreDone => Task.CompletedTask,
            JoinGroup => _errands.Run(),
            _ => Settle(CancellationToken.None),
        };
    }

    private async Task<CommandAnswer> Keep(ResidentCommand command, Asked asked, Decision<Resident> decision)
    {
        if (command is JoinGroup join)
        {
            return await _errands.Join(join, asked.Digest);
        }

        var today = _time.Moment().Today;
        if (command is EraseResident)
        {
            await _erasure.Begin(asked, today);
        }
        else
        {
            var present = _record.OrNew;
            var givenUp = GivenUp(command, present.Resident, decision.Next!);
            var next = present.With(decision.Next!) with { Freeing = [.. present.Freeing, .. givenUp] };
            await _record.Keep(next, asked, decision.Number, today);
            await ForgetTheErased(command, today);
        }

        var isSettled = await Settle(CancellationToken.None);
        return _record.Done(decision.Number) with { GraphPending = !isSettled };
    }

    // The first time may have been cut off between writing the name and looking whether it still stands.
    private async Task<CommandAnswer> DoneBefore(ResidentCommand command, CommandAnswer answer)
    {
        if (answer is CommandDone)
        {
            await ForgetTheErased(command, _time.Moment().Today);
        }

        return answer;
    }

    // Whoever was erased while her name was being written is named no more: those looking for it may have looked before.
    private async Task ForgetTheErased(ResidentCommand command, DateOnly today)
    {
        if (command is RecordTie { ToResident: { } named } && !await IsRegistered(named))
        {
            await Forget(named, today, CancellationToken.None);
        }
    }

    // A round that closes a proposal, or makes a match of it, settles with the owner of the place itself.
    private static IEnumerable<PlaceToFree> GivenUp(ResidentCommand command, Resident? present, Resident next) => (present, command) switch
    {
        (null, _) or (_, OpenProposal or CloseProposal or RecordMatch) => [],
        (_, AdoptResident) => LeavingRules.LetGo(present, next),
        _ => LeavingRules.GivenUp(present, next).Concat(LeavingRules.LetGo(present, next)),
    };

    /// <summary>What only others know: whether the ward is one of the area's, and whether whoever is named is registered.</summary>
    private async Task<Refusal?> Unknown(ResidentCommand command, Resident next)
    {
        if (command is RecordTie { ToResident: { } other } && !await IsRegistered(other))
        {
            return new NotRegistered("resident", other.Value);
        }

        if (command is RecordAttendance { Attendance.Group: var group } && await _grains.Group(group).Read() is null)
        {
            return new NotRegistered("group", group.Value);
        }

        return await _record.Unknown(next.Facts.Ward);
    }

    // The picture of the wards that live here knows of an erasure before the erased one looks for those who name her. Whoever it does not
    // show may be new, or on her way to another ward: her own record knows.
    private async Task<bool> IsRegistered(ResidentId other) => _board.Shows(other) || await _grains.Resident(other).Read() is not null;

    // Not before the first call runs: whoever goes to sleep again finishes that one first, so none is sent on and on.
    private void Count()
    {
        if (_isCounted)
        {
            _isAskedAgain = true;
            return;
        }

        _isCounted = true;
        _awake.Woke(this);
    }

    private void SettleAfter(TimeSpan due)
    {
        _settling?.Dispose();
        _settling = IsSettled ? null : this.RegisterGrainTimer(Settle, new GrainTimerCreationOptions(due, SettleAgainAfter));
    }
}
