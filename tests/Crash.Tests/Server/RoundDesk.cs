using System.Collections.Concurrent;
using System.Text.Json;

namespace Networks.Crash.Tests.Server;

/// <summary>
/// The steps of a round one by one, as a coordinator's desk sends them. A command keeps its id for all time, so that a step whose answer a
/// crash swallowed is sent again as the same; what was acknowledged is noted and must be found ever after.
/// </summary>
internal sealed class RoundDesk(string round)
{
    private const string Errors = "errors { ... on Error { code message } }";
    private const string Read = """
        query ($id: ID!) { matchingRound(id: $id) { state problemDigest proposals(first: 100) { nodes {
          id state resident { reference } offer { __typename ... on Volunteer { reference } ... on Group { reference } } } } } }
        """;

    private readonly ConcurrentDictionary<string, Answer> _answered = [];

    /// <summary>The steps in order; each is done when it answers true, and may be asked again as often as the server dies.</summary>
    public IReadOnlyList<(string Name, Func<GraphQLCaller, Task> Step)> Steps =>
    [
        ("open", server => Send(server, "openMatchingRound", "OpenMatchingRoundInput",
            new { commandId = round + "-open", name = round, wards = (string[])["North", "South"] })),
        ("solve", server => Send(server, "solveMatchingRound", "RoundInput", new { commandId = round + "-solve", round })),
        ("forbid", Forbid),
        ("solve again", server => Send(server, "solveMatchingRound", "RoundInput", new { commandId = round + "-again", round })),
        ("publish", async server => await Send(server, "publishMatchingRound", "PublishRoundInput", new
        {
            commandId = round + "-publish", round, problemDigest = (await Solved(server)).GetProperty("problemDigest").GetString(),
        })),
        ("residents answer", server => AnswerAll(server, "RESIDENT", declinesEvery: 5)),
        ("offers answer", server => AnswerAll(server, "OFFER", declinesEvery: 7)),
        ("close", server => Send(server, "cancelMatchingRound", "RoundInput", new { commandId = round + "-cancel", round })),
    ];

    /// <summary>The pair that was forbidden.</summary>
    public (string Resident, string Offer) Forbidden { get; private set; }

    /// <summary>Everything that was acknowledged is so; an answer that was lost may be either.</summary>
    public async Task AssertKept(GraphQLCaller server)
    {
        if (!_answered.ContainsKey(round + "-open"))
        {
            return;
        }

        var seen = await Look(server);
        var state = seen.GetProperty("state").GetString();
        Assert.DoesNotContain(state, _answered.ContainsKey(round + "-publish") ? (string[])["OPEN", "SOLVING", "SOLVED", "FAILED"]
            : ["FAILED"]);
        Assert.True(!_answered.ContainsKey(round + "-cancel") || state is "CANCELLED" or "CLOSED", $"Ended, and yet it is {state}.");
        foreach (var proposal in Proposals(seen))
        {
            var replies = ((string[])["RESIDENT", "OFFER"]).Select(side => Said(proposal.Id, side)).ToArray();
            string[] allowed = replies switch
            {
                _ when replies.Contains("declineProposal") => ["DECLINED"],
                ["acceptProposal", "acceptProposal"] => ["CONFIRMED"],
                _ => ["DRAFT", "HELD", "ACCEPTED", "CONFIRMED", "DECLINED", "WITHDRAWN"],
            };
            Assert.True(allowed.Contains(proposal.State), $"{proposal}: {string.Join(", ", replies)} was acknowledged");
        }
    }

    /// <summary>The round's proposals as they stand.</summary>
    public async Task<Proposal[]> Proposals(GraphQLCaller server) => [.. Proposals(await Look(server))];

    /// <summary>The round once a plan was found, however often its solving was cut short.</summary>
    public async Task<JsonElement> Solved(GraphQLCaller server)
    {
        for (var seen = await Look(server); ; seen = await Look(server))
        {
            if (seen.GetProperty("state").GetString() is not "SOLVING")
            {
                return seen;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private async Task Forbid(GraphQLCaller server)
    {
        // The same pair after every crash, though the plan may have changed since.
        if (Forbidden.Resident is null)
        {
            var first = Proposals(await Solved(server)).First();
            Forbidden = (first.Resident, first.Offer);
        }

        var (resident, offer) = Forbidden;
        await Send(
            server, "forbidPair", "PairInput", new { commandId = round + "-forbid", round, resident, offer, reason = "know each other" });
    }

    private async Task AnswerAll(GraphQLCaller server, string by, int declinesEvery) => await Task.WhenAll(
        Proposals(await Look(server)).OrderBy(one => one.Id, StringComparer.Ordinal).Select((one, at) =>
        {
            var name = at % declinesEvery == declinesEvery - 1 ? "declineProposal" : "acceptProposal";
            return Send(server, name, "ProposalAnswerInput", new { commandId = $"{one.Id}-{by}", proposal = one.Id, by, tryAgain = true });
        }));

    private string? Said(string proposal, string side) =>
        _answered.GetValueOrDefault($"{proposal}-{side}") is Answer.Done done
            ? done.Payload.TryGetProperty("name", out var name) ? name.GetString() : null
            : null;

    private async Task<JsonElement> Look(GraphQLCaller server) => (await server.Ask(Read, new { id = round })).GetProperty("matchingRound");

    private static IEnumerable<Proposal> Proposals(JsonElement seen) => seen.GetProperty("proposals").GetProperty("nodes").EnumerateArray()
        .Select(one => new Proposal(
            one.GetProperty("id").GetString()!,
            one.GetProperty("state").GetString()!,
            one.GetProperty("resident").GetProperty("reference").GetString()!,
            one.GetProperty("offer").GetProperty("reference").GetString()!,
            one.GetProperty("offer").GetProperty("__typename").GetString() == "Group"));

    private async Task Send(GraphQLCaller server, string name, string inputType, object input)
    {
        var id = JsonSerializer.SerializeToElement(input).GetProperty("commandId").GetString()!;
        var mutation = $"mutation ($input: {inputType}!) {{ {name}(input: $input) {{ name: __typename {Errors} }} }}";
        switch (await server.Send(name, mutation, input))
        {
            case Answer.Unknown unknown:
                throw new IOException(unknown.Why);
            case Answer.Refused { Code: not "WRONG_STATE" } refused:
                throw new InvalidOperationException($"{name} was refused: {refused.Code}.");
            case Answer.Done:
                _answered[id] = new Answer.Done(JsonSerializer.SerializeToElement(new { name }));
                break;
        }
    }

    /// <summary>One pair of the plan.</summary>
    internal sealed record Proposal(string Id, string State, string Resident, string Offer, bool IsGroup);
}
