using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using static System.FormattableString;

namespace Networks.Domain.Ties;

/// <summary>When a dated contact may be recorded over a tie or match.</summary>
public static class ContactRules
{
    /// <summary>Most contacts one record keeps.</summary>
    public const int ContactsMax = 5_000;

    /// <summary>A contact is at most one day long.</summary>
    public const int MinutesMax = 1_440;

    /// <summary>Refusals in order: tie or match; no such tie or match; on, minutes; full, ended.</summary>
    public static Decision<Resident> Record(Resident present, RecordContact command, Moment at) => command switch
    {
        { Tie: { } number, Match: null } => OverTie(present, number, command, at),
        { Tie: null, Match: { } number } => OverMatch(present, number, command, at),
        _ => new InvalidValue("tie", "Give exactly one of tie and match."),
    };

    private static Decision<Resident> OverTie(Resident present, int number, RecordContact command, Moment at)
    {
        if (TieRules.Find(present, number) is not { } tie)
        {
            return new NotRegistered("tie", new TieId(present.Id, number).ToString());
        }

        return Fault(present, command, tie.EndedOn, at) is { } refusal
            ? refusal
            : Decision<Resident>.Accept(With(present, command), number);
    }

    private static Decision<Resident> OverMatch(Resident present, int number, RecordContact command, Moment at)
    {
        if (MatchRules.Find(present, number) is not { } match)
        {
            return new NotRegistered("match", new MatchId(present.Id, number).ToString());
        }

        return Fault(present, command, match.EndedOn, at) is { } refusal
            ? refusal
            : Decision<Resident>.Accept(With(present, command), number);
    }

    private static Refusal? Fault(Resident present, RecordContact command, DateOnly? endedOn, Moment at) => Values.First(
        Values.Past("on", command.On, at),
        Values.Between("minutes", command.Minutes, 0, MinutesMax),
        present.Contacts.Length < ContactsMax ? null : new WrongState("full", $"The record keeps {ContactsMax} contacts already."),
        endedOn is { } ended && ended <= command.On
            ? new WrongState("ended", Invariant($"It ended on {ended:yyyy-MM-dd}, before this contact."))
            : null);

    // The last contact that was stated with the row stays beside it: of a day between the two, it is still the latest.
    private static Resident With(Resident present, RecordContact command) => present with
    {
        Contacts = present.Contacts.Add(new Contact
        {
            On = command.On,
            Tie = command.Tie,
            Match = command.Match,
            Mode = command.Mode,
            Minutes = command.Minutes,
        }),
    };
}
