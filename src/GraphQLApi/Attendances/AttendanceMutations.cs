using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;

namespace Networks.GraphQLApi.Attendances;

/// <summary>Who came to which group.</summary>
[MutationType]
public static class AttendanceMutations
{
    /// <summary>Records that a resident came to a group, member or not; over a membership it counts as contact.</summary>
    /// <param name="input">Who came where, when and with whom.</param>
    public static Task<RecordAttendancePayload> RecordAttendanceAsync(
        RecordAttendanceInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, () => RecordAsync(input, grains, cancellationToken), cancellationToken);

    private static async Task<RecordAttendancePayload> RecordAsync(
        RecordAttendanceInput input, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (await EntityIds.GroupAsync(grains, input.Group) is not { } group)
        {
            return Refused("group is neither a reference nor a global id.", "group");
        }

        var companion = input.AccompaniedBy is { } text ? await EntityIds.CompanionAsync(grains, text) : null;
        if (input.AccompaniedBy is not null && companion is null)
        {
            return Refused("accompaniedBy is neither a volunteer nor a resident, by reference or global id.", "accompaniedBy");
        }

        var attendance = new Attendance(group, input.On, companion);
        var deed = await ResidentDeeds.DoAsync(
            grains, input, id => new RecordAttendance { CommandId = id, Attendance = attendance }, cancellationToken);
        return ResidentDeeds.Payload<RecordAttendancePayload, IRecordAttendanceError>(deed);
    }

    private static RecordAttendancePayload Refused(string sentence, string field) =>
        new() { Errors = new InvalidValueError(sentence, [field]).As<IRecordAttendanceError>() };
}

/// <summary>Who came to which group.</summary>
public sealed record RecordAttendanceInput : ResidentCommandInput
{
    /// <summary>The group, by reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string Group { get; init; }

    /// <summary>The day she came.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The volunteer or resident who came with her, by reference or global id; a volunteer may be written volunteer:ID.</summary>
    [GraphQLType("ID")]
    public string? AccompaniedBy { get; init; }
}

/// <summary>What came of recording an attendance.</summary>
public sealed record RecordAttendancePayload : ResidentPayload<IRecordAttendanceError>;
