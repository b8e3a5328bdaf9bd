using Networks.Domain.Ties;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Residents;

/// <summary>
/// Reads one resident's rows of both directions once and finds what the criteria need. Several rows for one pair are one connection:
/// current if any row is, its last contact the latest of them. Cost: her rows and those naming her.
/// </summary>
internal ref struct PersonScan(AreaGraph graph, ResidentNode person, int day, int kinds, int tieKinds)
{
    private const int MonthDays = 31;

    /// <summary>True if she has a current connection of the counted kinds.</summary>
    public bool Connected { get; private set; }

    /// <summary>Latest contact up to the day on a current counted connection.</summary>
    public int LatestContact { get; private set; } = ContactDays.None;

    /// <summary>Days between contacts as stated on a current counted tie, the most frequent one; very large if none is.</summary>
    public int StatedEveryDays { get; private set; } = int.MaxValue;

    /// <summary>True if any row, hers or one naming her, starts on or before the day or has no start.</summary>
    public bool AnyRow { get; private set; }

    public bool Partner { get; private set; }

    public bool ChildMonthly { get; private set; }

    public bool FamilyMonthly { get; private set; }

    public bool FriendMonthly { get; private set; }

    public bool Member { get; private set; }

    public readonly int Isolation =>
        (Partner ? 0 : 1) + (ChildMonthly ? 0 : 1) + (FamilyMonthly ? 0 : 1) + (FriendMonthly ? 0 : 1) + (Member ? 0 : 1);

    public readonly EvidenceBasis Basis => person.AskedOn?.DayNumber <= day ? EvidenceBasis.Asked
        : AnyRow ? EvidenceBasis.PartlyRecorded : EvidenceBasis.NeverAsked;

    public PersonScan Run()
    {
        foreach (ref readonly var tie in person.Ties.AsSpan())
        {
            var holds = tie.Span.Holds(day) && (tie.IsAlter || graph.IsOnRegister(tie.Other, day));
            See(in tie, tie.Kind, tie.Other, holds);
        }

        foreach (var by in graph.NamersOf(person.Ordinal))
        {
            var namer = graph.Resident(by.Namer)!;
            ref readonly var tie = ref namer.Ties[by.Tie];
            See(in tie, tie.Kind.TurnedRound(), by.Namer, tie.Span.Holds(day) && namer.Register.Holds(day));
        }

        foreach (ref readonly var row in person.Memberships.AsSpan())
        {
            AnyRow |= row.Span.From <= day;
            if (row.Span.Holds(day) && graph.GroupRuns(row.Group, day))
            {
                See(in row);
            }
        }

        foreach (ref readonly var match in person.Matches.AsSpan())
        {
            AnyRow |= match.Span.From <= day;
            See(in match);
        }

        return this;
    }

    private void See(in TieRow tie, TieKind kindToHer, int other, bool holds)
    {
        AnyRow |= tie.Span.From <= day;
        if (holds)
        {
            Score(in tie, kindToHer, other);
        }

        // The filter reads the kind as recorded, so that both ends see or do not see the same row.
        if (!KindMask.Has(kinds, tie.IsAlter ? ConnectionKind.Alter : ConnectionKind.Tie) || !KindMask.Has(tieKinds, tie.Kind))
        {
            return;
        }

        var latest = tie.Contacts.UpTo(day);
        if (holds)
        {
            Connected = true;
            LatestContact = Math.Max(LatestContact, latest);
            StatedEveryDays = Math.Min(StatedEveryDays, tie.Frequency?.EveryDays() ?? int.MaxValue);
        }
        else if (latest > LatestContact && PairIsCurrent(other))
        {
            LatestContact = latest;
        }
    }

    // Every row of a group has all the days she came there, so an ended row beside a current one has nothing to add.
    private void See(in MembershipRow row)
    {
        Member = true;
        if (KindMask.Has(kinds, ConnectionKind.Membership))
        {
            Connected = true;
            LatestContact = Math.Max(LatestContact, row.Contacts.UpTo(day));
        }
    }

    private void See(in MatchRow match)
    {
        if (!KindMask.Has(kinds, ConnectionKind.Befriending))
        {
            return;
        }

        var latest = match.Contacts.UpTo(day);
        if (match.Span.Holds(day))
        {
            Connected = true;
            LatestContact = Math.Max(LatestContact, latest);
        }
        else if (latest > LatestContact)
        {
            var volunteer = match.Volunteer;
            foreach (ref readonly var row in person.Matches.AsSpan())
            {
                LatestContact = row.Volunteer == volunteer && row.Span.Holds(day) ? Math.Max(LatestContact, latest) : LatestContact;
            }
        }
    }

    private void Score(in TieRow tie, TieKind kind, int other)
    {
        switch (kind)
        {
            case TieKind.Partner:
                Partner = true;
                break;
            case TieKind.Child:
                ChildMonthly = ChildMonthly || IsMonthly(in tie, other);
                break;
            case TieKind.Family or TieKind.Parent:
                FamilyMonthly = FamilyMonthly || IsMonthly(in tie, other);
                break;
            case TieKind.Friend:
                FriendMonthly = FriendMonthly || IsMonthly(in tie, other);
                break;
        }
    }

    // A frequency is said of one row; a contact is one with the person, whichever row of the two it was written to.
    private readonly bool IsMonthly(in TieRow tie, int other) =>
        tie.Frequency is ContactFrequency.Daily or ContactFrequency.Weekly or ContactFrequency.Monthly
        || IsThisMonth(tie.Contacts) || IsInContactThisMonth(other);

    private readonly bool IsThisMonth(ContactDays contacts) => contacts.UpTo(day) is var latest && latest >= day - MonthDays;

    private readonly bool IsInContactThisMonth(int other)
    {
        foreach (ref readonly var tie in person.Ties.AsSpan())
        {
            if (tie.Other == other && IsThisMonth(tie.Contacts))
            {
                return true;
            }
        }

        foreach (var by in other < 0 ? [] : graph.NamersOf(person.Ordinal))
        {
            if (by.Namer == other && IsThisMonth(graph.Resident(other)!.Ties[by.Tie].Contacts))
            {
                return true;
            }
        }

        return false;
    }

    // Asked only for an ended row that has the latest contact so far: the same pair may go on under another row.
    private readonly bool PairIsCurrent(int other)
    {
        foreach (ref readonly var tie in person.Ties.AsSpan())
        {
            if (tie.Other == other && tie.Span.Holds(day) && KindMask.Has(tieKinds, tie.Kind)
                && (tie.IsAlter || graph.IsOnRegister(other, day)))
            {
                return true;
            }
        }

        if (other < 0 || !graph.IsOnRegister(other, day))
        {
            return false;
        }

        foreach (var by in graph.NamersOf(person.Ordinal))
        {
            if (by.Namer == other && graph.Resident(other)!.Ties[by.Tie] is var tie && tie.Span.Holds(day)
                && KindMask.Has(tieKinds, tie.Kind))
            {
                return true;
            }
        }

        return false;
    }
}
