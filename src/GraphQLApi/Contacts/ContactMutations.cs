using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Grains;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;

namespace Networks.GraphQLApi.Contacts;

/// <summary>Dated contacts.</summary>
[MutationType]
public static class ContactMutations
{
    /// <summary>Records a dated contact over a tie or a match.</summary>
    /// <param name="input">Who was in contact with whom, and when.</param>
    public static Task<ContactPayload> RecordContactAsync(
        RecordContactInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, () => RecordAsync(input, grains, cancellationToken), cancellationToken);

    private static async Task<ContactPayload> RecordAsync(
        RecordContactInput input, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (await EntityIds.ResidentAsync(grains, input.Resident) is not { } resident
            || await grains.Resident(resident).Read(cancellationToken) is null)
        {
            return ContactPayload.Refused(
                new InvalidValueError("resident: nobody of this reference or global id is registered here.", ["resident"]));
        }

        var tie = input.Tie is null ? null : EntityIds.Tie(input.Tie);
        var match = input.Match is null ? null : EntityIds.Match(input.Match);
        if (input.Tie is not null && tie?.NamedBy != resident)
        {
            return ContactPayload.Refused(new InvalidValueError("tie is no tie that this resident names.", ["tie"]));
        }

        if (input.Match is not null && match?.Resident != resident)
        {
            return ContactPayload.Refused(new InvalidValueError("match is no match of this resident.", ["match"]));
        }

        var command = new RecordContact
        {
            CommandId = CommandIds.Of(input.CommandId),
            Tie = tie?.Number,
            Match = match?.Number,
            On = input.On,
            Mode = input.Mode,
            Minutes = input.Minutes
        };
        var deed = await ResidentDeeds.DoAsync(grains, resident, command, "resident", cancellationToken);
        return ResidentDeeds.Payload<ContactPayload, ICommandError>(deed);
    }
}

/// <summary>A dated contact over exactly one of a tie and a match.</summary>
public sealed record RecordContactInput : ResidentCommandInput
{
    /// <summary>The tie's id.</summary>
    [GraphQLType("ID")]
    public string? Tie { get; init; }

    /// <summary>The match's id.</summary>
    [GraphQLType("ID")]
    public string? Match { get; init; }

    /// <summary>The day of the contact.</summary>
    public required DateOnly On { get; init; }

    /// <summary>How they were in contact.</summary>
    public ContactMode? Mode { get; init; }

    /// <summary>How long it took.</summary>
    public int? Minutes { get; init; }
}

/// <summary>What came of recording a contact.</summary>
public sealed record ContactPayload : ResidentPayload<ICommandError>
{
    internal static ContactPayload Refused(UserError error) => new() { Errors = error.As<ICommandError>() };
}
