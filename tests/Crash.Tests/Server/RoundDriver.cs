using System.Text.Json;

namespace Networks.Crash.Tests.Server;

/// <summary>
/// A coordinator who takes a round from opening to its last answer, and after every crash goes on from where the server says it stands.
/// Each command has one id for all time, so sending it again is never a second command.
/// </summary>
internal sealed class RoundDriver(string round)
{
    private const string Errors = "errors { ... on Error { code message } }";
    private const string Read = """
        query ($id: ID!) { matchingRound(id: $id) { state problemDigest proposals(first: 100) {
          nodes { id state residentAnswer offerAnswer resident { reference } offer { ... on Volunteer { reference } } } } } }
        """;

    private static readonly string[] Sides = ["RESIDENT", "OFFER"];
    private readonly Lock _gate = new();
    private readonly HashSet<string> _confirmed = [];
    private readonly SemaphoreSlim _sent = new(0);

    /// <summary>Proposals whose second yes was acknowledged.</summary>
    public IReadOnlyCollection<string> Confirmed => _confirmed;

    /// <summary>Returns when so many more commands have been sent, answered or not.</summary>
    public async Task Sent(int commandsCount)
    {
        for (var command = 0; command < commandsCount; command++)
        {
            await _sent.WaitAsync();
        }
    }

    /// <summary>Goes on with the round; true when it is over, false when the server went away.</summary>
    public async Task<bool> GoOn(GraphQLCaller server, bool acceptAll)
    {
        // What an earlier server was sent counts no more.
        while (_sent.Wait(TimeSpan.Zero))
        {
        }

        try
        {
            for (var state = await Look(server); ; state = await Look(server))
            {
                switch (state.ValueKind == JsonValueKind.Object ? state.GetProperty("state").GetString() : null)
                {
                    case null:
                        var opening = new { commandId = round + "-open", name = round, wards = (string[])["North", "South"] };
                        await Send(server, "openMatchingRound", "OpenMatchingRoundInput", opening);
                        break;
                    case "OPEN":
                        await Send(server, "solveMatchingRound", "RoundInput", new { commandId = round + "-solve", round });
                        break;
                    case "SOLVING":
                        await Task.Delay(TimeSpan.FromMilliseconds(20));
                        break;
                    case "SOLVED":
                        var problemDigest = state.GetProperty("problemDigest").GetString();
                        var publishing = new { commandId = round + "-publish", round, problemDigest };
                        await Send(server, "publishMatchingRound", "PublishRoundInput", publishing);
                        break;
                    default:
                        return !acceptAll || await Accept(server, state);
                }
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or JsonException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>Ends the round, so that every place it still holds is free again.</summary>
    public Task Cancel(GraphQLCaller server) =>
        Send(server, "cancelMatchingRound", "RoundInput", new { commandId = round + "-cancel", round });

    /// <summary>The round's proposals as they stand.</summary>
    public async Task<List<JsonElement>> Proposals(GraphQLCaller server) =>
        [.. (await Look(server)).GetProperty("proposals").GetProperty("nodes").EnumerateArray()];

    private async Task<bool> Accept(GraphQLCaller server, JsonElement state)
    {
        var open = state.GetProperty("proposals").GetProperty("nodes").EnumerateArray().Where(IsOpen).ToList();
        await Task.WhenAll(open.Select(proposal => Accept(server, proposal.GetProperty("id").GetString()!)));
        return true;
    }

    private static bool IsOpen(JsonElement proposal) => proposal.GetProperty("state").GetString() is "HELD" or "ACCEPTED" or "DRAFT";

    private async Task Accept(GraphQLCaller server, string proposal)
    {
        foreach (var by in Sides)
        {
            var payload = await Send(server, "acceptProposal", "ProposalAnswerInput", new { commandId = $"{proposal}-{by}", proposal, by });
            if (payload is { } done && done.GetProperty("proposal").GetProperty("state").GetString() == "CONFIRMED")
            {
                lock (_gate)
                {
                    _confirmed.Add(proposal);
                }
            }
        }
    }

    private async Task<JsonElement> Look(GraphQLCaller server) => (await server.Ask(Read, new { id = round })).GetProperty("matchingRound");

    /// <summary>The payload of a command that was done; null if it was refused because the round has moved on already.</summary>
    private async Task<JsonElement?> Send(GraphQLCaller server, string name, string inputType, object input)
    {
        _sent.Release();
        var changed = name == "acceptProposal" ? "proposal { state }" : "round { state }";
        var mutation = $"mutation ($input: {inputType}!) {{ {name}(input: $input) {{ {changed} {Errors} }} }}";
        return await server.Send(name, mutation, input) switch
        {
            Answer.Done done => done.Payload,
            Answer.Refused { Code: "WRONG_STATE" } => null,
            Answer.Refused refused => throw new InvalidOperationException($"{name} was refused: {refused.Code}."),
            Answer.Unknown unknown => throw new IOException(unknown.Why),
            _ => throw new InvalidOperationException("No other answer is known."),
        };
    }
}
