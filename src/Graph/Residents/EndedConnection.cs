using Networks.Domain.Ties;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Residents;

/// <summary>The connection that ended last, on or before a day, and how it ended, in words.</summary>
internal readonly record struct EndedConnection(int Day, string Words)
{
    /// <summary>The latest end among the rows of the kinds given; null if none has ended. Cost: her rows and those naming her.</summary>
    public static EndedConnection? Latest(AreaGraph graph, ResidentNode person, int day, int kinds, int tieKinds)
    {
        EndedConnection? latest = null;
        foreach (ref readonly var tie in person.Ties)
        {
            if (KindMask.Has(tieKinds, tie.Kind) && KindMask.Has(kinds, tie.IsAlter ? ConnectionKind.Alter : ConnectionKind.Tie))
            {
                latest = Later(latest, OfTie(tie.Span, tie.Kind, tie.IsAlter ? null : graph.Known(tie.Other), day));
            }
        }

        foreach (var by in graph.NamersOf(person.Ordinal))
        {
            if (KindMask.Has(kinds, ConnectionKind.Tie) && KindMask.Has(tieKinds, by.Row.Kind))
            {
                latest = Later(latest, OfTie(by.Row.Span, by.Row.Kind.TurnedRound(), by.Node, day));
            }
        }

        foreach (ref readonly var row in KindMask.Has(kinds, ConnectionKind.Membership) ? person.Memberships : [])
        {
            latest = Later(latest, OfMembership(row, graph.Group(row.Group), day));
        }

        foreach (ref readonly var row in KindMask.Has(kinds, ConnectionKind.Befriending) ? person.Matches : [])
        {
            latest = Later(latest, row.Span.From <= day && row.Span.Until <= day ? new(row.Span.Until, "befriending ended") : null);
        }

        return latest;
    }

    /// <summary>What someone is to her, in words.</summary>
    public static string Word(TieKind kind) => kind switch
    {
        TieKind.Partner => "partner",
        TieKind.Child => "child",
        TieKind.Parent => "parent",
        TieKind.Family => "relative",
        TieKind.Friend => "friend",
        TieKind.Neighbour => "neighbour",
        TieKind.Acquaintance => "acquaintance",
        _ => "paid contact",
    };

    private static EndedConnection? OfTie(DaySpan span, TieKind kind, ResidentNode? other, int day)
    {
        var left = other?.Register.Until ?? DaySpan.Never;
        if (span.From > day || Math.Min(span.Until, left) > day)
        {
            return null;
        }

        return left < span.Until
            ? new EndedConnection(left, $"{Word(kind)} left the register")
            : new EndedConnection(span.Until, $"tie to {Word(kind)} ended");
    }

    private static EndedConnection? OfMembership(MembershipRow row, GroupNode? group, int day)
    {
        var closed = group?.Running.Until ?? DaySpan.Never;
        if (row.Span.From > day || Math.Min(row.Span.Until, closed) > day)
        {
            return null;
        }

        return closed < row.Span.Until ? new EndedConnection(closed, "group closed") : new EndedConnection(row.Span.Until, "left a group");
    }

    // Of two that ended on one day the words decide, so that the answer does not depend on who told first.
    private static EndedConnection? Later(EndedConnection? known, EndedConnection? found) =>
        found is null || known?.Day > found.Value.Day
            || (known?.Day == found.Value.Day && string.CompareOrdinal(known.Value.Words, found.Value.Words) <= 0)
            ? known
            : found;
}
