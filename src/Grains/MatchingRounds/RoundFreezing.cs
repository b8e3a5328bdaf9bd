using System.Collections.Immutable;
using System.Text.Json;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Grains.Groups;
using Networks.Grains.Residents;
using Networks.Grains.Volunteers;
using Networks.Grains.Wards;
using Networks.Graph.Matches;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Orleans;

namespace Networks.Grains.MatchingRounds;

/// <summary>Takes the picture a round decides on: who waits in its wards, and which places there are, full ones included.</summary>
internal sealed class RoundFreezing(IGrainFactory grains, IEntityRows rows, TimeProvider time)
{
    /// <summary>The most people one round takes; more wards than that are for several rounds.</summary>
    public const int SeekersMax = 50_000;

    /// <summary>The problem of a new round, or why it cannot be opened.</summary>
    public async Task<(MatchingProblem? Problem, Refusal? Refusal)> Freeze(RoundName name, OpenRound command, MatchingPolicy policy)
    {
        var lookup = await grains.WardRegister().Find([.. command.Wards.Select(ward => ward.Value)]);
        if (lookup.Unknown.FirstOrDefault() is { } unknown)
        {
            return (null, new UnknownWard(WardCode.Of(unknown.Word)) { DidYouMean = unknown.DidYouMean });
        }

        var wards = lookup.Found;
        var waiting = await grains.Area().Waiting(new WaitingQuery { Wards = [.. wards.Select(ward => ward.Code)], All = true });
        if (waiting.Fault is not null || !waiting.Complete)
        {
            return (null, new WrongState(
                "not-ready", "Some of the wards cannot answer yet who is waiting; open the round again in a moment."));
        }

        if (waiting.People.Length > SeekersMax)
        {
            return (null, new InvalidValue(
                "wards", $"{waiting.People.Length} people wait there; a round takes {SeekersMax}. Name fewer wards."));
        }

        var moment = time.Moment();
        var seekers = await Seekers(waiting, command.Kinds, moment);
        var homes = seekers.Select(seeker => seeker.Household).ToHashSet();
        if (policy.VisitedTogether.FirstOrDefault(home => !homes.Contains(home)) is { } nobody)
        {
            return (null, new InvalidValue(
                "policy",
                $"visitedTogether: nobody of household '{nobody}' waits in these wards. Leave it out, or put its reference right."));
        }

        return (new MatchingProblem
        {
            Round = name,
            AsOf = waiting.AsOf,
            OpenedAt = moment.Now,
            LotterySeed = Lottery.Seed(seekers.Select(seeker => seeker.Resident), waiting.AsOf),
            Policy = policy,
            Wards = [.. wards.Select(ward => new WardPlace(ward.Code, ward.Name, ward.Point))],
            Seekers = seekers,
            Offers = await Offers(wards, command.Kinds, moment),
        }, null);
    }

    private async Task<ImmutableArray<Seeker>> Seekers(WaitingAnswer waiting, ImmutableArray<OfferKind> kinds, Moment moment)
    {
        var seeking = waiting.People.ToDictionary(person => person.Resident.Value, person => person.Seeking);
        var seekers = new List<Seeker>();
        await foreach (var row in rows.ReadMany(EntityKind.Resident, seeking.Keys, CancellationToken.None))
        {
            if (JsonSerializer.Deserialize<ResidentState>(row.Json.Span, StateJson.Options)!.Resident is not { } resident)
            {
                continue; // erased since her ward answered
            }

            ImmutableArray<OfferKind> open =
                [.. FrozenFacts.StillSought(resident, seeking[row.Id], moment).Where(kind => kinds.IsEmpty || kinds.Contains(kind))];
            if (open.Length > 0)
            {
                seekers.Add(FrozenFacts.Of(resident, open, waiting.AsOf));
            }
        }

        return [.. seekers.OrderBy(seeker => seeker.Resident)];
    }

    private async Task<ImmutableArray<MatchingOffer>> Offers(
        ImmutableArray<WardFacts> wards, ImmutableArray<OfferKind> kinds, Moment moment)
    {
        var offers = new List<MatchingOffer>();
        foreach (var ward in wards)
        {
            var entities = await rows.ReadWardVersions(ward.Code, CancellationToken.None);
            foreach (var kind in (EntityKind[])[EntityKind.Volunteer, EntityKind.Group])
            {
                string[] ids = [.. entities.Where(entity => entity.Kind == kind).Select(entity => entity.Id)];
                await foreach (var row in rows.ReadMany(kind, ids, CancellationToken.None))
                {
                    if (Offer(row, moment) is { } offer && offer.Kinds.Any(one => kinds.IsEmpty || kinds.Contains(one)))
                    {
                        offers.Add(offer);
                    }
                }
            }
        }

        var households = await Households([.. offers.Select(offer => offer.SamePerson?.Value).OfType<string>()]);
        return
        [
            .. offers.OrderBy(offer => offer.Offer).Select(offer =>
                offer.SamePerson is { } person ? offer with { Household = households.GetValueOrDefault(person.Value) } : offer),
        ];
    }

    // A volunteer who is on the register as well may live with somebody who waits; only their own record says where.
    private async Task<Dictionary<string, string?>> Households(IReadOnlyCollection<string> residents)
    {
        var households = new Dictionary<string, string?>(StringComparer.Ordinal);
        await foreach (var row in rows.ReadMany(EntityKind.Resident, residents, CancellationToken.None))
        {
            households[row.Id] = JsonSerializer.Deserialize<ResidentState>(row.Json.Span, StateJson.Options)!.Resident?.Facts.Household;
        }

        return households;
    }

    private static MatchingOffer? Offer(EntityRow row, Moment moment) => row.Kind == EntityKind.Volunteer
        ? FrozenFacts.Of(JsonSerializer.Deserialize<VolunteerState>(row.Json.Span, StateJson.Options)!.Volunteer!, moment)
        : FrozenFacts.Of(JsonSerializer.Deserialize<GroupState>(row.Json.Span, StateJson.Options)!.Group!, moment);
}
