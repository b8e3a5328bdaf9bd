using System.Collections.Immutable;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;

namespace Networks.Domain.Residents;

/// <summary>
/// Giving consent and taking it back. What may be kept only with a consent goes with it: situations with special-category. What may be
/// done only with it goes as well: open proposals with matching (<see cref="ProposalRules.MayBePutForward"/>).
/// </summary>
public static class ConsentRules
{
    /// <summary>Refusals in order: kind, from, until; left.</summary>
    public static Decision<Resident> Set(Resident present, SetConsent command, Moment at)
    {
        var given = command.Consent;
        var refusal = Values.First(
            Values.Words("kind", [given.Kind]),
            Values.Planned("from", given.From, at),
            Values.End("until", given.From, given.Until, at),
            ResidentRules.HasLeft(present, at));
        if (refusal is not null)
        {
            return refusal;
        }

        var others = present.Facts.Consents.RemoveAll(known => known.Kind == given.Kind && !IsOver(known, at.Today));
        return others.Length >= Values.ListMax
            ? new WrongState("full", $"The record keeps {Values.ListMax} consents already.")
            : With(present, [.. others, given], at);
    }

    /// <summary>
    /// Refusals in order: kind, on; not given. Taken back from the same day is accepted again, by whoever has left as well.
    /// </summary>
    public static Decision<Resident> Withdraw(Resident present, WithdrawConsent command, Moment at)
    {
        var consents = present.Facts.Consents;
        var refusal = Values.First(
            Values.Words("kind", [command.Kind]),
            Values.Planned("on", command.On, at),
            consents.Any(known => known.Kind == command.Kind)
                ? null
                : new WrongState("not-given", $"'{present.Id}' has not given the consent '{command.Kind}'."));
        if (refusal is not null)
        {
            return refusal;
        }

        if (!consents.Any(known => known.Kind == command.Kind && (known.Until is null || known.Until > command.On)))
        {
            return Decision<Resident>.Unchanged(present);
        }

        return With(present, [.. consents.Select(known => known.Kind == command.Kind ? Ended(known, command.On) : known)], at);
    }

    /// <summary>The first fault of a list of consents, or null.</summary>
    public static Refusal? Fault(ImmutableArray<Consent> consents, Moment at) => Values.First(
        Values.Words("consents", [.. consents.Select(consent => consent.Kind)]),
        Values.First([.. consents.Select(consent => Values.Planned("consents", consent.From, at))]),
        Values.First([.. consents.Select(consent => Values.End("consents", consent.From, consent.Until, at))]));

    /// <summary>
    /// Each consent with the day it was written down: what it says already, else what the same consent said before, else today.
    /// </summary>
    public static ImmutableArray<Consent> Stamped(ImmutableArray<Consent> before, ImmutableArray<Consent> next, Moment at) =>
        [.. next.Select(consent => consent with
        {
            RecordedOn = consent.RecordedOn
                ?? before.FirstOrDefault(known => known with { RecordedOn = null } == consent)?.RecordedOn
                ?? at.Today,
        })];

    /// <summary>The facts without what none of her consents allows to keep today.</summary>
    public static ResidentFacts Kept(ResidentFacts facts, Moment at) =>
        facts.HasConsent(Consent.SpecialCategory, at.Today) ? facts : facts with { Situations = [] };

    /// <summary>How a person who has not agreed to matching answers being put forward.</summary>
    internal static WrongState? NotAgreed(Resident resident, Moment at) => resident.Facts.HasConsent(Consent.Matching, at.Today)
        ? null
        : new WrongState(
            "no-consent", $"'{resident.Id}' has not agreed to be put forward ('{Consent.Matching}'); ask for her consent first.");

    private static bool IsOver(Consent consent, DateOnly today) => consent.Until is { } until && until <= today;

    // A consent taken back before it began never holds; its end is not put before its start, nor an earlier end later.
    private static Consent Ended(Consent consent, DateOnly on)
    {
        if (consent.Until is { } until && until <= on)
        {
            return consent;
        }

        return consent with { Until = consent.From is { } from && from > on ? from : on };
    }

    private static Decision<Resident> With(Resident present, ImmutableArray<Consent> consents, Moment at)
    {
        var facts = present.Facts with { Consents = Stamped(present.Facts.Consents, consents, at) };
        return Decision<Resident>.Accept(present with { Facts = Kept(facts, at) });
    }
}
