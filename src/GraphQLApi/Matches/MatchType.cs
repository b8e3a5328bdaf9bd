using HotChocolate;
using Networks.Domain.Matches;
using Networks.Grains.Residents;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Volunteers;

namespace Networks.GraphQLApi.Matches;

/// <summary>A resident and a volunteer who meet.</summary>
[GraphQLName("Match")]
public sealed class MatchType : INode
{
    private readonly ResidentReading _owner;
    private readonly Match _match;

    internal MatchType(ResidentReading owner, Match match) => (_owner, _match) = (owner, match);

    /// <summary>Global and opaque; never parse it.</summary>
    [GraphQLType("ID!")]
    public string Id => GlobalId.Of("Match", new MatchId(_owner.Resident.Id, _match.Number).ToString());

    /// <summary>The version of the resident's record, which owns the match.</summary>
    public int Version => _owner.Version;

    /// <summary>The resident.</summary>
    public ResidentType Resident => new(_owner);

    /// <summary>The volunteer.</summary>
    public Task<VolunteerType> GetVolunteerAsync(VolunteerById volunteers, CancellationToken cancellationToken) =>
        volunteers.RequiredAsync(_match.Volunteer, cancellationToken);

    /// <summary>How they meet; null where not known.</summary>
    public ContactMode? Mode => _match.Mode;

    /// <summary>How far the match has come, as far as anything is recorded of it.</summary>
    public async Task<MatchStage> GetStageAsync(AreaRegister register) =>
        MatchStages.Of(_match, await register.TodayAsync(), LastContact);

    /// <summary>First day it holds.</summary>
    public DateOnly? StartedOn => _match.Since;

    /// <summary>First day it no longer holds.</summary>
    public DateOnly? EndedOn => _match.EndedOn;

    /// <summary>Why it ended.</summary>
    public MatchEnding? Ending => _match.Ending;

    /// <summary>Latest dated contact of the two.</summary>
    public DateOnly? LastContact => _owner.Resident.Contacts
        .Where(contact => contact.Match == _match.Number)
        .Select(contact => (DateOnly?)contact.On)
        .Append(_match.LastContact)
        .Max();

    /// <summary>When the two are to be asked how it goes; null where no review is planned.</summary>
    public DateOnly? ReviewDue => _match.ReviewDue;

    /// <summary>How many weeks it is meant to last; null where its end is open.</summary>
    public int? WeeksPlanned => _match.WeeksPlanned;

    /// <summary>The household whose people are visited together and take one place of the volunteer; null with her own place.</summary>
    public string? Household => _match.Household;

    /// <summary>The steps reached, by day.</summary>
    public IReadOnlyList<MilestoneType> Milestones => [.. _match.Milestones.Select(milestone => new MilestoneType(milestone))];
}

/// <summary>A step that a match has reached.</summary>
[GraphQLName("Milestone")]
public sealed class MilestoneType
{
    private readonly Milestone _milestone;

    internal MilestoneType(Milestone milestone) => _milestone = milestone;

    /// <summary>Which step.</summary>
    public MilestoneKind Kind => _milestone.Kind;

    /// <summary>On which day.</summary>
    public DateOnly On => _milestone.On;
}

/// <summary>A page of matches.</summary>
public sealed class MatchConnection : Connection<MatchEdge, MatchType>
{
    internal static MatchConnection Of(ListPage<MatchType> page) => new()
    {
        Edges = [.. page.Rows.Select(row => new MatchEdge { Cursor = row.Cursor, Node = row.Row })],
        PageInfo = page.Info,
        TotalCount = page.TotalCount
    };
}

/// <summary>One match of the list.</summary>
public sealed class MatchEdge : Edge<MatchType>;
