using HotChocolate;
using Networks.Domain.Matches;
using Networks.Domain.Pathways;
using Networks.Grains.Pathways;

namespace Networks.GraphQLApi.Pathways;

/// <summary>How far the people referred in a period have come.</summary>
[GraphQLName("PathwayFunnel")]
public sealed class PathwayFunnelType
{
    private readonly FunnelQuery _query;
    private readonly FunnelAnswer _answer;
    private readonly PathwayFunnel _funnel;
    private readonly bool _isForSharing;

    internal PathwayFunnelType(FunnelQuery query, FunnelAnswer answer, bool isForSharing)
    {
        (_query, _answer, _isForSharing) = (query, answer, isForSharing);
        _funnel = isForSharing ? FunnelDisclosure.Safe(answer.Funnel) : answer.Funnel;
    }

    /// <summary>First day of referrals that count.</summary>
    public DateOnly From => _query.From;

    /// <summary>First day of referrals that do not count any more.</summary>
    public DateOnly To => _query.To;

    /// <summary>People referred in the period; null when withheld.</summary>
    public int? Referred => _funnel.Referred;

    /// <summary>Each stage in order, pausing last: how many came so far, in how many days, and how many stand there now.</summary>
    public IReadOnlyList<PathwayStepType> Steps => [.. _funnel.Steps.Select(step => new PathwayStepType(step))];

    /// <summary>Why what ended first did.</summary>
    public IReadOnlyList<PathwayEndingType> Endings => [.. _funnel.Endings.Select(ending => new PathwayEndingType(ending))];

    /// <summary>People of them who are not on the register any more, and stand nowhere; null when withheld.</summary>
    public int? Left => _funnel.Left;

    /// <summary>The day the answer is about.</summary>
    public DateOnly AsOf => _answer.AsOf;

    /// <summary>False while some ward has not told what it holds, so that numbers may be too low.</summary>
    public bool Complete => _answer.Complete;

    /// <summary>Fields of this object, or of its steps and endings, of which something is withheld.</summary>
    public IReadOnlyList<string> Suppressed => !_isForSharing ? [] :
    [
        .. new (string Field, bool Is)[]
        {
            ("referred", _funnel.Referred is null),
            ("steps", _funnel.Steps.Any(step => step.Reached is null || step.Standing is null || step.Stalled is null)),
            ("endings", _funnel.Endings.Length < _answer.Funnel.Endings.Length || _funnel.Endings.Any(ending => ending.People is null)),
            ("left", _funnel.Left is null),
        }.Where(one => one.Is).Select(one => one.Field),
    ];
}

/// <summary>One stage of the pathway.</summary>
[GraphQLName("PathwayStep")]
public sealed class PathwayStepType
{
    private readonly PathwayStep _step;

    internal PathwayStepType(PathwayStep step) => _step = step;

    /// <summary>Which.</summary>
    public PathwayStage Stage => _step.Stage;

    /// <summary>
    /// People who came so far. Up to MEETING a stage that nobody wrote down counts if a later one is; nobody reaches PAUSED, some stand
    /// there. Null when withheld.
    /// </summary>
    public int? Reached => _step.Reached;

    /// <summary>Of those, people of whom the day is written down; null when withheld.</summary>
    public int? Dated => _step.Dated;

    /// <summary>The median of the days from the referral to it, of those of whom the day is written down.</summary>
    public double? MedianDaysFromReferral => _step.MedianDaysFromReferral;

    /// <summary>The median of the days to it from the last stage before it that is written down.</summary>
    public double? MedianDaysFromPrevious => _step.MedianDaysFromPrevious;

    /// <summary>
    /// People who stand there now, also by a match or membership that began before the referral; null when withheld.
    /// </summary>
    public int? Standing => _step.Standing;

    /// <summary>Of those, people who have stood there longer than the stage should take; null when withheld.</summary>
    public int? Stalled => _step.Stalled;
}

/// <summary>How many ended in one way.</summary>
[GraphQLName("PathwayEnding")]
public sealed class PathwayEndingType
{
    private readonly PathwayEnding _ending;

    internal PathwayEndingType(PathwayEnding ending) => _ending = ending;

    /// <summary>Why; null where nobody said, or a membership ended.</summary>
    public MatchEnding? Ending => _ending.Ending;

    /// <summary>How many people; null when withheld.</summary>
    public int? Residents => _ending.People;
}
