using Networks.Domain.Assessments;
using Networks.Domain.Residents;

namespace Networks.Domain.Tests.Assessments;

public sealed class AssessmentRulesTests
{
    [Fact]
    public void Answers_are_checked_item_by_item()
    {
        (Instrument Instrument, string[] Answers, string Decision)[] table =
        [
            (Instrument.Ucla3, ["1", "2", "3"], "done"),
            (Instrument.Ucla3, ["1", "", "3"], "done"),
            (Instrument.Ucla3, ["1", "2"], "invalid answers"),
            (Instrument.Ucla3, ["1", "2", "3", "1"], "invalid answers"),
            (Instrument.Ucla3, ["0", "2", "3"], "invalid answers"),
            (Instrument.Ucla3, ["1", "2", "4"], "invalid answers"),
            (Instrument.Ucla3, ["", "", ""], "invalid answers"),
            (Instrument.Direct, ["5"], "done"),
            (Instrument.Direct, ["6"], "invalid answers"),
            (Instrument.Djg6, ["yes", "no", "more-or-less", "", "no", "no"], "done"),
            (Instrument.Djg6, ["Yes", "no", "more-or-less", "", "no", "no"], "invalid answers"),
            (Instrument.Lsns6, ["0", "5", "0", "5", "0", "5"], "done"),
            (Instrument.Lsns6, ["0", "5", "0", "5", "0", "6"], "invalid answers"),
            (Instrument.SocialContact, ["4"], "done"),
            (Instrument.SocialContact, ["5"], "invalid answers"),
        ];
        Assert.All(table, row => Assert.Equal(row.Decision, Sample.Decide(Sample.Newcomer, Asked(row.Instrument, 0, row.Answers))));
    }

    [Fact]
    public void A_day_to_come_and_a_day_after_leaving_are_refused()
    {
        Assert.Equal("invalid on", Sample.Decide(Sample.Newcomer, Asked(Instrument.Direct, 1, "2")));
        Assert.Equal("wrong-state left", Sample.Decide(Sample.Gone, Asked(Instrument.Direct, 0, "2")));
        Assert.Equal("done", Sample.Decide(Sample.Gone, Asked(Instrument.Direct, -1, "2")));
    }

    [Fact]
    public void Assessments_stand_in_order_and_the_same_day_puts_the_new_answers_over_the_old()
    {
        var present = Sample.Newcomer;
        foreach (var command in (RecordAssessment[])
            [
                Asked(Instrument.Direct, 0, "2"), Asked(Instrument.Ucla3, 0, "1", "1", "1"), Asked(Instrument.Direct, -9, "5"),
                Asked(Instrument.Direct, 0, "3"),
            ])
        {
            present = ResidentRules.Decide(Sample.R1, present, command, Sample.At).Next!;
        }

        Assert.Equal(
            [(-9, Instrument.Direct, "5"), (0, Instrument.Ucla3, "1"), (0, Instrument.Direct, "3")],
            present.Assessments.Select(known =>
                (known.On.DayNumber - Sample.Today.DayNumber, known.Instrument, known.Answers[0])));
    }

    private static RecordAssessment Asked(Instrument instrument, int days, params string[] answers) => new()
    {
        CommandId = Sample.Command,
        Assessment = new Assessment { Instrument = instrument, On = Sample.Today.AddDays(days), Answers = [.. answers] },
    };
}
