using Microsoft.Extensions.Logging;
using Networks.Domain.Matches;
using Networks.Domain.Volunteers;
using Networks.Grains.Commands;
using Networks.Grains.Wards;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.Volunteers;

internal sealed class VolunteerGrain : Grain, IVolunteerGrain
{
    private readonly DurableState<VolunteerState> _row;
    private readonly EntityRecord<VolunteerState> _record;
    private readonly TimeProvider _time;

    public VolunteerGrain(
        [PersistentState(StateNames.Volunteer, StateNames.Provider)] IPersistentState<VolunteerState> storage,
        IGrainFactory grains,
        TimeProvider time,
        ILogger<VolunteerGrain> logger)
    {
        _row = new DurableState<VolunteerState>(storage, this);
        _record = new EntityRecord<VolunteerState>(_row, new WardNews(grains, logger), grains);
        _time = time;
    }

    private VolunteerId Id => VolunteerId.Of(EntityKeys.Reference(this.GetPrimaryKeyString()));

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _row.Load();
        return Task.CompletedTask;
    }

    public Task<VolunteerReading?> Read(CancellationToken cancellationToken) =>
        Task.FromResult(_row.Current?.Volunteer is { } volunteer ? new VolunteerReading(volunteer, _row.Version) : null);

    public async Task<CommandAnswer> Do(VolunteerCommand command, CancellationToken cancellationToken)
    {
        var asked = new Asked(command.CommandId, command.ExpectedVersion, CommandDigest.Of(command));
        if (_record.Answered(asked) is { } answer)
        {
            return answer;
        }

        var at = _time.Moment();
        var decision = VolunteerRules.Decide(Id, _row.Current?.Volunteer, command, at);
        if ((decision.Refusal ?? await _record.Unknown(decision.Next!.Facts.Ward)) is { } refusal)
        {
            return new CommandRefused(refusal);
        }

        return await _record.Keep(_record.OrNew.With(decision.Next!), asked, decision.Number, at.Today);
    }

    public async Task<PlaceAnswer> Place(PlaceCommand command, CancellationToken cancellationToken)
    {
        var present = _row.Current;
        var decision = VolunteerRules.Decide(Id, present?.Volunteer, command, _time.Moment());
        if (decision.Next is { } places)
        {
            await _record.Keep(present!.With(present.Volunteer! with { Places = places }));
        }

        return decision.Answer;
    }
}
