using Microsoft.Extensions.Logging;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.Groups;

internal sealed class GroupGrain : Grain, IGroupGrain
{
    private readonly EntityRecord<GroupState> _record;
    private readonly TimeProvider _time;

    public GroupGrain(
        [PersistentState(StateNames.Group, StateNames.Provider)] IPersistentState<GroupState> storage,
        IGrainFactory grains,
        TimeProvider time,
        ILogger<GroupGrain> logger)
    {
        _record = new EntityRecord<GroupState>(storage, this, grains, logger);
        _time = time;
    }

    private GroupId Id => GroupId.Of(EntityKeys.Reference(this.GetPrimaryKeyString()));

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _record.Load();
        return Task.CompletedTask;
    }

    public Task<GroupReading?> Read(CancellationToken cancellationToken) =>
        Task.FromResult(_record.Read()?.Group is { } group ? new GroupReading(group, _record.Version) : null);

    public async Task<CommandAnswer> Do(GroupCommand command, CancellationToken cancellationToken)
    {
        var asked = new Asked(command.CommandId, command.ExpectedVersion, CommandDigest.Of(command));
        if (_record.Answered(asked) is { } answer)
        {
            return answer;
        }

        var at = _time.Moment();
        var decision = GroupRules.Decide(Id, _record.Current?.Group, command, at);
        if ((decision.Refusal ?? await _record.Unknown(decision.Next!.Facts.Ward)) is { } refusal)
        {
            return _record.Refuse(refusal);
        }

        return await _record.Keep(_record.OrNew.With(decision.Next!), asked, decision.Number, at.Today);
    }

    public async Task<PlaceAnswer> Place(PlaceCommand command, CancellationToken cancellationToken)
    {
        var present = _record.Read();
        var decision = GroupRules.Decide(Id, present?.Group, command, _time.Moment());
        if (decision.Next is { } places)
        {
            await _record.Keep(present!.With(present.Group! with { Places = places }));
        }

        return decision.Answer;
    }

    public async Task<bool> Forget(ResidentId erased, CancellationToken cancellationToken)
    {
        if (_record.Read() is not { Group: { } group } present
            || GroupRules.Forget(group, erased) is not { IsChange: true, Next: { } next })
        {
            return false;
        }

        await _record.Keep(present.With(next));
        return true;
    }
}
