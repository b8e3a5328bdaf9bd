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

    public readonly EvidenceBasis Basis => person.Facts.IsAskedBy(day) ? EvidenceBasis.Asked
        : AnyRow ? EvidenceBasis.PartlyRecorded : EvidenceBasis.NeverAsked;

    public PersonScan Run()
    {
        foreach (ref readonly var tie in person.Ties)
        {
            var holds = tie.Holds(day) && (tie.IsAlter || graph.IsOnRegister(tie.Other, day));
            See(in tie, person.ContactUpTo(in tie, day), tie.Kind, tie.Other, holds);
        }

        var me = person.Ordinal;
        foreach (var ordinal in graph.Namers(me))
        {
            var namer = graph.Resident(ordinal);
            foreach (ref readonly var tie in namer.Ties)
            {
                if (tie.Other == me)
                {
                    See(in tie, namer.ContactUpTo(in tie, day), tie.Kind.TurnedRound(), ordinal,
                        tie.Holds(day) && namer.IsOnRegister(day));
                }
            }
        }

        foreach (ref readonly var row in person.Memberships)
        {
            AnyRow |= row.From <= day;
            if (row.Span.Holds(day) && graph.GroupRuns(row.Group, day))
            {
                See(in row);
            }
        }

        foreach (ref readonly var match in person.Matches)
        {
            AnyRow |= match.From <= day;
            See(in match);
        }

        return this;
    }

    private void See(in TieRow tie, int latest, TieKind kindToHer, int other, bool holds)
    {
        AnyRow |= tie.From <= day;
        if (holds)
        {
            Score(in tie, latest, kindToHer, other);
        }

        // The filter reads the kind as recorded, so that both ends see or do not see the same row.
        if (!KindMask.Has(kinds, tie.IsAlter ? ConnectionKind.Alter : ConnectionKind.Tie) || !KindMask.Has(tieKinds, tie.Kind))
        {
            return;
        }

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
            LatestContact = Math.Max(LatestContact, person.ContactUpTo(in row, day));
        }
    }

    private void See(in MatchRow match)
    {
        if (!KindMask.Has(kinds, ConnectionKind.Befriending))
        {
            return;
        }

        var latest = person.ContactUpTo(in match, day);
        if (match.Span.Holds(day))
        {
            Connected = true;
            LatestContact = Math.Max(LatestContact, latest);
        }
        else if (latest > LatestContact)
        {
            var volunteer = match.Volunteer;
            foreach (ref readonly var row in person.Matches)
            {
                LatestContact = row.Volunteer == volunteer && row.Span.Holds(day) ? Math.Max(LatestContact, latest) : LatestContact;
            }
        }
    }

    private void Score(in TieRow tie, int latest, TieKind kind, int other)
    {
        switch (kind)
        {
            case TieKind.Partner:
                Partner = true;
                break;
            case TieKind.Child:
                ChildMonthly = ChildMonthly || IsMonthly(in tie, latest, other);
                break;
            case TieKind.Family or TieKind.Parent:
                FamilyMonthly = FamilyMonthly || IsMonthly(in tie, latest, other);
                break;
            case TieKind.Friend:
                FriendMonthly = FriendMonthly || IsMonthly(in tie, latest, other);
                break;
        }
    }

    // A frequency is said of one row; a contact is one with the person, whichever row of the two it was written to.
    private readonly bool IsMonthly(in TieRow tie, int latest, int other) =>
        tie.Frequency is ContactFrequency.Daily or ContactFrequency.Weekly or ContactFrequency.Monthly
        || latest >= day - MonthDays || IsInContactThisMonth(other);

    private readonly bool IsThisMonth(in ResidentNode owner, in TieRow tie) => owner.ContactUpTo(in tie, day) >= day - MonthDays;

    private readonly bool IsInContactThisMonth(int other)
    {
        foreach (ref readonly var tie in person.Ties)
        {
            if (tie.Other == other && IsThisMonth(in person, in tie))
            {
                return true;
            }
        }

        if (other < 0)
        {
            return false;
        }

        var they = graph.Resident(other);
        foreach (ref readonly var tie in they.Ties)
        {
            if (tie.Other == person.Ordinal && IsThisMonth(in they, in tie))
            {
                return true;
            }
        }

        return false;
    }

    // Asked only for an ended row that has the latest contact so far: the same pair may go on under another row.
    private readonly bool PairIsCurrent(int other)
    {
        foreach (ref readonly var tie in person.Ties)
        {
            if (tie.Other == other && tie.Holds(day) && KindMask.Has(tieKinds, tie.Kind)
                && (tie.IsAlter || graph.IsOnRegister(other, day)))
            {
                return true;
            }
        }

        if (other < 0 || !graph.IsOnRegister(other, day))
        {
            return false;
        }

        foreach (ref readonly var tie in graph.Resident(other).Ties)
        {
            if (tie.Other == person.Ordinal && tie.Holds(day) && KindMask.Has(tieKinds, tie.Kind))
            {
                return true;
            }
        }

        return false;
    }
}
