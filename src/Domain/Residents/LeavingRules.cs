using System.Collections.Immutable;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using static System.FormattableString;

namespace Networks.Domain.Residents;

/// <summary>Leaving the register, and which places a record's change gives up.</summary>
public static class LeavingRules
{
    /// <summary>Refusals in order: on; left on another day. Left on the same day is accepted again.</summary>
    public static Decision<Resident> Leave(Resident present, LeaveRegister command, Moment at)
    {
        if (Values.End("on", present.Facts.RegisteredOn, command.On, at) is { } invalid)
        {
            return invalid;
        }

        if (present.Facts.LeftOn is { } left && left != command.On && left <= at.Today)
        {
            return new WrongState("left", Invariant($"'{present.Id}' left on {left:yyyy-MM-dd} already."));
        }

        var on = command.On;
        return Decision<Resident>.Accept(present with
        {
            Facts = present.Facts with { LeftOn = on, LeftReason = command.Reason },
            Ties = Ended(present.Ties, tie => Lasts(tie.EndedOn, on), tie => tie with { EndedOn = Later(tie.Since, on) }),
            Memberships = Ended(
                present.Memberships, known => Lasts(known.EndedOn, on), known => known with { EndedOn = Later(known.Since, on) }),
            Matches = Ended(present.Matches, match => Lasts(match.EndedOn, on), match => match with
            {
                EndedOn = Later(match.Since, on),
                Ending = MatchEnding.ResidentLeft,
            }),
            Proposals = [],
        });
    }

    /// <summary>
    /// The places whose end <paramref name="next"/> records and <paramref name="present"/> did not: their owners must hear of it.
    /// </summary>
    public static IEnumerable<PlaceToFree> GivenUp(Resident present, Resident next)
    {
        // Memberships are only ever added to and ended in place, so the same position is the same membership.
        for (var at = 0; at < next.Memberships.Length; at++)
        {
            var before = at < present.Memberships.Length ? present.Memberships[at].EndedOn : null;
            if (next.Memberships[at].EndedOn is { } on && before != on)
            {
                yield return new PlaceToFree { Group = next.Memberships[at].Group, On = on, TakenBy = next.Memberships[at].Proposal };
            }
        }

        foreach (var match in next.Matches)
        {
            if (match.EndedOn is { } on && MatchRules.Find(present, match.Number)?.EndedOn != on)
            {
                yield return new PlaceToFree { Volunteer = match.Volunteer, On = on, TakenBy = match.Proposal };
            }
        }
    }

    /// <summary>
    /// The places still held for proposals that <paramref name="next"/> no longer holds open: their owners must hear of it.
    /// </summary>
    public static IEnumerable<PlaceToFree> LetGo(Resident present, Resident next) =>
        from pending in present.Proposals
        let offer = pending.Offer
        where offer is not null && !next.Proposals.Any(known => known.Proposal == pending.Proposal)
        select new PlaceToFree
        {
            Volunteer = offer.Value.Volunteer,
            Group = offer.Value.Group,
            On = DateOnly.FromDateTime(pending.ExpiresAt.UtcDateTime),
            Proposal = pending.Proposal,
        };

    private static bool Lasts(DateOnly? endedOn, DateOnly on) => endedOn is null || endedOn > on;

    // What had not begun by the day of leaving ends on the day it would have begun: it never holds, and its end is not before its start.
    private static DateOnly Later(DateOnly? since, DateOnly on) => since is { } start && start > on ? start : on;

    private static ImmutableArray<T> Ended<T>(ImmutableArray<T> edges, Func<T, bool> lasts, Func<T, T> end) =>
        [.. edges.Select(edge => lasts(edge) ? end(edge) : edge)];
}
