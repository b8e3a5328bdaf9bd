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

    internal AssessmentType(Assessment assessment) => _assessment = assessment;

    /// <summary>Which questions: ucla-3, direct, djg-6, lsns-6, social-contact.</summary>
    public string Instrument => Vocabulary<Instrument>.Word(_assessment.Instrument);

    /// <summary>Which edition of the questions.</summary>
    public string Version => _assessment.Version ?? "usual";

    /// <summary>The day she answered.</summary>
    public DateOnly On => _assessment.On;

    /// <summary>How the questions were put: self, interview, telephone; null where not known.</summary>
    public string? AskedBy => _assessment.AskedBy is { } way ? Vocabulary<AskedBy>.Word(way) : null;

    /// <summary>Items not answered.</summary>
    public int Missing => _assessment.Answers.Count(answer => answer.Length == 0);
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
