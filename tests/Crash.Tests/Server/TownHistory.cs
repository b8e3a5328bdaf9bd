using System.Text.Json;

namespace Networks.Crash.Tests.Server;

/// <summary>
/// What clients know of a town: every command that was acknowledged, and what the town must therefore look like. It shares nothing with
/// the product but the public API. Each resident is acted for by one client at a time, so her own state is never in doubt once that
/// client's last command is answered.
/// </summary>
internal sealed class TownHistory
{
    private const string ReadResident = """
        query ($id: ID!) { resident(id: $id) {
          ties(first: 100) { totalCount } lifeEvents { kind } memberships(first: 100) { nodes { group { reference } } } } }
        """;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _registered = [.. Enumerable.Range(0, Town.ResidentsCount).Select(Town.Resident)];
    private readonly Dictionary<string, int> _ties = [];
    private readonly Dictionary<string, int> _lifeEvents = [];
    private readonly HashSet<(string Resident, string Group)> _members = [];

    private Command? _last;

    public int AcknowledgedCount { get; private set; }

    public bool IsMember(string resident, string group)
    {
        lock (_gate)
        {
            return _members.Contains((resident, group));
        }
    }

    /// <summary>Takes note of a command that was done.</summary>
    public void Acknowledge(Command command)
    {
        lock (_gate)
        {
            AcknowledgedCount++;
            _last = command;
            _ = command.Name switch
            {
                "registerResident" => _registered.Add(command.Resident),
                "recordTie" => (_ties[command.Resident] = _ties.GetValueOrDefault(command.Resident) + 1) > 0,
                "recordLifeEvent" => (_lifeEvents[command.Resident] = _lifeEvents.GetValueOrDefault(command.Resident) + 1) > 0,
                "joinGroup" => _members.Add((command.Resident, command.Group!)),
                "leaveGroup" => _members.Remove((command.Resident, command.Group!)),
                _ => throw new InvalidOperationException($"No history is kept of {command.Name}."),
            };
        }
    }

    /// <summary>The id of the last command that was done must not be good for anybody else.</summary>
    public async Task TryIdForAnother(GraphQLCaller server)
    {
        if (_last is { } done)
        {
            var another = Command.RecordTie(done.Id, Town.Resident(0), "somebody else's");
            Assert.Equal(new Answer.Refused("COMMAND_ID_REUSED"), await server.Send(another.Name, another.Mutation, another.Input));
        }
    }

    /// <summary>Compares what clients know with what the server answers, when no command is under way.</summary>
    public async Task CompareWith(GraphQLCaller server)
    {
        foreach (var resident in _registered)
        {
            var found = (await server.Ask(ReadResident, new { id = resident })).GetProperty("resident");
            Assert.True(found.ValueKind == JsonValueKind.Object, $"{resident} was registered and is not there.");
            var ties = found.GetProperty("ties").GetProperty("totalCount").GetInt32();
            Assert.Equal((resident, _ties.GetValueOrDefault(resident)), (resident, ties));
            var lifeEvents = found.GetProperty("lifeEvents").GetArrayLength();
            Assert.Equal((resident, _lifeEvents.GetValueOrDefault(resident)), (resident, lifeEvents));
            var groups = found.GetProperty("memberships").GetProperty("nodes").EnumerateArray()
                .Select(node => node.GetProperty("group").GetProperty("reference").GetString()!).Order();
            Assert.Equal(_members.Where(member => member.Resident == resident).Select(member => member.Group).Order(), groups);
        }

        for (var number = 0; number < Town.GroupsCount; number++)
        {
            var asked = await server.Ask("query ($id: ID!) { group(id: $id) { held taken } }", new { id = Town.Group(number) });
            var group = asked.GetProperty("group");
            var (held, taken) = (group.GetProperty("held").GetInt32(), group.GetProperty("taken").GetInt32());
            Assert.InRange(held + taken, 0, Town.PlacesPerGroup);
            Assert.Equal(_members.Count(member => member.Group == Town.Group(number)), taken);
            Assert.Equal(0, held);
        }
    }
}
