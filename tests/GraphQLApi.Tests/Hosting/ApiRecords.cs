using System.Text.Json.Nodes;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Grains;
using Networks.Grains.Commands;

namespace Networks.GraphQLApi.Tests.Hosting;

/// <summary>Records that tests begin with, made as clients make them.</summary>
internal static class ApiRecords
{
    public static Task<JsonNode> ResidentAsync(this ApiServer server, string reference, string ward = "E05012993", object? facts = null) =>
        server.DoneAsync(
            "registerResident",
            "RegisterResidentInput",
            new { commandId = "make-" + reference, reference, ward, facts },
            "resident { id }");

    public static Task<JsonNode> VolunteerAsync(this ApiServer server, string reference, int capacity, object? facts = null) =>
        server.DoneAsync(
            "registerVolunteer",
            "RegisterVolunteerInput",
            new { commandId = "make-" + reference, reference, ward = "E05012993", capacity, facts },
            "volunteer { id }");

    public static Task<JsonNode> GroupAsync(this ApiServer server, string reference, int? places, object? facts = null) =>
        server.DoneAsync(
            "registerGroup",
            "RegisterGroupInput",
            new { commandId = "make-" + reference, reference, name = reference, ward = "E05012993", places, facts },
            "group { id }");

    /// <summary>She agrees to be put forward.</summary>
    public static Task<JsonNode> ConsentAsync(this ApiServer server, string reference, string purpose = "matching") =>
        server.DoneAsync(
            "setConsent",
            "SetConsentInput",
            new { commandId = $"consent-{reference}{(purpose == "matching" ? "" : "-" + purpose)}", resident = reference, purpose },
            "resident { id }");

    /// <summary>A match as a round makes it, without the round: the resident's record is told directly.</summary>
    public static async Task MatchAsync(this ApiServer server, string reference, string volunteer)
    {
        var resident = ResidentId.Of(reference);
        var answer = await server.Grains.Resident(resident).Do(new RecordMatch
        {
            CommandId = CommandId.Of("match-" + reference),
            Proposal = new ProposalId(RoundName.Of("by-hand"), OfferKind.Befriending, 1, resident),
            Volunteer = VolunteerId.Of(volunteer),
            Since = new DateOnly(2026, 11, 1)
        });
        Assert.IsType<CommandDone>(answer);
    }

    /// <summary>A command that must be done; gives its payload.</summary>
    public static async Task<JsonNode> DoneAsync(
        this ApiServer server, string mutation, string inputType, object input, string fields, string? caller = null)
    {
        var payload = await server.PayloadAsync(mutation, inputType, input, fields, caller);
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload;
    }

    /// <summary>A command that must be refused; gives its first error.</summary>
    public static async Task<JsonNode> RefusedAsync(
        this ApiServer server, string mutation, string inputType, object input, string? caller = null)
    {
        var payload = await server.PayloadAsync(mutation, inputType, input, "__typename", caller);
        Assert.True(payload["errors"] is JsonArray { Count: > 0 }, payload.ToJsonString());
        return payload["errors"]![0]!;
    }

    private static async Task<JsonNode> PayloadAsync(
        this ApiServer server,
        string mutation,
        string inputType,
        object input,
        string fields,
        string? caller)
    {
        var query = $$"""
            mutation ($input: {{inputType}}!) {
              {{mutation}}(input: $input) {
                {{fields}}
                errors { __typename ... on Error { message code path } }
              }
            }
            """;
        return (await server.DataAsync(query, new { input }, caller))[mutation]!;
    }
}
