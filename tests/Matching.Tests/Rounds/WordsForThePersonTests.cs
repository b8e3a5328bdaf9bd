using System.Text.RegularExpressions;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;
using Networks.Matching.Tests.Rows;

namespace Networks.Matching.Tests.Rounds;

/// <summary>What may be read out to anybody, over many invented rounds.</summary>
public class WordsForThePersonTests
{
    private const int SentenceWordsMax = 25;
    private const int WordLettersMax = 13;

    // Scores, bands, and words that only those who run the scheme use; and labels that no person is given.
    private static readonly Regex Unsaid = new(
        @"\d|\b(band|score|points|urgent|priority|rank|round|offer|match|constraint|capacity|register|referral|wish|slot|eligible|consent"
        + @"|policy|lottery|candidate|reason|firm|exclu\w*|check\w*|lonel\w*|isolat\w*|unmatched|hard to|because you|risk|vulnerable)\b",
        RegexOptions.IgnoreCase);

    [Fact]
    public void They_name_nobody_and_give_no_score_no_band_and_no_word_of_the_trade()
    {
        var seen = new HashSet<string>();
        foreach (var problem in Problems())
        {
            string[] ids = [.. problem.Seekers.Select(one => one.Resident.Value), .. problem.Offers.Select(offer => offer.Offer.Value)];
            foreach (var words in Words(problem))
            {
                seen.Add(words);
                Assert.DoesNotContain(ids, id => words.Contains(id, StringComparison.Ordinal));
                Assert.DoesNotMatch(Unsaid, words);
            }
        }

        Assert.True(seen.Count > 200, $"only {seen.Count} different texts");
    }

    [Fact]
    public void They_are_short_sentences_of_short_words()
    {
        foreach (var words in Problems().SelectMany(Words).Distinct())
        {
            foreach (var sentence in words.Split('.', '?').Select(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                Assert.True(sentence.Length <= SentenceWordsMax, words);
                Assert.True(sentence.All(word => word.Length <= WordLettersMax), words);
            }

            Assert.Matches(@"^[A-Z].*[.?]$", words);
            Assert.DoesNotMatch(@"  | ,| \.|\.\.|\ba (a|e|i|o|u)|they speaks|they likes|someones|s s ", words.ToLowerInvariant());
        }
    }

    private static IEnumerable<MatchingProblem> Problems() =>
    [
        TownRounds.Kirklees(2),
        .. Enumerable.Range(0, 300).Select(seed => RandomRounds.Of(seed, 10, 6, 1)),
        .. Enumerable.Range(0, 300).Select(seed => RowProblems.Of(Town.Of(seed, 6, 3, 3))),
        .. Enumerable.Range(0, 200).Select(seed => RowProblems.Of(Town.Crowded(seed, 6, 3, 3))),
    ];

    private static IEnumerable<string> Words(MatchingProblem problem) =>
        RoundSolving.Solve(problem, new ExactMatchingSolver(), null, CancellationToken.None)
            is RoundAnswer.Solved { Solution: var solution } ? solution.Matches.Select(match => match.WordsForThePerson)
                .Concat(solution.Unmatched.Select(person => person.WordsForThePerson))
            : [];
}
