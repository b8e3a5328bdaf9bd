using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Groups;
using Networks.Domain.Measures;
using Networks.Domain.Volunteers;
using Networks.Grains;
using Networks.Graph.Paths;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Offers;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Volunteers;
using Orleans;

namespace Networks.GraphQLApi.Paths;

/// <summary>Through whom somebody could be introduced.</summary>
[QueryType]
public static class PathQueries
{
    /// <summary>
    /// The shortest ways over people's ties from a resident to a group or a volunteer; everybody asked to introduce has agreed to. Fewest
    /// ties first; then, tie by tie from her, the stronger tie, whoever was asked less often in the last year, the later last contact and
    /// the lower reference. None if she is there already; introductionSearch says why there is none.
    /// </summary>
    /// <param name="from">Who would be introduced, by reference or global id.</param>
    /// <param name="toGroup">To which group; give exactly one of toGroup, toAnyFittingGroup and toVolunteer.</param>
    /// <param name="toVolunteer">To which volunteer: over a resident matched with them, or who is them.</param>
    /// <param name="asOf">The day asked about; left out, today. Free places and fit are those of now.</param>
    /// <param name="toAnyFittingGroup">To any group with a free place that fits her, by the rules of a matching round.</param>
    /// <param name="hopsMax">Most ties walked, 0 to 6; the step into the group or to the volunteer is not counted.</param>
    /// <param name="first">How many paths, at most 100.</param>
    public static async Task<IReadOnlyList<IntroductionPathType>> GetIntroductionPathsAsync(
        [GraphQLType("ID!")] string from,
        [GraphQLType("ID")] string? toGroup,
        [GraphQLType("ID")] string? toVolunteer,
        DateOnly? asOf,
        ResidentById residents,
        GroupById groups,
        VolunteerById volunteers,
        AreaRegister register,
        TimeProvider time,
        IGrainFactory grains,
        CancellationToken cancellationToken,
        bool? toAnyFittingGroup = false,
        int? hopsMax = HopsDefault,
        int? first = PathsDefault) =>
        (await new PathReading(residents, groups, volunteers, register, time, grains).ReadAsync(
            new PathWish(from, toGroup, toVolunteer, toAnyFittingGroup ?? false, hopsMax ?? HopsDefault, first ?? PathsDefault, asOf),
            cancellationToken)).Paths;

    /// <summary>
    /// The same ways, and where there is none, why: already there, not within so many ties, not without somebody agreeing to introduce
    /// who has not (nobody is named), or more ties than one question may look at.
    /// </summary>
    /// <param name="from">Who would be introduced, by reference or global id.</param>
    /// <param name="toGroup">To which group; give exactly one of toGroup, toAnyFittingGroup and toVolunteer.</param>
    /// <param name="toVolunteer">To which volunteer: over a resident matched with them, or who is them.</param>
    /// <param name="asOf">The day asked about; left out, today. Free places and fit are those of now.</param>
    /// <param name="toAnyFittingGroup">To any group with a free place that fits her, by the rules of a matching round.</param>
    /// <param name="hopsMax">Most ties walked, 0 to 6; the step into the group or to the volunteer is not counted.</param>
    /// <param name="first">How many paths, at most 100.</param>
    public static Task<IntroductionSearchType> GetIntroductionSearchAsync(
        [GraphQLType("ID!")] string from,
        [GraphQLType("ID")] string? toGroup,
        [GraphQLType("ID")] string? toVolunteer,
        DateOnly? asOf,
        ResidentById residents,
        GroupById groups,
        VolunteerById volunteers,
        AreaRegister register,
        TimeProvider time,
        IGrainFactory grains,
        CancellationToken cancellationToken,
        bool? toAnyFittingGroup = false,
        int? hopsMax = HopsDefault,
        int? first = PathsDefault) =>
        new PathReading(residents, groups, volunteers, register, time, grains).ReadAsync(
            new PathWish(from, toGroup, toVolunteer, toAnyFittingGroup ?? false, hopsMax ?? HopsDefault, first ?? PathsDefault, asOf),
            cancellationToken);

    private const int PathsDefault = 3;
    private const int HopsDefault = 3;
}

/// <summary>What a client asks, as it was written.</summary>
internal sealed record PathWish(
    string From, string? ToGroup, string? ToVolunteer, bool ToAnyFittingGroup, int HopsMax, int First, DateOnly? AsOf);

/// <summary>Reads what a client asks, asks the area, and where any group will do, leaves out those that do not fit.</summary>
internal sealed class PathReading(
    ResidentById residents, GroupById groups, VolunteerById volunteers, AreaRegister register, TimeProvider time, IGrainFactory grains)
{
    /// <summary>Most times the area is asked again without the groups that were found not to fit.</summary>
    private const int RoundsMax = 20;

    public async Task<IntroductionSearchType> ReadAsync(PathWish wish, CancellationToken cancellationToken)
    {
        var first = PageRequest.Of(wish.First, null).First!.Value;
        if ((wish.ToGroup is null ? 0 : 1) + (wish.ToVolunteer is null ? 0 : 1) + (wish.ToAnyFittingGroup ? 1 : 0) != 1)
        {
            throw Refused.BadArgument(
                "toGroup", "Give exactly one of toGroup, toAnyFittingGroup and toVolunteer: where shall she be led?");
        }

        var resident = await residents.FindReadingAsync(wish.From, cancellationToken)
            ?? throw Refused.BadArgument("from", $"from names no resident: '{wish.From}' is neither a reference nor a global id of one.");
        var group = wish.ToGroup is not { } toGroup ? null : await groups.FindAsync(toGroup, cancellationToken)
            ?? throw Refused.BadArgument("toGroup", $"toGroup names no group: '{toGroup}' is neither a reference nor a global id of one.");
        var volunteer = wish.ToVolunteer is not { } toVolunteer ? null : await volunteers.FindAsync(toVolunteer, cancellationToken)
            ?? throw Refused.BadArgument(
                "toVolunteer", $"toVolunteer names no volunteer: '{toVolunteer}' is neither a reference nor a global id of one.");
        var query = new PathQuery
        {
            From = resident.Resident.Id,
            Group = group is null ? null : GroupId.Of(group.Reference),
            Volunteer = volunteer is null ? null : VolunteerId.Of(volunteer.Reference),
            AnyGroup = wish.ToAnyFittingGroup,
            HopsMax = wish.HopsMax,
            First = first,
            AsOf = wish.AsOf
        };
        var answer = wish.ToAnyFittingGroup ? await FittingAsync(query, resident.Resident, cancellationToken) : await AskAsync(query);
        return new IntroductionSearchType(answer, wish.HopsMax, group, volunteer);
    }

    // The graph knows where a place is free, not what fits: it is asked again without the groups that do not, until all that are left do.
    private async Task<PathAnswer> FittingAsync(
        PathQuery query, Domain.Residents.Resident resident, CancellationToken cancellationToken)
    {
        var wards = await register.ReadAsync();
        var fit = new OfferFit(resident, wards, new Moment(time.GetUtcNow(), register.Today(wards.Area)));
        HashSet<GroupId> judged = [];
        HashSet<GroupId> misfits = [];
        for (var round = 0; round < RoundsMax; round++)
        {
            var answer = await AskAsync(query with
            {
                Without = [.. misfits],
                First = Math.Clamp(query.First * 4, 1, PathQuery.PathsMax)
            });
            var before = misfits.Count;
            foreach (var group in answer.Paths.Select(path => path.Group!.Value).Distinct().Where(judged.Add))
            {
                if (!await FitsAsync(fit, group, cancellationToken))
                {
                    misfits.Add(group);
                }
            }

            if (misfits.Count == before)
            {
                return answer with { Paths = [.. answer.Paths.Take(query.First)] };
            }
        }

        return new PathAnswer
        {
            Paths = [],
            Complete = true,
            AsOf = query.AsOf ?? register.Today(wards.Area),
            Outcome = PathOutcome.TooMuchWork
        };
    }

    private async Task<bool> FitsAsync(OfferFit fit, GroupId group, CancellationToken cancellationToken) =>
        await groups.LoadAsync(group, cancellationToken) is { } reading
        && await fit.JudgeAsync(
            Domain.Matches.OfferId.Of(group), reading.Group.Facts.Kind, volunteers, groups, cancellationToken) is { Passes: true };

    private async Task<PathAnswer> AskAsync(PathQuery query)
    {
        var answer = await grains.Area().Paths(query);
        return answer.Fault is { } fault ? throw Refused.BadArgument("introductionPaths", fault) : answer;
    }
}
