using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Graph.Wards;

/// <summary>
/// What a ward's partition of the connection graph holds of a resident: only what rules, waiting lists and distances need. It is
/// derived from her row and may always be thrown away and taken from there again.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.graph.resident-entry")]
public sealed record ResidentEntry
{
    [Id(0)] public required ResidentId Id { get; init; }

    /// <summary>Version of the row it was taken from; a lower one than the ward knows is ignored.</summary>
    [Id(1)] public required int Version { get; init; }

    [Id(2)] public required WardCode Ward { get; init; }

    [Id(3)] public DateOnly? RegisteredOn { get; init; }

    /// <summary>First day no longer on the register.</summary>
    [Id(4)] public DateOnly? LeftOn { get; init; }

    [Id(5)] public DateOnly? ConnectionsAskedOn { get; init; }

    [Id(6)] public int? BirthYear { get; init; }

    [Id(7)] public bool? LivesAlone { get; init; }

    [Id(8)] public GeoPoint? Home { get; init; }

    /// <summary>What she seeks; a set, kept in the order of the list of kinds.</summary>
    [Id(9)] public ImmutableArray<OfferKind> Seeking { get; init; } = [];

    /// <summary>Since when she waits; already the day of referral where her own day is unknown.</summary>
    [Id(10)] public DateOnly? WaitingSince { get; init; }

    [Id(11)] public DateOnly? PausedUntil { get; init; }

    [Id(12)] public int? PriorityBand { get; init; }

    [Id(13)] public ImmutableArray<TieEntry> Ties { get; init; } = [];

    [Id(14)] public ImmutableArray<MembershipEntry> Memberships { get; init; } = [];

    [Id(15)] public ImmutableArray<MatchEntry> Matches { get; init; } = [];

    /// <summary>When she has agreed to be a go-between in introductions.</summary>
    [Id(16)] public ImmutableArray<ConsentSpan> Introductions { get; init; } = [];

    /// <summary>Days on which a proposal to her was declined, by whichever side.</summary>
    [Id(17)] public ImmutableArray<DateOnly> DeclinedOn { get; init; } = [];

    /// <summary>The day her record was first made; the last resort for the start of a wait.</summary>
    [Id(18)] public DateOnly? RecordedOn { get; init; }

    /// <summary>Days on which she was asked to introduce somebody, one entry for each time, in order.</summary>
    [Id(19)] public ImmutableArray<DateOnly> IntroductionsAskedOn { get; init; } = [];

    /// <summary>The entry of <paramref name="resident"/> as stored at <paramref name="version"/>. Cost: her ties and contacts.</summary>
    public static ResidentEntry Of(Resident resident, int version)
    {
        var facts = resident.Facts;
        return new ResidentEntry
        {
            Id = resident.Id,
            Version = version,
            Ward = facts.Ward,
            RegisteredOn = facts.RegisteredOn,
            LeftOn = facts.LeftOn,
            ConnectionsAskedOn = facts.ConnectionsAskedOn,
            BirthYear = facts.BirthYear,
            LivesAlone = facts.LivesAlone,
            Home = facts.Home,
            Seeking = [.. facts.Seeking.Distinct().Order()],
            WaitingSince = facts.WaitingSince ?? facts.ReferredOn,
            PausedUntil = facts.PausedUntil,
            PriorityBand = facts.PriorityBand,
            Ties = TiesOf(resident),
            Memberships = [.. resident.Memberships.Select(row => new MembershipEntry(
                row.Group, row.Since, row.EndedOn,
                [.. resident.Attendances.Where(came => came.Group == row.Group).Select(came => came.On)]))],
            Matches = [.. resident.Matches.Select(row => new MatchEntry(
                row.Volunteer, row.Kind, row.Since, row.EndedOn, row.LastContact,
                [.. resident.Contacts.Where(contact => contact.Match == row.Number).Select(contact => contact.On)]))],
            Introductions = [.. facts.Consents.Where(consent => consent.Kind == Consent.Introductions)
                .Select(consent => new ConsentSpan(consent.From, consent.Until))],
            DeclinedOn = [.. resident.Declined.Select(declined => declined.On)],
            RecordedOn = resident.RecordedOn,
            IntroductionsAskedOn = facts.IntroductionsAskedOn,
        };
    }

    private static ImmutableArray<TieEntry> TiesOf(Resident resident)
    {
        var labels = new List<string>();
        var contacts = resident.Contacts.Where(contact => contact.Tie is not null)
            .ToLookup(contact => contact.Tie!.Value, contact => contact.On);
        var ties = ImmutableArray.CreateBuilder<TieEntry>(resident.Ties.Length);
        foreach (var tie in resident.Ties)
        {
            int? alter = tie.Resident is null ? OrdinalOf(labels, tie.Alter ?? "") : null;
            ties.Add(new TieEntry(
                tie.Resident, alter, tie.Kind, tie.Frequency, tie.Since, tie.EndedOn, tie.LastContact, [.. contacts[tie.Number]],
                tie.Circle));
        }

        return ties.MoveToImmutable();
    }

    // Labels say nothing to the graph but "the same person as before", so they stay in the row and the graph holds ordinals.
    private static int OrdinalOf(List<string> labels, string label)
    {
        var at = labels.IndexOf(label);
        if (at < 0)
        {
            at = labels.Count;
            labels.Add(label);
        }

        return at;
    }
}

/// <summary>One tie as its owner names it. Exactly one of <paramref name="Resident"/> and <paramref name="Alter"/> is set.</summary>
/// <param name="Resident">The other end, if on the register.</param>
/// <param name="Alter">Which of her alters, counted from 0; equal ordinals of one resident are one person.</param>
/// <param name="Kind">What the named person is to her.</param>
/// <param name="Frequency">Stated frequency; no dated contact.</param>
/// <param name="Since">First day it holds; null = always.</param>
/// <param name="EndedOn">First day it no longer holds.</param>
/// <param name="LastContact">Last contact as imported.</param>
/// <param name="Contacts">Days of recorded contacts.</param>
/// <param name="Circle">1 (closest) to 3; null = not said.</param>
[GenerateSerializer, Immutable, Alias("networks.graph.tie-entry")]
public sealed record TieEntry(
    [property: Id(0)] ResidentId? Resident,
    [property: Id(1)] int? Alter,
    [property: Id(2)] TieKind Kind,
    [property: Id(3)] ContactFrequency? Frequency,
    [property: Id(4)] DateOnly? Since,
    [property: Id(5)] DateOnly? EndedOn,
    [property: Id(6)] DateOnly? LastContact,
    [property: Id(7)] ImmutableArray<DateOnly> Contacts,
    [property: Id(8)] int? Circle = null);

/// <summary>One membership; the group must run as well for it to hold.</summary>
/// <param name="Group">The group.</param>
/// <param name="Since">First day it holds; null = always.</param>
/// <param name="EndedOn">First day it no longer holds.</param>
/// <param name="Attendances">The days she came to this group, which are its contacts.</param>
[GenerateSerializer, Immutable, Alias("networks.graph.membership-entry")]
public sealed record MembershipEntry(
    [property: Id(0)] GroupId Group,
    [property: Id(1)] DateOnly? Since,
    [property: Id(2)] DateOnly? EndedOn,
    [property: Id(3)] ImmutableArray<DateOnly> Attendances);

/// <summary>From when until when an agreement holds; an unknown start holds, an unknown end is none.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.consent-span")]
public readonly record struct ConsentSpan([property: Id(0)] DateOnly? From, [property: Id(1)] DateOnly? Until);

/// <summary>One match with a volunteer, past or present.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.match-entry")]
public sealed record MatchEntry(
    [property: Id(0)] VolunteerId Volunteer,
    [property: Id(1)] OfferKind Kind,
    [property: Id(2)] DateOnly? Since,
    [property: Id(3)] DateOnly? EndedOn,
    [property: Id(4)] DateOnly? LastContact,
    [property: Id(5)] ImmutableArray<DateOnly> Contacts);
