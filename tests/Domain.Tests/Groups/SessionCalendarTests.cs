using System.Globalization;
using Networks.Domain.Groups;
using Networks.Domain.Wards;

namespace Networks.Domain.Tests.Groups;

public sealed class SessionCalendarTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    // Sunday 22 November 2026, noon; all in GMT until 28 March 2027.
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("tue 10:00-12:00", "2026-11-24T10:00Z")]
    [InlineData("Tuesday 10:00", "2026-11-24T10:00Z")]
    [InlineData("sun 12:00-13:00", "2026-11-22T12:00Z")]
    [InlineData("sun 11:59-13:00", "2026-11-29T11:59Z")]
    [InlineData("thu 9-11", "2026-11-26T09:00Z")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=10", "2026-11-24T10:00Z")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=TU;BYHOUR=10,14;BYMINUTE=30", "2026-11-24T10:30Z")]
    [InlineData("FREQ=DAILY;BYHOUR=9", "2026-11-23T09:00Z")]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU;BYHOUR=10", "2026-12-01T10:00Z")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=10", "2026-11-27T10:00Z")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=10", "2026-11-30T10:00Z")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;BYHOUR=10;BYMONTH=1", "2027-01-04T10:00Z")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;BYHOUR=10;UNTIL=20261122", null)]
    [InlineData("DTSTART:20261103T100000\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-12-01T10:00Z")]
    [InlineData("DTSTART;TZID=Europe/Paris:20261103T100000\nRRULE:FREQ=WEEKLY", "2026-11-24T09:00Z")]
    [InlineData("DTSTART:20261103T100000Z\nRRULE:FREQ=WEEKLY;COUNT=4", "2026-11-24T10:00Z")]
    [InlineData("DTSTART:20261103T100000Z\nRRULE:FREQ=WEEKLY;COUNT=3", null)]
    [InlineData("DTSTART:20201224T180000\nRRULE:FREQ=YEARLY", "2026-12-24T18:00Z")]
    [InlineData("DTSTART:20261103T100000\nRRULE:FREQ=WEEKLY;BYDAY=TU\nEXDATE:20261124T100000,20261201", "2026-12-08T10:00Z")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;EXDATE=20261124", "2026-12-01T10:00Z")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU;BYHOUR=10\nEXDATE;TZID=Europe/London:20261124T100000", "2026-12-01T10:00Z")]
    public void The_next_session_is_found(string session, string? next) => Assert.Equal(Instant(next), Next([session]));

    [Theory]
    [InlineData("by appointment")]
    [InlineData("tue")]
    [InlineData("tue morning")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU")]
    [InlineData("FREQ=WEEKLY;BYHOUR=10")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=10")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX;BYHOUR=10")]
    [InlineData("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2;BYHOUR=10")]
    [InlineData("FREQ=HOURLY;BYHOUR=10")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;UNTIL=soon")]
    [InlineData("FREQ=WEEKLY;FREQ=DAILY;BYHOUR=10")]
    [InlineData("")]
    public void What_does_not_say_both_day_and_hour_is_not_guessed(string session) => Assert.Null(Next([session]));

    [Fact]
    public void The_earliest_of_several_sessions_counts_and_a_day_left_out_counts_for_all() => Assert.Equal(
        Instant("2026-11-26T14:00Z"), Next(["tue 10:00-12:00", "thu 14:00-15:00", "by appointment", "EXDATE:2026-11-24,2026-12-03"]));

    [Fact]
    public void A_group_meets_only_on_days_on_which_it_runs()
    {
        Assert.Equal(Instant("2026-12-08T10:00Z"), Next(["tue 10:00"], opened: new DateOnly(2026, 12, 2)));
        Assert.Null(Next(["tue 10:00"], closed: new DateOnly(2026, 11, 24)));
        Assert.Equal(Instant("2026-11-24T10:00Z"), Next(["tue 10:00"], closed: new DateOnly(2026, 11, 25)));
    }

    // An opening day stands in for DTSTART: every second Tuesday from the week it opened in.
    [Fact]
    public void Every_second_week_is_counted_from_the_opening_where_no_start_is_given() => Assert.Equal(
        Instant("2026-12-01T10:00Z"), Next(["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=10"], opened: new DateOnly(2026, 11, 3)));

    [Theory]
    [InlineData("2026-07-01T00:00Z", "2026-07-07T09:00Z")] // British Summer Time
    [InlineData("2027-03-27T12:00Z", "2027-03-30T09:00Z")]
    public void Hours_are_those_of_the_clock_on_the_wall(string now, string next) =>
        Assert.Equal(Instant(next), Next(["tue 10:00"], now: Instant(now)));

    [Fact]
    public void An_hour_that_clocks_leap_over_begins_when_they_have_leapt_and_one_that_comes_twice_is_the_first()
    {
        Assert.Equal(Instant("2027-03-28T01:30Z"), Next(["sun 1:30"], now: Instant("2027-03-27T12:00Z")));
        Assert.Equal(Instant("2026-10-25T00:30Z"), Next(["sun 1:30"], now: Instant("2026-10-24T12:00Z")));
    }

    private static DateTimeOffset? Next(
        string[] sessions, DateOnly? opened = null, DateOnly? closed = null, DateTimeOffset? now = null) => SessionCalendar.Next(
        new GroupFacts
        {
            Name = "Lunch", Ward = WardCode.Of("E05001390"), Sessions = [.. sessions], OpenedOn = opened, ClosedOn = closed,
        },
        now ?? Noon,
        London);

    private static DateTimeOffset? Instant(string? text) => text is null ? null
        : DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
