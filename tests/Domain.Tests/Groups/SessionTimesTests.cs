using System.Globalization;
using Networks.Domain.Groups;

namespace Networks.Domain.Tests.Groups;

public sealed class SessionTimesTests
{
    // 22 November 2026 is a Sunday.
    private static readonly DateTime Noon = new(2026, 11, 22, 12, 0, 0);

    [Theory]
    [InlineData("tue 10:00-12:00", "2026-11-24 10:00")]
    [InlineData("Tuesday 10:00", "2026-11-24 10:00")]
    [InlineData("sun 12:00-13:00", "2026-11-29 12:00")]
    [InlineData("sun 12:30-13:00", "2026-11-22 12:30")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=10", "2026-11-24 10:00")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=SU;BYHOUR=9,14;BYMINUTE=30", "2026-11-22 14:30")]
    [InlineData("FREQ=DAILY;BYHOUR=8", "2026-11-23 08:00")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU;BYHOUR=10", "2026-12-08 10:00")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=10", "2026-11-27 10:00")]
    [InlineData("FREQ=MONTHLY;BYDAY=5MO;BYHOUR=10", "2026-11-30 10:00")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;BYHOUR=10;UNTIL=20261123T235959Z", "2026-11-23 10:00")]
    public void The_next_session_is_the_first_that_starts_later(string session, string next) =>
        Assert.Equal(DateTime.Parse(next, CultureInfo.InvariantCulture), SessionTimes.Next([session], Noon, _ => true));

    [Theory]
    [InlineData("tuesdays")]
    [InlineData("whenever 10:00")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=10")]
    [InlineData("FREQ=WEEKLY;COUNT=3;BYDAY=TU;BYHOUR=10")]
    [InlineData("FREQ=WEEKLY;BYDAY=2TU;BYHOUR=10")]
    [InlineData("FREQ=MONTHLY;BYDAY=TU;BYHOUR=10")]
    [InlineData("FREQ=YEARLY;BYDAY=TU;BYHOUR=10")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;BYHOUR=10;UNTIL=20261122")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;BYHOUR=25")]
    [InlineData("FREQ=WEEKLY;BYDAY=X;BYHOUR=10")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;BYDAY=TU;BYHOUR=10")]
    [InlineData("=")]
    public void What_does_not_say_when_it_begins_is_not_guessed(string session) =>
        Assert.Null(SessionTimes.Next([session], Noon, _ => true));

    [Fact]
    public void Of_several_sessions_the_earliest_counts_and_none_outside_the_days_on_which_the_group_runs()
    {
        Assert.Equal(new DateTime(2026, 11, 23, 9, 0, 0), SessionTimes.Next(["tue 10:00", "nonsense", "mon 9:00"], Noon, _ => true));
        Assert.Equal(
            new DateTime(2026, 11, 30, 9, 0, 0), SessionTimes.Next(["mon 9:00"], Noon, day => day > new DateOnly(2026, 11, 23)));
        Assert.Null(SessionTimes.Next(["mon 9:00"], Noon, day => day < new DateOnly(2026, 11, 23)));
        Assert.Null(SessionTimes.Next([], Noon, _ => true));
    }
}
