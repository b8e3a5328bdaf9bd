using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Groups;
using Networks.Domain.Volunteers;
using Networks.Grains;
using Networks.Graph.Paths;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Groups;
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
    /// ties first; then, tie by tie from her, the later last contact and the lower reference. None if she is there already.
    /// </summary>
    /// <param name="from">Who would be introduced, by reference or global id.</param>
    /// <param name="toGroup">To which group; give exactly one of toGroup and toVolunteer.</param>
    /// <param name="toVolunteer">To which volunteer: over a resident matched with them, or who is them.</param>
    /// <param name="hopsMax">Most ties walked, 0 to 6; the step into the group or to the volunteer is not counted.</param>
    /// <param name="first">How many paths, at most 100.</param>
    public static async Task<IReadOnlyList<IntroductionPathType>> GetIntroductionPathsAsync(
        [GraphQLType("ID!")] string from,
        [GraphQLType("ID")] string? toGroup,
        [GraphQLType("ID")] string? toVolunteer,
        ResidentById residents,
        GroupById groups,
        VolunteerById volunteers,
        IGrainFactory grains,
        CancellationToken cancellationToken,
        int? hopsMax = 3,
        int? first = 3)
    {
        var paths = PageRequest.Of(first ?? PathsDefault, null).First!.Value;
        if (toGroup is null == toVolunteer is null)
        {
            throw Refused.BadArgument("toGroup", "Give exactly one of toGroup and toVolunteer: where shall she be led?");
        }

        var resident = await residents.FindReadingAsync(from, cancellationToken)
            ?? throw Refused.BadArgument("from", $"from names no resident: '{from}' is neither a reference nor a global id of one.");
        var group = toGroup is null ? null : await groups.FindAsync(toGroup, cancellationToken)
            ?? throw Refused.BadArgument("toGroup", $"toGroup names no group: '{toGroup}' is neither a reference nor a global id of one.");
        var volunteer = toVolunteer is null ? null : await volunteers.FindAsync(toVolunteer, cancellationToken)
            ?? throw Refused.BadArgument(
                "toVolunteer", $"toVolunteer names no volunteer: '{toVolunteer}' is neither a reference nor a global id of one.");
        var answer = await grains.Area().Paths(new PathQuery
        {
            From = resident.Resident.Id,
            Group = group is null ? null : GroupId.Of(group.Reference),
            Volunteer = volunteer is null ? null : VolunteerId.Of(volunteer.Reference),
            HopsMax = hopsMax ?? HopsDefault,
            First = paths
        });
        return answer.Fault is { } fault
            ? throw Refused.BadArgument("introductionPaths", fault)
            : [.. answer.Paths.Select(path => new IntroductionPathType(path, group, volunteer))];
    }

    private const int PathsDefault = 3;
    private const int HopsDefault = 3;
}
