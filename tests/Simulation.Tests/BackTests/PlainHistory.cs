using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Tests.Communities;

namespace Networks.Simulation.Tests.BackTests;

/// <summary>What a register knew of a town on the day of the fork, and what followed in truth.</summary>
internal static class PlainHistory
{
    /// <summary>A Monday; a round is due the next day.</summary>
    public static readonly DateOnly Day = Towns.Day;

    private static readonly ImmutableArray<WardPlace> Wards =
        [.. Enumerable.Range(1, 4).Select(at => Towns.Place with { Code = WardCode.Of($"E0500000{at}"), Name = $"Ward {at}" })];

    /// <summary>The fork: nothing in it is of a later day.</summary>
    public static AreaSnapshot AsKnown(PlainTown town) => new()
    {
        Day = Day,
        Wards = Wards,
        People = [.. town.People.Where(person => person.ReferredAt < PlainTown.ForkDay).Select(Person)],
        Offers = [.. town.Volunteers.Select(Offer)],
    };

    /// <summary>What the days from the fork on brought.</summary>
    public static Followed Followed(PlainTown town, double days)
    {
        double from = PlainTown.ForkDay, until = from + days;
        bool Within(double time) => time >= from && time < until;
        var stays = town.Volunteers.SelectMany(volunteer => volunteer.Stays).ToArray();
        var waits = town.People.SelectMany(person => person.Waits).ToArray();
        var helped = waits.Where(wait => Within(wait.HelpedAt)).Select(wait => wait.HelpedAt - wait.Since).Order().ToArray();
        return new Followed(
            stays.Count(stay => Within(stay.Since)),
            stays.Count(stay => Within(stay.EndsAt) && stay.Ending == MatchEnding.Planned),
            waits.Count(wait => wait.GaveUpWithin(from, until)),
            waits.Count(wait => wait.Holds(until)),
            helped.Average(),
            NineInTen(helped));
    }

    private static double NineInTen(double[] sorted)
    {
        var at = 0.9 * (sorted.Length - 1);
        return sorted[(int)at] + ((at - (int)at) * (sorted[(int)at + 1] - sorted[(int)at]));
    }

    private static SnapshotPerson Person(PlainPerson person)
    {
        var waits = person.Waits.LastOrDefault(wait => wait.Holds(PlainTown.ForkDay));
        var left = person.Waits.Where(wait => wait.GaveUpWithin(0, PlainTown.ForkDay)).Select(wait => (double?)wait.GivesUpAt)
            .LastOrDefault();
        return new SnapshotPerson
        {
            Facts = new Seeker
            {
                Resident = ResidentId.Of($"p{person.Number:D5}"),
                Ward = Wards[person.Ward].Code,
                Seeking = waits is not null || left is not null ? [OfferKind.Befriending] : [],
                ConsentsToMatching = true,
                PriorityBand = person.Band,
                WaitingSince = waits is null ? null : DateOf(waits.Since),
                Languages = person.SpeaksOnlyUrdu ? ["ur"] : ["en"],
            },
            ReferredOn = DateOf(person.ReferredAt),
            LeftOn = left is { } day ? DateOf(day) : null,
            Stays = [.. person.Stays.Where(stay => stay.Since < PlainTown.ForkDay).Select(Stay)],
        };
    }

    private static SnapshotStay Stay(PlainStay stay)
    {
        var ended = stay.EndsAt < PlainTown.ForkDay;
        return new SnapshotStay
        {
            Offer = Id(stay.Volunteer), Kind = OfferKind.Befriending, Since = DateOf(stay.Since),
            EndedOn = ended ? DateOf(stay.EndsAt) : null, Ending = ended ? stay.Ending : null,
        };
    }

    private static SnapshotOffer Offer(PlainVolunteer volunteer)
    {
        var active = volunteer.StopsAt >= PlainTown.ForkDay;
        var taken = volunteer.Stays.Count(stay => stay.Since < PlainTown.ForkDay && stay.EndsAt >= PlainTown.ForkDay);
        return new SnapshotOffer
        {
            Facts = Towns.Befriender(volunteer.Number, volunteer.SpeaksUrdu ? ["en", "ur"] : ["en"]) with
            {
                Places = volunteer.Places - taken,
                Checks = [.. MatchingPolicy.Default.ChecksFor(ContactMode.Visit).Select(kind => new Check(kind, DateOf(0), null))],
            },
            Capacity = volunteer.Places,
            IsActive = active,
            Roles = [VolunteerRole.Befriender],
            Until = active ? null : DateOf(volunteer.StopsAt),
        };
    }

    private static OfferId Id(PlainVolunteer volunteer) => Towns.Befriender(volunteer.Number).Offer;

    private static DateOnly DateOf(double time) => Day.AddDays((int)Math.Floor(time) - PlainTown.ForkDay);
}

/// <summary>What followed a fork; waits in days.</summary>
internal sealed record Followed(double Starts, double Ends, double LeftList, double Waiting, double MeanWait, double LongWait);
