using System.Diagnostics.CodeAnalysis;

namespace Networks.Domain.Commands;

/// <summary>
/// What a rule answers: the next state to keep, or a refusal. It has changed nothing; the one who asked keeps or drops it.
/// </summary>
/// <typeparam name="T">The aggregate decided upon.</typeparam>
public readonly record struct Decision<T>
    where T : class
{
    private Decision(T? next, int? number, bool isChange, Refusal? refusal) =>
        (Next, Number, IsChange, Refusal) = (next, number, isChange, refusal);

    /// <summary>The aggregate as it shall be; null when refused.</summary>
    public T? Next { get; }

    /// <summary>The number of the tie or match the command made or found, if it is about one.</summary>
    public int? Number { get; }

    /// <summary>False if accepted and nothing changes, so that there is nothing to keep; false as well when refused.</summary>
    public bool IsChange { get; }

    /// <summary>Why not; null when accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True if accepted.</summary>
    [MemberNotNullWhen(true, nameof(Next))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted => Refusal is null;

    /// <summary>Accepts: <paramref name="next"/> shall be.</summary>
    public static Decision<T> Accept(T next, int? number = null) => new(next, number, true, null);

    /// <summary>Accepts: all is as asked already.</summary>
    public static Decision<T> Unchanged(T present, int? number = null) => new(present, number, false, null);

    /// <summary>A refusal decides.</summary>
    public static implicit operator Decision<T>(Refusal refusal) => new(null, null, false, refusal);
}
