using Microsoft.Extensions.Logging;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Grains.Commands;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.Volunteers;

internal sealed class VolunteerGrain : Grain, IVolunteerGrain
{
    private readonly EntityRecord<VolunteerState> _record;
    private readonly TimeProvider _time;

    public VolunteerGrain(
        [PersistentState(StateNames.Volunteer, StateNames.Provider)] IPersistentState<VolunteerState> storage,
        IGrainFactory grains,
        TimeProvider time,
        ILogger<VolunteerGrain> logger)
    {
        _record = new EntityRecord<VolunteerState>(storage, this, grains, logger);
        _time = time;
    }

    private VolunteerId Id => VolunteerId.Of(EntityKeys.Reference(this.GetPrimaryKeyString()));

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _record.Load();
        return Task.CompletedTask;
    }

    public Task<VolunteerReading?> Read(CancellationToken cancellationToken) =>
        Task.FromResult(_record.Read()?.Volunteer is { } volunteer ? new VolunteerReading(volunteer, _record.Version) : null);

    public async Task<CommandAnswer> Do(VolunteerCommand command, CancellationToken cancellationToken)
    {
        var asked = new Asked(command.CommandId, command.ExpectedVersion, CommandDigest.Of(command));
        if (_record.Answered(asked) is { } answer)
        {
            return answer;
        }

        var at = _time.Moment();
        var decision = VolunteerRules.Decide(Id, _record.Current?.Volunteer, command, at);
        if ((decision.Refusal ?? await _record.Unknown(decision.Next!.Facts.Ward)) is { } refusal)
        {
            return _record.Refuse(refusal);
        }

        return await _record.Keep(_record.OrNew.With(decision.Next!), asked, decision.Number, at.Today);
    }

    public async Task<PlaceAnswer> Place(PlaceCommand command, CancellationToken cancellationToken)
    {
        var present = _record.Read();
        var decision = VolunteerRules.Decide(Id, present?.Volunteer, command, _time.Moment());
        if (decision.Next is { } places)
        {
            await _record.Keep(present!.With(present.Volunteer! with { Places = places }));
        }

        return decision.Answer;
    }

    public async Task<bool> Forget(ResidentId erased, CancellationToken cancellationToken)
    {
        if (_record.Read() is not { Volunteer: { } volunteer } present
            || VolunteerRules.Forget(volunteer, erased) is not { IsChange: true, Next: { } next })
        {
            return false;
        }

        await _record.Keep(present.With(next));
        return true;
    }
}
