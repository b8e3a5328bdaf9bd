using Networks.Domain.Groups;
using Networks.Domain.LifeEvents;
using Networks.Domain.Residents;

namespace Networks.Domain.Tests.Residents;

/// <summary>What is written down for a day: attendance, life events, asking about connections, pauses.</summary>
public sealed class DatedFactsTests
{
    [Fact]
    public void A_day_at_a_group_is_written_down_once_member_or_not()
    {
        var came = new RecordAttendance { CommandId = Sample.Command, Attendance = new Attendance(Sample.G1, Sample.Today, null) };
        RecordAttendance With(string? companion, int days = 0, string group = "G1") => came with
        {
            Attendance = new Attendance(GroupId.Of(group), Sample.Today.AddDays(days), companion),
        };
        (Resident Present, RecordAttendance Command, string Decision)[] table =
        [
            (Sample.Newcomer, came, "done"),
            (Sample.Newcomer, With("volunteer:V1"), "done"),
            (Sample.Newcomer, With("R2"), "done"),
            (Sample.Newcomer, With("volunteer:"), "invalid accompaniedBy"),
            (Sample.Newcomer, With(null, 1), "invalid on"),
            (Sample.Newcomer, With(null, group: " "), "invalid group"),
            (Sample.Gone, came, "wrong-state left"),
            (Sample.Gone, With(null, -1), "done"),
            (Next(Sample.Newcomer, came), came, "unchanged"),
        ];
        Assert.All(table, row => Assert.Equal(row.Decision, Sample.Decide(row.Present, row.Command)));
        var next = Next(Next(Next(Sample.Newcomer, came), With(null, -7)), With("V1"));
        Assert.Equal(
            [new Attendance(Sample.G1, Sample.Today.AddDays(-7), null) { RecordedOn = Sample.Today },
                new Attendance(Sample.G1, Sample.Today, "V1")],
            next.Attendances.AsEnumerable());
    }

    [Fact]
    public void A_life_event_is_written_down_once()
    {
        RecordLifeEvent Told(string kind, int days, string? source = null) =>
            new() { CommandId = Sample.Command, Event = new LifeEvent(kind, Sample.Today.AddDays(days), source) };
        (Resident Present, RecordLifeEvent Command, string Decision)[] table =
        [
            (Sample.Newcomer, Told("bereaved", 0), "done"),
            (Sample.Newcomer, Told("a word of their own", -400), "done"),
            (Sample.Newcomer, Told("", 0), "invalid kind"),
            (Sample.Newcomer, Told("bereaved", 1), "invalid on"),
            (Sample.Newcomer, Told("bereaved", 0, new string('x', 201)), "invalid source"),
            (Sample.Gone, Told("bereaved", 0), "wrong-state left"),
            (Next(Sample.Newcomer, Told("bereaved", 0)), Told("bereaved", 0), "unchanged"),
        ];
        Assert.All(table, row => Assert.Equal(row.Decision, Sample.Decide(row.Present, row.Command)));
        var next = Next(Next(Next(Sample.Newcomer, Told("retired", 0)), Told("bereaved", 0)), Told("bereaved", 0, "daughter"));
        Assert.Equal(
            [new LifeEvent("bereaved", Sample.Today, "daughter"), new LifeEvent("retired", Sample.Today, null)],
            next.LifeEvents.AsEnumerable());
    }

    [Fact]
    public void Every_time_she_is_asked_to_introduce_somebody_is_written_down_while_she_has_agreed_to_be_asked()
    {
        RecordIntroduction Asked(int days) => new() { CommandId = Sample.Command, On = Sample.Today.AddDays(days) };
        Resident Agreed(Resident person, int from = -30, int? until = null) => person with
        {
            Facts = person.Facts with
            {
                Consents = [new(Consent.Introductions, Sample.Today.AddDays(from), until is { } days ? Sample.Today.AddDays(days) : null)],
            },
        };
        var full = Agreed(Sample.Newcomer);
        full = full with
        {
            Facts = full.Facts with
            {
                IntroductionsAskedOn = [.. Enumerable.Repeat(Sample.Today, IntroductionRules.AskedMax)],
            },
        };
        (Resident Present, RecordIntroduction Command, string Decision)[] table =
        [
            (Agreed(Sample.Newcomer), Asked(0), "done"),
            (Agreed(Sample.Newcomer), Asked(-30), "done"),
            (Agreed(Sample.Newcomer), Asked(-31), "wrong-state no-consent"),
            (Agreed(Sample.Newcomer, -30, -5), Asked(-6), "done"),
            (Agreed(Sample.Newcomer, -30, -5), Asked(-5), "wrong-state no-consent"),
            (Sample.Newcomer, Asked(0), "wrong-state no-consent"),
            (Agreed(Sample.Newcomer), Asked(1), "invalid on"),
            (Agreed(Sample.Gone), Asked(0), "wrong-state left"),
            (full, Asked(0), "wrong-state full"),
        ];
        Assert.All(table, row => Assert.Equal(row.Decision, Sample.Decide(row.Present, row.Command)));
        var next = Next(Next(Next(Agreed(Sample.Newcomer), Asked(0)), Asked(-2)), Asked(0));
        Assert.Equal(
            [Sample.Today.AddDays(-2), Sample.Today, Sample.Today], next.Facts.IntroductionsAskedOn.AsEnumerable());
    }

    [Fact]
    public void The_latest_day_she_was_asked_about_her_connections_stands()
    {
        AskAboutConnections Asked(int days) => new() { CommandId = Sample.Command, On = Sample.Today.AddDays(days) };
        var asked = Next(Sample.Newcomer, Asked(-5));
        Assert.Equal(Sample.Today.AddDays(-5), asked.Facts.ConnectionsAskedOn);
        Assert.Equal("unchanged", Sample.Decide(asked, Asked(-6)));
        Assert.Equal("done", Sample.Decide(asked, Asked(0)));
        Assert.Equal("invalid on", Sample.Decide(asked, Asked(1)));
        Assert.Equal("wrong-state left", Sample.Decide(Sample.Gone, Asked(0)));
    }

    [Fact]
    public void A_referral_is_paused_until_a_day_to_come_and_resumed_today()
    {
        PauseReferral Pause(int days) => new() { CommandId = Sample.Command, Until = Sample.Today.AddDays(days) };
        var resume = new ResumeReferral { CommandId = Sample.Command };
        var paused = Next(Sample.Newcomer, Pause(30));
        (Resident Present, ResidentCommand Command, string Decision)[] table =
        [
            (Sample.Newcomer, Pause(1), "done"),
            (Sample.Newcomer, Pause(0), "invalid until"),
            (Sample.Newcomer, Pause(366), "done"),
            (Sample.Newcomer, Pause(367), "invalid until"),
            (paused, Pause(30), "unchanged"),
            (Sample.Gone, Pause(30), "wrong-state left"),
            (paused, resume, "done"),
            (Sample.Newcomer, resume, "unchanged"),
            (Sample.Gone, resume, "wrong-state left"),
        ];
        Assert.All(table, row => Assert.Equal(row.Decision, Sample.Decide(row.Present, row.Command)));
        Assert.Null(Next(paused, resume).Facts.PausedUntil);
    }

    private static Resident Next(Resident present, ResidentCommand command) =>
        ResidentRules.Decide(Sample.R1, present, command, Sample.At).Next!;
}
