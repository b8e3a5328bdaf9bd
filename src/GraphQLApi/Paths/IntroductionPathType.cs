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
    private readonly GroupType? _group;

    internal IntroductionPathType(IntroductionPath path, GroupType? group, VolunteerType? volunteer) =>
        (_path, _group, Volunteer) = (path, group, volunteer);

    /// <summary>Ties walked; the step into the group or to the volunteer is not counted.</summary>
    public int Hops => _path.Hops;

    /// <summary>The group it leads to.</summary>
    public async Task<GroupType?> GetGroupAsync(GroupById groups, CancellationToken cancellationToken) =>
        _path.Group is { } any ? await groups.RequiredAsync(any, cancellationToken) : _group;

    /// <summary>The volunteer it leads to.</summary>
    public VolunteerType? Volunteer { get; }

    /// <summary>The people met on the way, in order.</summary>
    public IReadOnlyList<IntroductionStepType> Steps =>
        [.. _path.People.Select((person, at) => new IntroductionStepType(at + 1, person, _path.Ties[at]))];
}

/// <summary>One person met on the way.</summary>
[GraphQLName("IntroductionStep")]
public sealed class IntroductionStepType
{
    private readonly ResidentId _resident;
    private readonly IntroductionTie _tie;

    internal IntroductionStepType(int position, ResidentId resident, IntroductionTie tie) =>
        (Position, _resident, _tie) = (position, resident, tie);

    /// <summary>1 for the person to ask first.</summary>
    public int Position { get; }

    /// <summary>Who; null where only the next step may be shown.</summary>
    public async Task<ResidentType?> GetResidentAsync(ResidentById residents, CancellationToken cancellationToken) =>
        await residents.FindAsync(_resident, cancellationToken);

    /// <summary>
    /// How strong the tie to the person before is, 0 to 9: at most 4 points for contact, 3 for the circle, 2 for the kind of tie.
    /// </summary>
    public int Strength => _tie.Strength;

    /// <summary>The last contact with the person before; null where none is recorded.</summary>
    public DateOnly? LastContact => _tie.LastContact;

    /// <summary>How often this person was asked to introduce somebody in the year before.</summary>
    public int Asked => _tie.Asked;
}

/// <summary>What came of looking for somebody who could introduce a resident.</summary>
[GraphQLName("IntroductionSearch")]
public sealed class IntroductionSearchType
{
    private readonly PathAnswer _answer;
    private readonly int _hopsMax;

    internal IntroductionSearchType(PathAnswer answer, int hopsMax, GroupType? group, VolunteerType? volunteer)
    {
        (_answer, _hopsMax) = (answer, hopsMax);
        Paths = [.. answer.Paths.Select(path => new IntroductionPathType(path, group, volunteer))];
    }

    /// <summary>The ways, the best first; empty where there is none.</summary>
    public IReadOnlyList<IntroductionPathType> Paths { get; }

    /// <summary>Whether there is a way, and if not, why not.</summary>
    public PathOutcome Outcome => _answer.Outcome;

    /// <summary>The same in words.</summary>
    public string Sentence => _answer.Outcome switch
    {
        PathOutcome.Found => $"There is a way within {Ties}.",
        PathOutcome.AlreadyThere => "No introduction is needed: the person is there already.",
        PathOutcome.NotWithinHops => $"Not within {Ties}, whoever agreed to introduce.",
        PathOutcome.ConsentMissing =>
            $"Not within {Ties} over people who agreed to introduce; if somebody else agreed, there would be a way.",
        _ => $"Not known: within {Ties} there are more people than one question may look at. Ask for fewer ties.",
    };

    /// <summary>True if the search ended at the limit of its work: the paths are the best, but there may be more.</summary>
    public bool Bounded => _answer.IsBounded;

    /// <summary>The day the answer is of.</summary>
    public DateOnly AsOf => _answer.AsOf;

    private string Ties => _hopsMax == 1 ? "1 tie" : $"{_hopsMax} ties";
}
