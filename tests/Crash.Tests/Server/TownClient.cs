using System.Globalization;

namespace Networks.Crash.Tests.Server;

/// <summary>
/// One client of a town: acts for residents of its own, one command after the other, and never gives a command up. One whose answer was
/// lost is sent again, under the same id, until it is answered.
/// </summary>
internal sealed class TownClient(int number, int clientsCount, int seed, TownHistory history)
{
    private readonly Random _random = new(HashCode.Combine(seed, number));
    private readonly List<string> _residents =
        [.. Enumerable.Range(0, Town.ResidentsCount).Where(resident => resident % clientsCount == number).Select(Town.Resident)];

    private Command? _underWay;
    private int _commands;

    /// <summary>Sends commands until the server is gone or the time is over.</summary>
    public async Task Act(GraphQLCaller server, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            if (!await Settle(server))
            {
                return;
            }

            _underWay = Next();
        }

        await Settle(server);
    }

    /// <summary>Sends the command under way, if any, and notes its answer; false if none came.</summary>
    public async Task<bool> Settle(GraphQLCaller server)
    {
        if (_underWay is not { } command)
        {
            return true;
        }

        switch (await server.Send(command.Name, command.Mutation, command.Input))
        {
            case Answer.Done:
                history.Acknowledge(command);
                break;
            case Answer.Refused { Code: "NO_FREE_PLACE" }:
                break;
            case Answer.Refused refused:
                throw new InvalidOperationException($"{command} was refused: {refused.Code}.");
            default:
                return false;
        }

        _underWay = null;
        return true;
    }

    private Command Next()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"c{seed}-{number}-{_commands++}");
        var resident = _residents[_random.Next(_residents.Count)];
        var group = Town.Group(_random.Next(Town.GroupsCount));
        switch (_random.Next(10))
        {
            case 0:
                _residents.Add($"N{seed}-{number}-{_commands}");
                return Command.Register(id, _residents[^1], Town.Ward(_commands));
            case 1:
                return Command.RecordLifeEvent(id, resident, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1));
            case < 4:
                return Command.RecordTie(id, resident, $"friend {id}");
            default:
                return history.IsMember(resident, group)
                    ? Command.Leave(id, resident, group, DateOnly.FromDateTime(DateTime.UtcNow))
                    : Command.Join(id, resident, group);
        }
    }
}
