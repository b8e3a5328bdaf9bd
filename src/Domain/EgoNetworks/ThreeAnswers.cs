using System.Collections.Immutable;
using Networks.Domain.Assessments;
using Networks.Domain.Measures;
using static System.FormattableString;

namespace Networks.Domain.EgoNetworks;

/// <summary>
/// Three questions that are often taken for one: has she recorded connections, is her contact little by a measure of contact, and does
/// she say that she misses company. Each is answered by itself, from evidence of its own, and none follows from another.
/// </summary>
/// <param name="Unconnected">No current connection of any kind (rule C2a).</param>
/// <param name="Isolated">Little contact, by her answers to LSNS-6 or else by the ELSA score of what is recorded (rule C5).</param>
/// <param name="Lonely">What she answers herself to UCLA-3, the direct question or DJG-6; recorded contacts say nothing of it.</param>
public sealed record ThreeAnswers(EvidencedAnswer Unconnected, EvidencedAnswer Isolated, EvidencedAnswer Lonely)
{
    /// <summary>Answers to questions count for so many days.</summary>
    public const int AnswersLastDays = 366;

    /// <summary>From which ELSA score on contact counts as little: a convention of this program, for there is no official one.</summary>
    public const int ElsaLeast = 3;

    /// <summary>Below which LSNS-6 total contact counts as little, by its authors.</summary>
    public const int LsnsBelow = 12;

    private static readonly ImmutableArray<(Instrument Instrument, int Least, string Reading)> Loneliness =
    [
        (Instrument.Ucla3, 6, "6 or more is the higher group by a common convention"),
        (Instrument.Direct, 4, "4 and 5 are counted together in official statistics"),
        (Instrument.Djg6, 2, "2 or more is moderate or high by its authors"),
    ];

    /// <summary>
    /// The answers on the network's day. <paramref name="elsa"/> is her ELSA score that day; <paramref name="assessments"/> those known.
    /// </summary>
    public static ThreeAnswers Of(EgoNetwork network, int elsa, IEnumerable<Assessment> assessments)
    {
        var latest = assessments.Where(one => one.On <= network.On && one.On > network.On.AddDays(-AnswersLastDays))
            .GroupBy(one => one.Instrument)
            .ToDictionary(same => same.Key, same => same.MaxBy(one => one.On)!);
        return new ThreeAnswers(OfConnections(network), OfContact(network, elsa, latest), OfFeeling(latest));
    }

    private static EvidencedAnswer OfConnections(EgoNetwork network)
    {
        var count = network.People.Length + network.Groups.Length + network.Volunteers.Length;
        return count > 0 ? new EvidencedAnswer(false, [Invariant($"{count} current connections are recorded")])
            : network.AskedOn is { } asked
                ? new EvidencedAnswer(true, [Invariant($"asked on {asked:yyyy-MM-dd}; no current connection is recorded")])
            : network.HasRows ? new EvidencedAnswer(true, ["no current connection is recorded; she was not asked about others"])
            : new EvidencedAnswer(null, ["never asked; nothing is recorded, which says nothing"]);
    }

    private static EvidencedAnswer OfContact(EgoNetwork network, int elsa, Dictionary<Instrument, Assessment> latest)
    {
        var recorded = network.AskedOn is null
            ? Invariant($"ELSA score {elsa} of 5 from what is recorded; she was not asked, so it says little")
            : Invariant($"ELSA score {elsa} of 5; {ElsaLeast} or more counts as little contact here");
        if (latest.TryGetValue(Instrument.Lsns6, out var answered) && AssessmentScore.Of(answered).Score is { } score)
        {
            return new EvidencedAnswer(
                score < LsnsBelow,
                [Invariant($"LSNS-6 on {answered.On:yyyy-MM-dd}: {score} of 30; below {LsnsBelow} is little"), recorded]);
        }

        return new EvidencedAnswer(network.AskedOn is null ? null : elsa >= ElsaLeast, [recorded]);
    }

    private static EvidencedAnswer OfFeeling(Dictionary<Instrument, Assessment> latest)
    {
        List<string> evidence = [];
        bool? holds = null;
        foreach (var (instrument, least, reading) in Loneliness)
        {
            if (latest.TryGetValue(instrument, out var answered) && AssessmentScore.Of(answered).Score is { } score)
            {
                holds = holds == true || score >= least;
                evidence.Add(Invariant($"{Vocabulary<Instrument>.Word(instrument)} on {answered.On:yyyy-MM-dd}: {score}; {reading}"));
            }
        }

        return new EvidencedAnswer(holds, holds is null ? ["never asked in the last year; only she can say"] : [.. evidence]);
    }
}

/// <summary>An answer and what it rests on.</summary>
/// <param name="Holds">Null = not known, because nobody asked.</param>
/// <param name="Evidence">What is known, in plain words.</param>
public sealed record EvidencedAnswer(bool? Holds, ImmutableArray<string> Evidence);
