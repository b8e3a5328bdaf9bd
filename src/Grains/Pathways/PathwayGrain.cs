using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Measures;
using Networks.Domain.Pathways;
using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Networks.Grains.Wards;
using Networks.Graph.Pathways;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.Pathways;

[StatelessWorker, Reentrant]
internal sealed class PathwayGrain(PathwayBook book, IEntityRows rows, TimeProvider time) : Grain, IPathwayGrain
{
    public async Task<FunnelAnswer> Funnel(FunnelQuery query)
    {
        var at = time.Moment();
        var look = await Look(new PathwayQuery { Wards = query.Wards });
        var funnel = await Task.Run(() => PathwayFunnel.Of(
            [
                .. from person in look.Records.Values
                   where person.Facts.ReferredOn >= query.From && person.Facts.ReferredOn < query.To
                   let course = PathwayCourse.Of(person, look.Groups, at.Today)
                   where course is not null
                   select (course, PathwayRules.Standing(person, look.Groups, at)),
            ],
            at.Today));
        return new FunnelAnswer { Funnel = funnel, AsOf = at.Today, Complete = look.People.Complete };
    }

    public async Task<StalledAnswer> Stalled(StalledQuery query)
    {
        var at = time.Moment();
        var look = await Look(new PathwayQuery { Wards = query.Wards, Seen = query.Seen });
        var people = look.People.IsUnchanged ? [] : await Task.Run(() => Standing(look, at)
            .Where(person => person.Standing.IsStalled(at.Today) && query.Stages?.Contains(person.Standing.Stage) != false)
            .OrderBy(person => person.Standing.DueOn)
            .ThenBy(person => person.Resident)
            .ToImmutableArray());
        return new StalledAnswer
        {
            People = people,
            AsOf = at.Today,
            Stamp = look.People.Stamp is { } stamp ? stamp with { Day = at.Today } : null, // midnight may have passed on the way
            IsUnchanged = look.People.IsUnchanged,
            Complete = look.People.Complete,
        };
    }

    public async Task<ImmutableArray<StandingPerson>> Standings(ImmutableArray<ResidentId> people)
    {
        var at = time.Moment();
        return people.IsEmpty ? [] : [.. Standing(await Look(new PathwayQuery { People = people }), at)];
    }

    private static IEnumerable<StandingPerson> Standing(PathwayLook look, Moment at) =>
        from person in look.People.People
        let record = look.Records.GetValueOrDefault(person.Resident)
        where record is not null
        let standing = PathwayRules.Standing(record, look.Groups, at)
        where standing is not null
        select new StandingPerson(person.Resident, person.Ward, standing);

    private async Task<PathwayLook> Look(PathwayQuery query)
    {
        var people = await GrainFactory.Area().OnPathway(query);
        return new PathwayLook(
            people, await book.Read(rows, query, people), people.Groups.ToDictionary(group => group.Group));
    }

    private sealed record PathwayLook(
        PathwayPeople People, IReadOnlyDictionary<ResidentId, Resident> Records, IReadOnlyDictionary<GroupId, PathwayGroup> Groups);
}
