using Networks.Domain.Assessments;

namespace Networks.Domain.Tests.Assessments;

/// <summary>Every combination of answers against the authors' rules, written here once more in their own words.</summary>
public sealed class AssessmentScoreTests
{
    private static readonly string[] YesToNo = ["yes", "more-or-less", "no"];

    [Fact]
    public void The_three_items_of_ucla_3_are_summed_from_3_to_9()
    {
        string[] codes = ["1", "2", "3"];
        var all = Combinations(codes, 3).ToList();
        Assert.Equal(27, all.Count);
        Assert.All(all, answers => Assert.Equal(answers.Sum(int.Parse), Score(Instrument.Ucla3, answers).Score));
        Assert.Null(Score(Instrument.Ucla3, ["3", "", "3"]).Score);
        Assert.Equal(1, Score(Instrument.Ucla3, ["3", "", "3"]).Missing);
    }

    [Fact]
    public void The_six_items_of_djg_6_are_counted_by_what_is_missed()
    {
        // Emptiness, missing people and rejection count unless denied; people to rely on, to trust and to feel close to unless affirmed.
        var all = Combinations(YesToNo, 6).ToList();
        Assert.Equal(729, all.Count);
        Assert.All(all, answers =>
        {
            var emotional = new[] { answers[0], answers[3], answers[5] }.Count(answer => answer is not "no");
            var social = new[] { answers[1], answers[2], answers[4] }.Count(answer => answer is not "yes");
            var score = Score(Instrument.Djg6, answers);
            Assert.Equal(emotional + social, score.Score);
            Assert.Equal([new SubscaleScore("emotional", emotional), new SubscaleScore("social", social)], score.Subscales.AsEnumerable());
        });
    }

    [Fact]
    public void One_item_of_djg_6_may_be_missing_from_the_whole_but_none_from_a_part()
    {
        var one = Score(Instrument.Djg6, ["yes", "no", "", "yes", "no", "yes"]);
        Assert.Equal((5, 1), (one.Score, one.Missing));
        Assert.Equal([new SubscaleScore("emotional", 3), new SubscaleScore("social", null)], one.Subscales.AsEnumerable());
        var two = Score(Instrument.Djg6, ["", "no", "", "yes", "no", "yes"]);
        Assert.Equal((null, 2), (two.Score, two.Missing));
        Assert.All(two.Subscales, part => Assert.Null(part.Score));
    }

    [Fact]
    public void The_six_items_of_lsns_6_are_summed_in_all_for_family_and_for_friends()
    {
        string[] codes = ["0", "1", "2", "3", "4", "5"];
        Assert.All(Combinations(codes, 3), half =>
        {
            var score = Score(Instrument.Lsns6, [.. half, "5", "0", "1"]);
            Assert.Equal(half.Sum(int.Parse) + 6, score.Score);
            Assert.Equal(
                [new SubscaleScore("family", half.Sum(int.Parse)), new SubscaleScore("friends", 6)], score.Subscales.AsEnumerable());
        });
        var missing = Score(Instrument.Lsns6, ["", "1", "1", "2", "2", "2"]);
        Assert.Null(missing.Score);
        Assert.Equal([new SubscaleScore("family", null), new SubscaleScore("friends", 6)], missing.Subscales.AsEnumerable());
    }

    [Theory]
    [InlineData(Instrument.Direct, 5)]
    [InlineData(Instrument.SocialContact, 4)]
    public void A_single_question_scores_its_answer(Instrument instrument, int most)
    {
        var score = Score(instrument, [$"{most}"]);
        Assert.Equal((most, 0), (score.Score, score.Missing));
        Assert.Empty(score.Subscales);
    }

    [Fact]
    public void The_usual_edition_is_meant_unless_another_is_named()
    {
        Assert.Equal("2004", Score(Instrument.Ucla3, ["1", "1", "1"]).Version);
        var other = new Assessment { Instrument = Instrument.Ucla3, On = Sample.Today, Answers = ["1", "1", "1"], Version = "welsh" };
        Assert.Equal("welsh", AssessmentScore.Of(other).Version);
    }

    [Fact]
    public void A_convention_calls_nobody_anything()
    {
        string[] labels = ["lonely", "lonel", "isolated", "unmatched"];
        Assert.All(Enum.GetValues<Instrument>(), instrument =>
            Assert.DoesNotContain(labels, label => Questionnaire.Of(instrument).Convention.Contains(label, StringComparison.Ordinal)));
    }

    private static AssessmentScore Score(Instrument instrument, string[] answers) =>
        AssessmentScore.Of(new Assessment { Instrument = instrument, On = Sample.Today, Answers = [.. answers] });

    private static IEnumerable<string[]> Combinations(string[] codes, int items) => items == 0
        ? [[]]
        : Combinations(codes, items - 1).SelectMany(head => codes.Select(code => (string[])[.. head, code]));
}
