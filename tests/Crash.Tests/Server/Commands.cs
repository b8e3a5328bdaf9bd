namespace Networks.Crash.Tests.Server;

/// <summary>One command as a client keeps it before it sends it: sent again after a lost answer, it is the same command.</summary>
/// <param name="Id">The command's id.</param>
/// <param name="Name">The mutation's field.</param>
/// <param name="Mutation">The document.</param>
/// <param name="Input">Its input, with the command id.</param>
/// <param name="Resident">Whose it is.</param>
/// <param name="Group">The group it is about; null for ties.</param>
internal sealed record Command(string Id, string Name, string Mutation, object Input, string Resident, string? Group)
{
    private const string Errors = "errors { ... on Error { code message } }";

    public static Command Register(string id, string resident, string ward) => new(
        id,
        "registerResident",
        $"mutation ($input: RegisterResidentInput!) {{ registerResident(input: $input) {{ resident {{ reference }} {Errors} }} }}",
        new { commandId = id, reference = resident, ward },
        resident,
        null);

    public static Command RecordTie(string id, string from, string label) => new(
        id,
        "recordTie",
        $"mutation ($input: RecordTieInput!) {{ recordTie(input: $input) {{ tie {{ id }} {Errors} }} }}",
        new { commandId = id, from, toAlter = label, kind = "FRIEND" },
        from,
        null);

    public static Command RecordLifeEvent(string id, string resident, DateOnly on) => new(
        id,
        "recordLifeEvent",
        $"mutation ($input: RecordLifeEventInput!) {{ recordLifeEvent(input: $input) {{ resident {{ reference }} {Errors} }} }}",
        new { commandId = id, resident, kind = $"event {id}", on },
        resident,
        null);

    public static Command Join(string id, string resident, string group) => new(
        id,
        "joinGroup",
        $"mutation ($input: JoinGroupInput!) {{ joinGroup(input: $input) {{ membership {{ since }} {Errors} }} }}",
        new { commandId = id, resident, group },
        resident,
        group);

    public static Command Leave(string id, string resident, string group, DateOnly on) => new(
        id,
        "leaveGroup",
        $"mutation ($input: LeaveGroupInput!) {{ leaveGroup(input: $input) {{ membership {{ endedOn }} {Errors} }} }}",
        new { commandId = id, resident, group, on },
        resident,
        group);
}
