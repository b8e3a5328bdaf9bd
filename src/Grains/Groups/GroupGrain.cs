using Microsoft.Extensions.Logging;
using Networks.Domain.Matches;
using Networks.Domain.Groups;
using Networks.Grains.Commands;
using Networks.Grains.Wards;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.Groups;

internal sealed class GroupGrain : Grain, IGroupGrain
{
    private readonly DurableState<GroupState> _row;
    private readonly EntityRecord<GroupState> _record;
    private readonly TimeProvider _time;

    public GroupGrain(
        [PersistentState(StateNames.Group, StateNames.Provider)] IPersistentState<GroupState> storage,
        IGrainFactory grains,
        TimeProvider time,
        ILogger<GroupGrain> logger)
    {
        _row = new DurableState<GroupState>(storage, this);
        _record = new EntityRecord<GroupState>(_row, new WardNews(grains, logger), grains);
        _time = time;
    }

    private GroupId Id => GroupId.Of(EntityKeys.Reference(this.GetPrimaryKeyString()));

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _row.Load();
        return Task.CompletedTask;
    }

    public Task<GroupReading?> Read(CancellationToken cancellationToken) =>
        Task.FromResult(_row.Current?.Group is { } group ? new GroupReading(group, _row.Version) : null);

    public async Task<CommandAnswer> Do(GroupCommand command, CancellationToken cancellationToken)
    {
        var asked = new Asked(command.CommandId, command.ExpectedVersion, CommandDigest.Of(command));
        if (_record.Answered(asked) is { } answer)
        {
            return answer;
        }

        var at = _time.Moment();
        var decision = GroupRules.Decide(Id, _row.Current?.Group, command, at);
        if ((decision.Refusal ?? await _record.Unknown(decision.Next!.Facts.Ward)) is { } refusal)
        {
            return new CommandRefused(refusal);
        }

        return await _record.Keep(_record.OrNew.With(decision.Next!), asked, decision.Number, at.Today);
    }

    public async Task<PlaceAnswer> Place(PlaceCommand command, CancellationToken cancellationToken)
    {
        var present = _row.Current;
        var decision = GroupRules.Decide(Id, present?.Group, command, _time.Moment());
        if (decision.Next is { } places)
        {
            await _record.Keep(present!.With(present.Group! with { Places = places }));
        }

        return decision.Answer;
    }
}
