using Networks.Domain.Ties;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Spreads;

/// <summary>On whom one person's recorded support rests, in one plain sentence: what is recorded and what nobody has asked.</summary>
internal static class SupportSentence
{
    public static string Of(AreaGraph graph, ResidentNode person, ConnectionKind kind, TallyKey key, EvidenceBasis basis)
    {
        var one = kind switch
        {
            ConnectionKind.Tie => $"one person, {Article(TieKindOf(graph, person, key))}",
            ConnectionKind.Alter => $"one person who is not on the register, {Article(AlterKindOf(person, key))}",
            ConnectionKind.Membership => "one group",
            _ => "one befriender",
        };
        return basis == EvidenceBasis.Asked
            ? $"what is recorded rests on {one}"
            : $"what is recorded rests on {one}; nobody has asked yet who else is there";
    }

    private static string Article(TieKind kind) => EndedConnection.Word(kind) is var word && word[0] is 'a' or 'e' or 'i' or 'o' or 'u'
        ? $"an {word}"
        : $"a {word}";

    // As she says, or else as they say, turned round: the same word as in the evidence of a list.
    private static TieKind TieKindOf(AreaGraph graph, ResidentNode person, TallyKey key)
    {
        foreach (ref readonly var tie in person.Ties)
        {
            if (!tie.IsAlter && tie.Holds(key.Day) && KindMask.Has(key.TieKinds, tie.Kind) && graph.IsOnRegister(tie.Other, key.Day))
            {
                return tie.Kind;
            }
        }

        TieKind? said = null;
        foreach (var by in graph.NamersOf(person.Ordinal))
        {
            if (by.Node.Register.Holds(key.Day) && by.Row.Holds(key.Day) && KindMask.Has(key.TieKinds, by.Row.Kind))
            {
                said ??= by.Row.Kind.TurnedRound();
            }
        }

        return said ?? throw new InvalidOperationException("A tally counts a tie that its own picture does not hold.");
    }

    private static TieKind AlterKindOf(ResidentNode person, TallyKey key)
    {
        foreach (ref readonly var tie in person.Ties)
        {
            if (tie.IsAlter && tie.Holds(key.Day) && KindMask.Has(key.TieKinds, tie.Kind))
            {
                return tie.Kind;
            }
        }

        throw new InvalidOperationException("A tally counts an alter whom its own picture does not hold.");
    }
}
