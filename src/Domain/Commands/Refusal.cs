using System.Collections.Immutable;
using Networks.Domain.Wards;
using Orleans;
using static System.FormattableString;

namespace Networks.Domain.Commands;

/// <summary>
/// Why a command was not done. A refusal is a value, never an exception: it says what is wrong, where, and how to go on.
/// Where several apply, the first of this order is answered: <see cref="CommandIdReused"/>, <see cref="VersionConflict"/>,
/// <see cref="Erased"/>, <see cref="AlreadyRegistered"/> or <see cref="NotRegistered"/>, <see cref="InvalidValue"/> (fields in the order
/// the command declares them), <see cref="WrongState"/>, then what only others can know: <see cref="UnknownWard"/>,
/// <see cref="NotRegistered"/> of somebody else, <see cref="NoFreePlace"/>.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.refusal")]
public abstract record Refusal
{
    private protected Refusal()
    {
    }

    /// <summary>The refusal in one sentence that names the thing, the place and the way out.</summary>
    public abstract string Sentence { get; }
}

/// <summary>The same command id came earlier with another input.</summary>
/// <param name="Command">The id used twice.</param>
[GenerateSerializer, Immutable, Alias("networks.refusal.command-id-reused")]
public sealed record CommandIdReused([property: Id(0)] CommandId Command) : Refusal
{
    /// <inheritdoc/>
    public override string Sentence =>
        $"Command id '{Command}' was used before with another input; give every new command an id of its own.";
}

/// <summary>The command is for somebody or something this store does not hold.</summary>
/// <param name="Noun">resident, volunteer, group, tie or match.</param>
/// <param name="Reference">The unknown reference.</param>
[GenerateSerializer, Immutable, Alias("networks.refusal.not-registered")]
public sealed record NotRegistered([property: Id(0)] string Noun, [property: Id(1)] string Reference) : Refusal
{
    /// <inheritdoc/>
    public override string Sentence => $"No {Noun} '{Reference}' is registered here.";
}

/// <summary>The reference is taken.</summary>
/// <param name="Noun">resident, volunteer or group.</param>
/// <param name="Reference">The reference in use.</param>
[GenerateSerializer, Immutable, Alias("networks.refusal.already-registered")]
public sealed record AlreadyRegistered([property: Id(0)] string Noun, [property: Id(1)] string Reference) : Refusal
{
    /// <inheritdoc/>
    public override string Sentence => $"A {Noun} '{Reference}' is registered already; update that one, or choose another reference.";
}

/// <summary>The person asked to be forgotten; the reference stays closed.</summary>
/// <param name="Reference">The closed reference.</param>
[GenerateSerializer, Immutable, Alias("networks.refusal.erased")]
public sealed record Erased([property: Id(0)] string Reference) : Refusal
{
    /// <inheritdoc/>
    public override string Sentence => $"'{Reference}' was erased at the person's own wish; the reference cannot be used again.";
}

/// <summary>Somebody else changed the record since the caller read it.</summary>
/// <param name="Current">The version it has now.</param>
[GenerateSerializer, Immutable, Alias("networks.refusal.version-conflict")]
public sealed record VersionConflict([property: Id(0)] int Current) : Refusal
{
    /// <inheritdoc/>
    public override string Sentence =>
        Invariant($"The record has changed since you read it and is now version {Current}; read it again.");
}

/// <summary>A value that the field cannot take.</summary>
/// <param name="Field">The command's field in camelCase, such as "circle".</param>
/// <param name="Reason">What is wrong with it and what would be right.</param>
[GenerateSerializer, Immutable, Alias("networks.refusal.invalid-value")]
public sealed record InvalidValue([property: Id(0)] string Field, [property: Id(1)] string Reason) : Refusal
{
    /// <summary>The values that would do, where they are a closed list.</summary>
    [Id(2)] public ImmutableArray<string> Allowed { get; init; } = [];

    /// <inheritdoc/>
    public override string Sentence => $"{Field}: {Reason}";
}

/// <summary>The ward is not one of this area's.</summary>
/// <param name="Ward">The unknown code.</param>
[GenerateSerializer, Immutable, Alias("networks.refusal.unknown-ward")]
public sealed record UnknownWard([property: Id(0)] WardCode Ward) : Refusal
{
    /// <summary>Codes of this area that look like it, nearest first.</summary>
    [Id(1)] public ImmutableArray<WardCode> DidYouMean { get; init; } = [];

    /// <inheritdoc/>
    public override string Sentence => DidYouMean.Length == 0
        ? $"No ward '{Ward}' in this area."
        : $"No ward '{Ward}' in this area; did you mean {string.Join(" or ", DidYouMean)}?";
}

/// <summary>What is asked is not possible as things stand.</summary>
/// <param name="State">One word for how things stand, such as "ended", "left", "matched", "released".</param>
/// <param name="Reason">How things stand and what would help.</param>
[GenerateSerializer, Immutable, Alias("networks.refusal.wrong-state")]
public sealed record WrongState([property: Id(0)] string State, [property: Id(1)] string Reason) : Refusal
{
    /// <inheritdoc/>
    public override string Sentence => Reason;
}

/// <summary>Every place is held or taken, or the new capacity would be below what already is.</summary>
/// <param name="Capacity">Places in all.</param>
/// <param name="Held">Places held for open proposals.</param>
/// <param name="Taken">Places taken, by people on the register and outside it.</param>
[GenerateSerializer, Immutable, Alias("networks.refusal.no-free-place")]
public sealed record NoFreePlace([property: Id(0)] int Capacity, [property: Id(1)] int Held, [property: Id(2)] int Taken) : Refusal
{
    /// <inheritdoc/>
    public override string Sentence =>
        Invariant($"No free place: of {Capacity} places {Taken} are taken and {Held} held; free one, or raise the capacity.");
}
