using HotChocolate;
using Networks.Domain.EgoNetworks;

namespace Networks.GraphQLApi.EgoNetworks;

/// <summary>Three questions that are often taken for one, each answered by itself, from evidence of its own.</summary>
[GraphQLName("ThreeAnswers")]
public sealed class ThreeAnswersType
{
    private readonly ThreeAnswers _answers;

    internal ThreeAnswersType(ThreeAnswers answers) => _answers = answers;

    /// <summary>Is no current connection recorded?</summary>
    public EvidencedAnswerType Unconnected => new(_answers.Unconnected);

    /// <summary>Is contact little, by LSNS-6 as she answered it within a year, or else by the ELSA score of what is recorded?</summary>
    public EvidencedAnswerType Isolated => new(_answers.Isolated);

    /// <summary>Does she say that she misses company: UCLA-3, the direct question or DJG-6, answered within a year?</summary>
    public EvidencedAnswerType Lonely => new(_answers.Lonely);
}

/// <summary>One answer and what it rests on; never a word for a person.</summary>
[GraphQLName("EvidencedAnswer")]
public sealed class EvidencedAnswerType
{
    private readonly EvidencedAnswer _answer;

    internal EvidencedAnswerType(EvidencedAnswer answer) => _answer = answer;

    /// <summary>Null where nobody asked, so that nothing is known.</summary>
    public bool? Holds => _answer.Holds;

    /// <summary>What is known, in plain words.</summary>
    public IReadOnlyList<string> Evidence => _answer.Evidence;
}
