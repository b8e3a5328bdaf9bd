using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Ties;

namespace Networks.Domain.Residents;

/// <summary>
/// A resident's record as it was known in the evening of a day: without what was written down later, ends included, and with what stood
/// there before. Somebody erased since is nobody at any day, for her record is gone.
/// </summary>
public static class ResidentAsKnown
{
    /// <summary>Null if her record was made after <paramref name="day"/>. Cost: her rows.</summary>
    public static Resident? On(Resident resident, DateOnly day) => resident.RecordedOn > day ? null : resident with
    {
        Facts = resident.Earlier.FirstOrDefault(known => known.Until > day)?.Over(resident.Facts) ?? resident.Facts,
        Ties = [.. resident.Ties.Where(tie => !(tie.RecordedOn > day)).Select(tie => Tie(tie, day))],
        Memberships = [.. resident.Memberships.Where(row => !(row.RecordedOn > day)).Select(row => Membership(row, day))],
        Matches = [.. resident.Matches.Where(match => !(match.RecordedOn > day)).Select(match => Match(match, day))],
        Contacts = [.. resident.Contacts.Where(contact => (contact.RecordedOn ?? contact.On) <= day)],
        Attendances = [.. resident.Attendances.Where(came => (came.RecordedOn ?? came.On) <= day)],
        Declined = [.. resident.Declined.Where(declined => declined.On <= day)],
        ProposedOn = [.. resident.ProposedOn.Where(on => on <= day)],
    };

    /// <summary>The tie's row as it stood in the evening of a day on which it was known.</summary>
    public static Tie Tie(Tie tie, DateOnly day) => tie.Earlier.FirstOrDefault(known => known.Until > day) is not { } was ? tie : tie with
    {
        Circle = was.Circle,
        Frequency = was.Frequency,
        LastContact = was.LastContact,
        EndedOn = was.EndedOn,
        Support = was.Support,
        Earlier = Since(tie.Earlier, day, known => known.Until),
    };

    private static Membership Membership(Membership membership, DateOnly day) =>
        membership.Earlier.FirstOrDefault(known => known.Until > day) is not { } was ? membership : membership with
        {
            EndedOn = was.EndedOn,
            Earlier = Since(membership.Earlier, day, known => known.Until),
        };

    private static Match Match(Match match, DateOnly day) =>
        match.Earlier.FirstOrDefault(known => known.Until > day) is not { } was ? match : match with
        {
            EndedOn = was.EndedOn,
            LastContact = was.LastContact,
            Earlier = Since(match.Earlier, day, known => known.Until),
        };

    // What was replaced by then was known by then.
    private static ImmutableArray<T> Since<T>(ImmutableArray<T> earlier, DateOnly day, Func<T, DateOnly> until) =>
        [.. earlier.Where(known => until(known) <= day)];
}
