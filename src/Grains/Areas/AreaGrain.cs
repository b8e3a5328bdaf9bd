using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Grains.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Connectors;
using Networks.Graph.Groups;
using Networks.Graph.Matches;
using Networks.Graph.Paths;
using Networks.Graph.Pathways;
using Networks.Graph.Residents;
using Networks.Graph.Spreads;
using Networks.Graph.Volunteers;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.Areas;

[StatelessWorker, Reentrant]
internal sealed class AreaGrain(
    WardBoard board, PastPictures pictures, IEntityRows rows, IGrainFactory grains, TimeProvider time, ILogger<AreaGrain> logger)
    : Grain, IAreaGrain
{
    /// <summary>
    /// Wards woken or asked at a time. Waking one is work for a processor, so that more at a time only makes each of them later.
    /// </summary>
    private const int WardsAtATimeMax = 16;

    public async Task<UnconnectedAnswer> Unconnected(UnconnectedQuery query)
    {
        var area = await Look();
        var day = query.AsOf ?? area.At.Today;
        var answer = area.Graph.RememberedUnconnected(query, day) ?? await Task.Run(() => area.Graph.Unconnected(query, day));
        return answer with { Complete = area.IsComplete };
    }

    public async Task<ListedAnswer> Listed(ListedQuery query)
    {
        var area = await Look();
        var stamp = new ListedStamp(board.Name.Value, area.Graph.Stamp, area.At.Today);
        if (stamp == query.Seen && area.IsComplete)
        {
            return new ListedAnswer { Stamp = stamp, IsUnchanged = true };
        }

        return new ListedAnswer
        {
            People = await (query.IsUnhurried ? Unhurried.Run(People) : Task.Run(People)),
            Stamp = stamp,
            Complete = area.IsComplete,
        };

        ImmutableArray<ResidentId> People() => query.BefriendingEndedDays is { } days
            ? area.Graph.BefriendingEnded(days, query.Wards, area.At.Today)
            : area.Graph.Listed(query.Rule, query.Wards, area.At.Today);
    }

    public async Task<ImmutableArray<UnconnectedPerson>> Evidence(ListedQuery query, ImmutableArray<ResidentId> people)
    {
        var area = await Look();
        return await Task.Run(() => query.BefriendingEndedDays is { } days
            ? area.Graph.BefriendingEnded(days, people, area.At.Today)
            : area.Graph.Listed(query.Rule, people, area.At.Today));
    }

    public async Task<ComponentSummary> Components(ComponentQuery query)
    {
        var area = await Look();
        var answer = await Task.Run(() => area.Graph.ComponentsOn(query, query.AsOf ?? area.At.Today));
        return answer with { Complete = area.IsComplete };
    }

    public async Task<ConnectionSpread> ConnectionSpread(SpreadQuery query)
    {
        var area = await Look();
        var answer = await Task.Run(() => area.Graph.ConnectionsOn(query, query.AsOf ?? area.At.Today));
        return answer with { Complete = area.IsComplete };
    }

    public async Task<ContactSpread> ContactSpread(SpreadQuery query)
    {
        var area = await Look();
        var answer = await Task.Run(() => area.Graph.ContactsOn(query, query.AsOf ?? area.At.Today));
        return answer with { Complete = area.IsComplete };
    }

    public async Task<ReachSpread> ReachSpread(SpreadQuery query)
    {
        var area = await Look();
        var answer = await Task.Run(() => area.Graph.ReachOn(query, query.AsOf ?? area.At.Today));
        return answer with { Complete = area.IsComplete };
    }

    public async Task<SupportSpread> SupportSpread(SupportQuery query)
    {
        var area = await Look();
        var answer = await Task.Run(() => area.Graph.SupportOn(query, query.Of.AsOf ?? area.At.Today));
        return answer with { Complete = area.IsComplete };
    }

    public async Task<ConnectorAnswer> Connectors(ConnectorQuery query)
    {
        var area = await Look();
        var answer = await Task.Run(() => area.Graph.ConnectorsOn(query, query.Of.AsOf ?? area.At.Today));
        return answer with { Complete = area.IsComplete };
    }

    public async Task<ImmutableDictionary<ResidentId, int>> WithinTwoTies(ImmutableArray<ResidentId> residents, DateOnly? asOf)
    {
        var area = await Look();
        return await Task.Run(() => residents.Distinct()
            .Select(resident => (Resident: resident, Others: area.Graph.WithinTwoTies(resident, asOf ?? area.At.Today)))
            .Where(pair => pair.Others is not null)
            .ToImmutableDictionary(pair => pair.Resident, pair => pair.Others!.Value));
    }

    public async Task<OpenPlacesAnswer> OpenPlaces(OpenPlacesQuery query)
    {
        var area = await Look();
        var points = area.Register.Wards.Where(ward => ward.Point is not null).ToDictionary(ward => ward.Code, ward => ward.Point!.Value);
        var answer = await Task.Run(() => area.Graph.OpenPlaces(query, area.At.Now, area.At.Today, points));
        return answer with { Complete = area.IsComplete };
    }

    public async Task<WaitingAnswer> Waiting(WaitingQuery query)
    {
        var area = await Look();
        var answer = await Task.Run(() => area.Graph.Waiting(query, query.AsOf ?? area.At.Today));
        return answer with { Complete = area.IsComplete };
    }

    public async Task<PathwayPeople> OnPathway(PathwayQuery query)
    {
        var area = await Look();
        var stamp = new ListedStamp(board.Name.Value, area.Graph.Stamp, area.At.Today);
        if (stamp == query.Seen && area.IsComplete)
        {
            return new PathwayPeople { Stamp = stamp, IsUnchanged = true };
        }

        var people = await Task.Run(() => area.Graph.OnPathway(query));
        return people with { Stamp = stamp, Complete = area.IsComplete };
    }

    public async Task<ResidentAnswer> Residents(ResidentQuery query)
    {
        var area = await Look();
        var day = query.AsOf ?? area.At.Today;
        var options = query.HasOpenOption is null ? null : await new OpenOptions(rows, area).Find(query.Wards, day);
        if (options?.Fault is { } fault)
        {
            return ResidentAnswer.Refused(day, fault, isTooExpensive: true);
        }

        var answer = await Task.Run(() => area.Graph.ListResidents(query, day, options?.People));
        return answer with { Complete = area.IsComplete };
    }

    public async Task<VolunteerAnswer> Volunteers(VolunteerQuery query)
    {
        var area = await Look();
        var answer = await Task.Run(() => area.Graph.ListVolunteers(query, area.At.Now, area.At.Today));
        return answer with { Complete = area.IsComplete };
    }

    public async Task<GroupAnswer> Groups(GroupQuery query)
    {
        var area = await Look();
        var answer = await Task.Run(() => area.Graph.ListGroups(query, area.At.Now, area.At.Today));
        return answer with { Complete = area.IsComplete };
    }

    public async Task<PathAnswer> Paths(PathQuery query)
    {
        var area = await Look();
        var answer = await Task.Run(() => area.Graph.FindPaths(query, query.AsOf ?? area.At.Today, area.At.Now));
        return answer with { Complete = area.IsComplete };
    }

    public async Task<TotalsAnswer> Totals(TotalsQuery query)
    {
        var area = await Look();
        var answer = await Task.Run(() => area.Graph.Totals(query, query.AsOf ?? area.At.Today, area.At.Now));
        return answer with { Complete = area.IsComplete };
    }

    public async Task<ConnectionsAnswer> Connections(ImmutableArray<ResidentId> residents, DateOnly? asOf)
    {
        var area = await Look();
        var day = asOf ?? area.At.Today;
        var found = await Task.Run(() => residents.Distinct()
            .Select(resident => (Resident: resident, Known: area.Graph.ConnectionsOf(resident, day)))
            .Where(pair => pair.Known is not null)
            .ToImmutableDictionary(pair => pair.Resident, pair => pair.Known!));
        return new ConnectionsAnswer { Residents = found, AsOf = day, Complete = area.IsComplete };
    }

    public async Task<ImmutableArray<ResidentTieEnds>> TieEnds(ImmutableArray<ResidentId> residents, bool current)
    {
        var area = await Look();
        return area.Graph.TieEndsOf(residents, current ? area.At.Today : null);
    }

    public async Task<CheckReport> Check(CancellationToken cancellationToken)
    {
        var area = await Look();
        var check = new AreaCheck(rows, area.Register, async () => (await Look()).Graph, area.At);
        return await check.Run(area.IsComplete, cancellationToken);
    }

    public async Task<int> Wake(ImmutableArray<WardCode> wards)
    {
        var awake = await Task.WhenAll(wards.Select(async ward => board.IsHostedHere(ward) || await Bring(ward)));
        return awake.Count(came => came);
    }

    public async Task<int> Refresh(ImmutableArray<WardCode> wards, CancellationToken cancellationToken)
    {
        var repairs = await Task.WhenAll(
            wards.Where(board.IsHostedHere).Select(ward => grains.Ward(ward).Refresh(cancellationToken)));
        pictures.Drop();
        return repairs.Sum(ward => ward.Renewed + ward.Dropped);
    }

    public async Task<KnownReach> Reach()
    {
        if (EntityKeys.KnownAt(this.GetPrimaryKeyString()) is not { } day)
        {
            return new KnownReach(null, IsBusy: false);
        }

        var picture = await pictures.Of(day, (await LookLive()).Register);
        return new KnownReach(picture?.FirstRecordedOn > day ? picture.FirstRecordedOn : null, IsBusy: picture is null);
    }

    /// <summary>The picture that this area's key asks for: of what is known now, or was known in the evening of a day.</summary>
    private async Task<LiveArea> Look()
    {
        var live = await LookLive();
        if (EntityKeys.KnownAt(this.GetPrimaryKeyString()) is not { } day)
        {
            return live;
        }

        var past = await pictures.Of(day, live.Register)
            ?? throw new InvalidOperationException("Too many ask for pictures of the past at once; ask again in a moment.");
        return live with { Graph = past.Graph, At = live.At with { Today = day } };
    }

    // The clock is read before the picture: what was true before the question was asked is what the answer must at least show.
    private async Task<LiveArea> LookLive()
    {
        var at = time.Moment();
        var register = await grains.WardRegister().Read();
        var complete = true;
        foreach (var some in board.NotHostedHere(register.Wards).Chunk(WardsAtATimeMax))
        {
            var came = await Task.WhenAll(some.Select(ward => Bring(ward.Code)));
            complete &= came.All(ward => ward);
        }

        return new LiveArea(board.Graph, register, at, complete);
    }

    // Wakes a ward. One that wakes on this silo has shown itself on the board by then; one elsewhere sends what has changed.
    private async Task<bool> Bring(WardCode ward)
    {
        try
        {
            var snapshot = await grains.Ward(ward).Snapshot(board.Name, board.StampOf(ward));
            if (!snapshot.Unchanged)
            {
                board.Replace(ward, snapshot.Stamp, new(snapshot.Residents, snapshot.Volunteers, snapshot.Groups), hostedHere: false);
            }

            return true;
        }
        catch (Exception fault)
        {
            logger.LogWarning(fault, "Ward {Ward} did not come; answers say that they are not complete.", ward);
            return false;
        }
    }
}
