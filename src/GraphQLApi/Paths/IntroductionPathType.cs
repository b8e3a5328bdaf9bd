using HotChocolate;
using Networks.Domain.Residents;
using Networks.Graph.Paths;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Volunteers;

namespace Networks.GraphQLApi.Paths;

/// <summary>A way over people's ties to a group or a volunteer.</summary>
[GraphQLName("IntroductionPath")]
public sealed class IntroductionPathType
{
    private readonly IntroductionPath _path;

    internal IntroductionPathType(IntroductionPath path, GroupType? group, VolunteerType? volunteer) =>
        (_path, Group, Volunteer) = (path, group, volunteer);

    /// <summary>Ties walked; the step into the group or to the volunteer is not counted.</summary>
    public int Hops => _path.Hops;

    /// <summary>The group it leads to.</summary>
    public GroupType? Group { get; }

    /// <summary>The volunteer it leads to.</summary>
    public VolunteerType? Volunteer { get; }

    /// <summary>The people met on the way, in order.</summary>
    public IReadOnlyList<IntroductionStepType> Steps =>
        [.. _path.People.Select((person, at) => new IntroductionStepType(at + 1, person))];
}

/// <summary>One person met on the way.</summary>
[GraphQLName("IntroductionStep")]
public sealed class IntroductionStepType
{
    private readonly ResidentId _resident;

    internal IntroductionStepType(int position, ResidentId resident) => (Position, _resident) = (position, resident);

    /// <summary>1 for the person to ask first.</summary>
    public int Position { get; }

    /// <summary>Who; null where only the next step may be shown.</summary>
    public async Task<ResidentType?> GetResidentAsync(ResidentById residents, CancellationToken cancellationToken) =>
        await residents.FindAsync(_resident, cancellationToken);
}
