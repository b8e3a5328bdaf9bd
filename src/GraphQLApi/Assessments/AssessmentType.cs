using HotChocolate;
using Networks.Domain.Assessments;
using Networks.Domain.Measures;
using Networks.GraphQLApi.Pages;

namespace Networks.GraphQLApi.Assessments;

/// <summary>What a resident answered to one published set of questions on one day.</summary>
[GraphQLName("Assessment")]
public sealed class AssessmentType
{
    private readonly Assessment _assessment;
    private readonly AssessmentScore _score;

    internal AssessmentType(Assessment assessment) => (_assessment, _score) = (assessment, AssessmentScore.Of(assessment));

    /// <summary>Which questions: ucla-3, direct, djg-6, lsns-6, social-contact.</summary>
    public string Instrument => Vocabulary<Instrument>.Word(_assessment.Instrument);

    /// <summary>Which edition of the questions.</summary>
    public string Version => _score.Version;

    /// <summary>The day she answered.</summary>
    public DateOnly On => _assessment.On;

    /// <summary>How the questions were put: self, interview, telephone; null where not known.</summary>
    public string? AskedBy => _assessment.AskedBy is { } way ? Vocabulary<AskedBy>.Word(way) : null;

    /// <summary>The total by the rules of the instrument's authors; null where more items are unanswered than they allow.</summary>
    public int? Score => _score.Score;

    /// <summary>Scores of the parts, in the authors' order; none for an instrument without parts.</summary>
    public IReadOnlyList<SubscaleType> Subscales => [.. _score.Subscales.Select(part => new SubscaleType(part))];

    /// <summary>Items not answered.</summary>
    public int Missing => _score.Missing;

    /// <summary>How the score is usually read.</summary>
    public string? Convention => _score.Convention;
}

/// <summary>The score of a part of a set of questions.</summary>
[GraphQLName("Subscale")]
public sealed class SubscaleType
{
    private readonly SubscaleScore _part;

    internal SubscaleType(SubscaleScore part) => _part = part;

    /// <summary>Which part: emotional, social, family, friends.</summary>
    public string Name => _part.Name;

    /// <summary>Its score; null where one of its items is unanswered.</summary>
    public int? Score => _part.Score;
}

/// <summary>A page of assessments.</summary>
public sealed class AssessmentConnection : Connection<AssessmentEdge, AssessmentType>
{
    internal static AssessmentConnection Of(ListPage<AssessmentType> page) => new()
    {
        Edges = [.. page.Rows.Select(row => new AssessmentEdge { Cursor = row.Cursor, Node = row.Row })],
        PageInfo = page.Info,
        TotalCount = page.TotalCount
    };
}

/// <summary>One assessment of the list.</summary>
public sealed class AssessmentEdge : Edge<AssessmentType>;
