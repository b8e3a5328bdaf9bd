using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Residents;
using Networks.Grains;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Residents;
using Orleans;

namespace Networks.GraphQLApi.ContactCards;

/// <summary>How to reach residents.</summary>
[MutationType]
public static class ContactCardMutations
{
    private const int TextMax = 500;

    /// <summary>
    /// Keeps how to reach a resident: what is left out stays as it is, null clears. For coordinators alone: the header Networks-Caller
    /// says who.
    /// </summary>
    /// <param name="input">Whose card, and what stands on it.</param>
    public static async Task<SetContactCardPayload> SetContactCardAsync(
        SetContactCardInput input, CommandDoor door, ContactCardDesk desk, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (!desk.IsOpen)
        {
            return Refused(new NotAllowed(
                $"Contact cards are for coordinators: send the header {Caller.Header} with the name of who keeps them.", null));
        }

        // A card keeps no answers, so the door does: a retry that comes after a later change must not undo it.
        return await door.DoAsync(
            input,
            input.CommandId,
            () => KeepAsync(input, desk, grains, cancellationToken),
            () => ShowAsync(input, grains, cancellationToken),
            cancellationToken);
    }

    private static async Task<SetContactCardPayload> KeepAsync(
        SetContactCardInput input, ContactCardDesk desk, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (Fault(input) is { } fault)
        {
            return Refused(fault);
        }

        var shown = await ShowAsync(input, grains, cancellationToken);
        if (shown.Resident is not { } resident)
        {
            return shown;
        }

        // Looked at again: she may have been erased meanwhile, and then no card was kept.
        await desk.KeepAsync(ResidentId.Of(resident.Reference), input.Over, cancellationToken);
        return await ShowAsync(input, grains, cancellationToken);
    }

    private static async Task<SetContactCardPayload> ShowAsync(
        SetContactCardInput input, IGrainFactory grains, CancellationToken cancellationToken) =>
        await EntityIds.ResidentAsync(grains, input.Resident) is { } id && await grains.Resident(id).Read(cancellationToken) is { } reading
            ? new SetContactCardPayload { Resident = new ResidentType(reading) }
            : Refused(new InvalidValueError("resident: nobody of this reference or global id is registered here.", ["resident"]));

    // A refusal never repeats what stands on a card.
    private static InvalidValueError? Fault(SetContactCardInput input)
    {
        (string Field, string? Text)[] texts =
        [
            ("name", input.Name.Value), ("phone", input.Phone.Value), ("email", input.Email.Value), ("address", input.Address.Value),
            ("interpreter", input.Interpreter.Value), ("bestTime", input.BestTime.Value)
        ];
        return texts.FirstOrDefault(text => text.Text?.Length > TextMax).Field is { } tooLong
            ? new InvalidValueError($"{tooLong}: It has at most {TextMax} characters.", [tooLong])
            : input.Email.Value is { } email && !IsEmail(email)
                ? new InvalidValueError("email: It is not an e-mail address.", ["email"])
                : null;
    }

    private static bool IsEmail(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == text.LastIndexOf('@') && at < text.Length - 1
        && !text.Any(char.IsWhiteSpace);

    private static SetContactCardPayload Refused(UserError error) => new() { Errors = error.As<ISetContactCardError>() };
}

/// <summary>How to reach a resident: what is left out stays as it is, null clears.</summary>
public sealed record SetContactCardInput : ResidentCommandInput
{
    /// <summary>Her name.</summary>
    public Optional<string?> Name { get; init; }

    /// <summary>Her telephone number.</summary>
    public Optional<string?> Phone { get; init; }

    /// <summary>Her e-mail address.</summary>
    public Optional<string?> Email { get; init; }

    /// <summary>Where she lives.</summary>
    public Optional<string?> Address { get; init; }

    /// <summary>The language an interpreter is needed for.</summary>
    public Optional<string?> Interpreter { get; init; }

    /// <summary>Whether letters to her are printed large.</summary>
    public Optional<bool?> LargePrint { get; init; }

    /// <summary>When she is best rung or called on, in her own words.</summary>
    public Optional<string?> BestTime { get; init; }

    internal ContactCard Over(ContactCard card) => card with
    {
        Name = Name.HasValue ? Name.Value : card.Name,
        Phone = Phone.HasValue ? Phone.Value : card.Phone,
        Email = Email.HasValue ? Email.Value : card.Email,
        Address = Address.HasValue ? Address.Value : card.Address,
        Interpreter = Interpreter.HasValue ? Interpreter.Value : card.Interpreter,
        LargePrint = LargePrint.HasValue ? LargePrint.Value : card.LargePrint,
        BestTime = BestTime.HasValue ? BestTime.Value : card.BestTime
    };

    /// <summary>Says nothing of the card, so that it can never slip into a log line.</summary>
    public override string ToString() => "contact card";
}

/// <summary>What came of keeping a contact card.</summary>
public sealed record SetContactCardPayload : ResidentPayload<ISetContactCardError>;
