using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;

namespace Networks.Grains.Tests;

/// <summary>Sends a town commands drawn from a seed: whatever people do on a working day, refusals included.</summary>
public sealed class RandomTown(Town town, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<ResidentId> _residents = [];
    private readonly List<GroupId> _groups = [];
    private readonly List<VolunteerId> _volunteers = [];

    public async Task Steps(int count)
    {
        for (var step = 0; step < count; step++)
        {
            await Step();
        }
    }

    public Task Step() => _random.Next(12) switch
    {
        0 or 1 => Register(),
        2 => AddGroup(),
        3 => AddVolunteer(),
        4 or 5 => Do(new RecordTie
        {
            CommandId = Town.Command(), ToResident = Pick(_residents), Kind = (TieKind)_random.Next(8), LastContact = Day(),
        }),
        6 => Do(new EndTie { CommandId = Town.Command(), Tie = _random.Next(1, 4), On = town.Today }),
        7 => Do(new RecordContact { CommandId = Town.Command(), Tie = _random.Next(1, 4), On = Day() }),
        8 => _groups.Count == 0 ? AddGroup() : Do(new JoinGroup { CommandId = Town.Command(), Group = Pick(_groups) }),
        9 => _groups.Count == 0 ? AddGroup() : Do(new LeaveGroup { CommandId = Town.Command(), Group = Pick(_groups), On = town.Today }),
        10 => Match(),
        _ => Do(new UpdateResident
        {
            CommandId = Town.Command(),
            Set = new ResidentChanges { Ward = _random.Next(2) == 0 ? Town.East : Town.West, PriorityBand = _random.Next(1, 5) },
        }),
    };

    private static T? PickOrNone<T>(List<T> values, Random random)
        where T : struct => values.Count == 0 ? null : values[random.Next(values.Count)];

    private T Pick<T>(List<T> values)
        where T : struct => PickOrNone(values, _random) ?? default;

    private DateOnly Day() => town.Today.AddDays(-_random.Next(0, 12));

    private async Task Register() => _residents.Add(await town.NewResident(_random.Next(2) == 0 ? Town.East : Town.West));

    private async Task AddGroup() => _groups.Add(await town.NewGroup(_random.Next(1, 4)));

    private async Task AddVolunteer() => _volunteers.Add(await town.NewVolunteer(_random.Next(1, 3)));

    private async Task Match()
    {
        if (_volunteers.Count > 0 && _residents.Count > 0)
        {
            var volunteer = Pick(_volunteers);
            var resident = Pick(_residents);
            if (town.Free(await town.Places(volunteer)) > 0
                && await town.Resident(resident) is { Matches.IsEmpty: true, Facts.LeftOn: null })
            {
                await town.Match(resident, volunteer, $"round-{_random.Next(1_000_000)}");
            }
        }
    }

    private async Task Do(ResidentCommand command)
    {
        if (_residents.Count > 0)
        {
            await town.Grains.Resident(Pick(_residents)).Do(command);
        }
    }
}
