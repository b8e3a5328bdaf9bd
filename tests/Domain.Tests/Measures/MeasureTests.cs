using System.Globalization;
using System.Text.Json;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Ties;

namespace Networks.Domain.Tests.Measures;

public sealed class MeasureTests
{
    [Theory]
    [InlineData(null, null, "2026-11-22", true)]
    [InlineData("2026-11-22", null, "2026-11-22", true)]
    [InlineData("2026-11-23", null, "2026-11-22", false)]
    [InlineData(null, "2026-11-23", "2026-11-22", true)]
    [InlineData(null, "2026-11-22", "2026-11-22", false)]
    [InlineData("2026-11-22", "2026-11-22", "2026-11-22", false)]
    public void A_thing_holds_from_its_start_until_the_day_before_its_end(string? start, string? end, string day, bool holds) =>
        Assert.Equal(holds, DateSpan.Holds(Day(start), Day(end), Day(day)!.Value));

    [Theory]
    [InlineData(null, AgeBand.Unknown)]
    [InlineData(2026, AgeBand.Under18)]
    [InlineData(2008, AgeBand.Under18)]
    [InlineData(2007, AgeBand.From18To24)]
    [InlineData(2002, AgeBand.From18To24)]
    [InlineData(2001, AgeBand.From25To49)]
    [InlineData(1977, AgeBand.From25To49)]
    [InlineData(1976, AgeBand.From50To64)]
    [InlineData(1962, AgeBand.From50To64)]
    [InlineData(1961, AgeBand.From65To74)]
    [InlineData(1952, AgeBand.From65To74)]
    [InlineData(1951, AgeBand.From75To84)]
    [InlineData(1942, AgeBand.From75To84)]
    [InlineData(1941, AgeBand.From85)]
    public void An_age_band_is_read_off_the_year_of_birth(int? year, AgeBand band) =>
        Assert.Equal(band, AgeBands.Of(year, new DateOnly(2026, 11, 22)));

    [Theory]
    [InlineData("mon-am", 1)]
    [InlineData("sun-eve", 1 << 20)]
    [InlineData("tue-pm", 1 << 4)]
    public void Every_slot_has_a_word_and_a_bit(string word, int bits)
    {
        Assert.True(TimeSlots.TryParse(word, out var slot));
        Assert.Equal(bits, slot.Bits);
        Assert.Equal(word, slot.ToString());
    }

    [Theory]
    [InlineData("monday")]
    [InlineData("Mon-am")]
    [InlineData("mon-night")]
    [InlineData("")]
    public void Other_words_are_no_slots(string word) => Assert.False(TimeSlots.TryParse(word, out _));

    [Fact]
    public void Slots_come_back_from_json_as_they_went_in()
    {
        for (var bits = 0; bits < 1 << 21; bits += 4_093)
        {
            var slots = new TimeSlots(bits);
            Assert.Equal(slots, JsonSerializer.Deserialize<TimeSlots>(JsonSerializer.Serialize(slots)));
            Assert.Equal(slots.Count, slots.ToWords().Count());
        }
    }

    [Theory]
    [InlineData(DayOfWeek.Monday, 6, "mon-am")]
    [InlineData(DayOfWeek.Monday, 11, "mon-am")]
    [InlineData(DayOfWeek.Sunday, 12, "sun-pm")]
    [InlineData(DayOfWeek.Saturday, 17, "sat-eve")]
    [InlineData(DayOfWeek.Saturday, 21, "sat-eve")]
    [InlineData(DayOfWeek.Saturday, 22, "")]
    [InlineData(DayOfWeek.Saturday, 5, "")]
    public void An_hour_of_the_week_lies_in_at_most_one_slot(DayOfWeek day, int hour, string slot) =>
        Assert.Equal(slot, TimeSlots.At(day, hour).ToString());

    [Fact]
    public void Words_of_closed_lists_are_lower_case_with_hyphens()
    {
        Assert.Equal("peer-support", Vocabulary<OfferKind>.Word(OfferKind.PeerSupport));
        Assert.Equal("non-binary", Vocabulary<Gender>.Word(Gender.NonBinary));
        Assert.All(Vocabulary<TieKind>.Words, word => Assert.True(Vocabulary<TieKind>.TryParse(word, out _)));
        Assert.False(Vocabulary<TieKind>.TryParse("Friend", out _));
        Assert.False(Vocabulary<TieKind>.TryParse("0", out _));
        Assert.Equal("friend", Vocabulary<TieKind>.Nearest("freind"));
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("saturday", "sunday", 3)]
    [InlineData("abc", "", 3)]
    public void Edit_distance_counts_single_letter_changes(string left, string right, int changes)
    {
        Assert.Equal(changes, EditDistance.Between(left, right));
        Assert.Equal(changes, EditDistance.Between(right, left));
    }

    [Theory]
    [InlineData("nov-2/befriending/1/R417", true)]
    [InlineData("nov-2/lunch-club/12/a/b#c", true)]
    [InlineData("nov-2/befriending/0/R417", false)]
    [InlineData("nov-2/befriending/-1/R417", false)]
    [InlineData("nov-2/befriending/ 1/R417", false)]
    [InlineData("nov-2/befriending/01/R417", false)]
    [InlineData("Nov/befriending/1/R417", false)]
    [InlineData("nov-2/visiting/1/R417", false)]
    [InlineData("nov-2/befriending/1/", false)]
    [InlineData("nov-2/befriending/1", false)]
    public void A_proposal_id_has_one_written_form(string text, bool isGood)
    {
        Assert.Equal(isGood, ProposalId.TryParse(text, out var id));
        Assert.True(!isGood || id.ToString() == text);
    }

    [Theory]
    [InlineData("R1#3", true)]
    [InlineData("R#1#12", true)]
    [InlineData("R1#", false)]
    [InlineData("#3", false)]
    [InlineData("R1#03", false)]
    [InlineData("R1#0", false)]
    [InlineData("R1#-3", false)]
    [InlineData("R1#99999999999", false)]
    [InlineData("R1", false)]
    public void A_tie_id_has_one_written_form(string text, bool isGood)
    {
        Assert.Equal(isGood, TieId.TryParse(text, out var id));
        Assert.True(!isGood || id.ToString() == text);
        Assert.Equal(isGood, MatchId.TryParse(text, out var match));
        Assert.True(!isGood || match.ToString() == text);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
