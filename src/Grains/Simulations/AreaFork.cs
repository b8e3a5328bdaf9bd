using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Grains.Groups;
using Networks.Grains.MatchingRounds;
using Networks.Grains.Residents;
using Networks.Grains.Volunteers;
using Networks.Grains.Wards;
using Networks.Graph.Matches;
using Networks.Graph.Pathways;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Simulation.Snapshots;
using Orleans;

namespace Networks.Grains.Simulations;

/// <summary>
/// Takes the area as it is for runs of its future. It only reads: rows and pictures, never a grain that could be woken to a change. Cost:
/// one record for each person on the pathway and each volunteer and group, wards beside one another; those nobody referred cost nothing.
/// </summary>
public sealed class AreaFork(IGrainFactory grains, IEntityRows rows, TimeProvider time)
{
    /// <summary>The snapshot of the wards named, or of all; or why it cannot be taken now.</summary>
    /// <param name="wards">Codes; empty = all.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<(AreaSnapshot? Snapshot, Refusal? Refusal)> Take(
        ImmutableArray<WardCode> wards, MatchingPolicy policy, CancellationToken cancellationToken)
    {
        var register = await grains.WardRegister().Read();
        ImmutableArray<WardFacts> chosen = [.. register.Wards.Where(ward => wards.IsEmpty || wards.Contains(ward.Code))];
        if (wards.FirstOrDefault(ward => chosen.All(known => known.Code != ward)) is var unknown && unknown != default)
        {
            return (null, new UnknownWard(unknown));
        }

        ImmutableArray<WardCode> codes = [.. chosen.Select(ward => ward.Code)];
        var waiting = await grains.Area().Waiting(new WaitingQuery { Wards = codes, All = true });
        var paused = await grains.Area().Waiting(new WaitingQuery { Wards = codes, All = true, Paused = true });
        var known = await grains.Area().OnPathway(new PathwayQuery { Wards = codes });
        if (waiting.Fault is not null || !waiting.Complete || !paused.Complete || !known.Complete)
        {
            return (null, new WrongState("not-ready", "Some of the wards cannot answer yet; take the fork again in a moment."));
        }

        var moment = time.Moment();
        var seeking = waiting.People.Concat(paused.People).ToDictionary(person => person.Resident, person => person.Seeking);
        var people = new ConcurrentBag<SnapshotPerson>();
        var offers = new ConcurrentBag<SnapshotOffer>();
        var residents = known.People.ToLookup(person => person.Ward, person => person.Resident.Value);

        // Half the cores: commands go on meanwhile.
        var atOnce = Math.Max(1, Environment.ProcessorCount / 2);
        var reading = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = atOnce };
        await Parallel.ForEachAsync(codes, reading, async (ward, stop) =>
        {
            await ReadPeople([.. residents[ward]], seeking, moment, people, stop);
            await ReadOffers(ward, moment, offers, stop);
        });
        var snapshot = new AreaSnapshot
        {
            Day = moment.Today,
            Policy = policy,
            Wards = [.. chosen.Select(ward => new WardPlace(ward.Code, ward.Name, ward.Point)).OrderBy(ward => ward.Code)],
            People = [.. people.OrderBy(person => person.Facts.Resident)],
            Offers = [.. offers.OrderBy(offer => offer.Facts.Offer)],
        };
        return (Pseudonyms.Given(snapshot), null);
    }

    private async Task ReadPeople(
        IReadOnlyCollection<string> residents, Dictionary<ResidentId, ImmutableArray<OfferKind>> seeking, Moment moment,
        ConcurrentBag<SnapshotPerson> people, CancellationToken stop)
    {
        await foreach (var row in rows.ReadMany(EntityKind.Resident, residents, stop))
        {
            // Nobody: erased since her ward answered.
            if (JsonSerializer.Deserialize<ResidentState>(row.Json.Span, StateJson.Options)!.Resident is { } resident)
            {
                // A new referral may be like somebody who has left: she sought what she did.
                var sought = resident.Facts.OnRegister(moment.Today)
                    ? FrozenFacts.Unsettled(resident, seeking.GetValueOrDefault(resident.Id, []), moment)
                    : resident.Facts.Seeking;
                people.Add(SnapshotFacts.Of(resident, [.. sought], moment));
            }
        }
    }

    private async Task ReadOffers(WardCode ward, Moment moment, ConcurrentBag<SnapshotOffer> offers, CancellationToken stop)
    {
        await foreach (var row in rows.ReadWard(ward, EntityKind.Volunteer, stop))
        {
            if (JsonSerializer.Deserialize<VolunteerState>(row.Json.Span, StateJson.Options)!.Volunteer is { } volunteer
                && SnapshotFacts.Of(volunteer, moment) is { } offer)
            {
                offers.Add(offer);
            }
        }

        await foreach (var row in rows.ReadWard(ward, EntityKind.Group, stop))
        {
            if (JsonSerializer.Deserialize<GroupState>(row.Json.Span, StateJson.Options)!.Group is { } group)
            {
                offers.Add(SnapshotFacts.Of(group, moment));
            }
        }
    }
}
