using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;

namespace Networks.Domain.Tests.Residents;

/// <summary>A record says of every past evening what it said that evening.</summary>
public sealed class ResidentHistoryTests
{
    private static readonly string[] WardsOfTheTown = ["E05000001", "E05000002", "E05000003"];

    [Fact]
    public void A_record_is_known_as_it_stood_on_the_evening_of_each_day()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var random = new Random(seed);
            var (resident, evenings) = Lived(random, days: 25);
            foreach (var (day, evening) in evenings)
            {
                var known = ResidentAsKnown.On(resident, day);
                Assert.True(evening == Picture(known), $"seed {seed}, {day:O}:\n{evening}\nis told as\n{Picture(known)}");
            }
        }
    }

    [Fact]
    public void Nothing_is_noted_on_the_day_the_record_is_made()
    {
        var made = Decide(null, new RegisterResident { CommandId = Sample.Command, Facts = Sample.Facts }, Sample.At);
        var joined = Decide(made, new JoinGroup { CommandId = Sample.Command, Group = Sample.G1 }, Sample.At);
        var moved = Decide(joined, Set(new ResidentChanges { PriorityBand = new Change<int?>(true, 2) }), Sample.At);
        Assert.Null(moved.Memberships[0].RecordedOn);
        Assert.Empty(moved.Earlier);
        Assert.Null(ResidentAsKnown.On(moved, Sample.Today.AddDays(-1)));
    }

    [Fact]
    public void What_is_said_thrice_on_a_day_is_kept_as_it_stood_before_that_day()
    {
        var later = new Moment(Sample.At.Now.AddDays(3), Sample.Today.AddDays(3));
        var resident = Decide(null, new RegisterResident { CommandId = Sample.Command, Facts = Sample.Facts }, Sample.At);
        resident = Decide(resident, new RecordTie { CommandId = Sample.Command, ToAlter = "1", Kind = TieKind.Friend }, Sample.At);
        foreach (var band in (int[])[1, 2, 3])
        {
            resident = Decide(resident, Set(new ResidentChanges { PriorityBand = new Change<int?>(true, band) }), later);
            var merged = resident with { Ties = [resident.Ties[0] with { Circle = band }] };
            resident = Decide(resident, new AdoptResident { CommandId = Sample.Command, Merged = merged }, later);
        }

        Assert.Equal((later.Today, null), (Assert.Single(resident.Earlier).Until, resident.Earlier[0].PriorityBand));
        Assert.Equal((later.Today, null), (Assert.Single(resident.Ties[0].Earlier).Until, resident.Ties[0].Earlier[0].Circle));
    }

    [Fact]
    public void An_end_told_late_is_not_known_before_it_was_told()
    {
        var told = Decide(
            Sample.Settled, new EndTie { CommandId = Sample.Command, Tie = 1, On = Sample.Today.AddDays(-20) }, Sample.At);
        Assert.Null(ResidentAsKnown.On(told, Sample.Today.AddDays(-1))!.Ties[0].EndedOn);
        Assert.Equal(Sample.Today.AddDays(-20), ResidentAsKnown.On(told, Sample.Today)!.Ties[0].EndedOn);
    }

    [Fact]
    public void Of_a_tie_to_somebody_erased_no_earlier_end_is_kept()
    {
        var told = Decide(Sample.Settled, new EndTie { CommandId = Sample.Command, Tie = 1, On = Sample.Today }, Sample.At);
        var forgotten = ErasureRules.Forget(told, ResidentId.Of("R2"), Sample.Today.AddDays(-3)).Next!;
        Assert.Equal(Sample.Today.AddDays(-3), ResidentAsKnown.On(forgotten, Sample.Today.AddDays(-1))!.Ties[0].EndedOn);
        Assert.Null(ResidentAsKnown.On(forgotten, Sample.Today.AddDays(-1))!.Ties[0].Resident);
    }

    [Fact]
    public void A_group_is_known_as_it_stood_on_the_evening_of_each_day()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            var id = GroupId.Of("G1");
            Group? group = null;
            Dictionary<DateOnly, GroupFacts?> evenings = [];
            for (var day = 0; day < 15; day++)
            {
                var at = After(day);
                evenings[at.Today] = (group = Changed(id, group, random, at))?.Facts;
            }

            foreach (var (day, facts) in evenings)
            {
                var known = group is null ? null : GroupHistory.On(group, day)?.Facts;
                Assert.Equal((facts?.Ward, facts?.OpenedOn, facts?.ClosedOn), (known?.Ward, known?.OpenedOn, known?.ClosedOn));
            }
        }
    }

    private static Group? Changed(GroupId id, Group? group, Random random, Moment at)
    {
        GroupCommand command = random.Next(4) switch
        {
            0 => new RegisterGroup { CommandId = Sample.Command, Facts = new GroupFacts { Name = "Lunch", Ward = Ward(random) } },
            1 => new CloseGroup { CommandId = Sample.Command, On = at.Today.AddDays(random.Next(-3, 9)) },
            2 => new UpdateGroup
            {
                CommandId = Sample.Command,
                Set = new GroupChanges { OpenedOn = new Change<DateOnly?>(true, at.Today.AddDays(random.Next(-40, -9))) },
            },
            _ => new UpdateGroup
            {
                CommandId = Sample.Command,
                Set = new GroupChanges { Ward = new Change<WardCode>(true, Ward(random)) },
            },
        };
        return GroupRules.Decide(id, group, command, at).Next ?? group;
    }

    private static (Resident Resident, Dictionary<DateOnly, string> Evenings) Lived(Random random, int days)
    {
        Resident? resident = null;
        Dictionary<DateOnly, string> evenings = [];
        var first = random.Next(4);
        for (var day = 0; day < days; day++)
        {
            var at = After(day);
            if (resident is null && (day == first))
            {
                resident = Decide(null, new RegisterResident { CommandId = Sample.Command, Facts = Sample.Facts }, at);
            }

            for (var more = resident is null ? 0 : random.Next(4); more > 0; more--)
            {
                resident = ResidentRules.Decide(Sample.R1, resident, Any(random, resident!, at), at).Next ?? resident;
            }

            evenings[at.Today] = Picture(resident);
        }

        return (resident!, evenings);
    }

    private static ResidentCommand Any(Random random, Resident resident, Moment at)
    {
        DateOnly Around(int most) => at.Today.AddDays(random.Next(-12, most));
        var id = Sample.Command;
        return random.Next(15) switch
        {
            14 => random.Next(6) > 0 ? Set(Changes(random, at)) : new LeaveRegister { CommandId = id, On = Around(5) },
            0 or 1 => new RecordTie
            {
                CommandId = id,
                ToAlter = $"{random.Next(3)}",
                Kind = (TieKind)random.Next(3),
                LastContact = random.Next(2) == 0 ? Around(1) : null,
            },
            2 => new EndTie { CommandId = id, Tie = random.Next(1, 4), On = Around(8) },
            3 or 4 => new RecordContact { CommandId = id, Tie = random.Next(1, 4), On = Around(1) },
            5 => new RecordContact { CommandId = id, Match = 1, On = Around(1) },
            6 => new JoinGroup { CommandId = id, Group = GroupId.Of($"G{random.Next(2)}"), Since = Around(3) },
            7 => new LeaveGroup { CommandId = id, Group = GroupId.Of($"G{random.Next(2)}"), On = Around(4) },
            8 => new RecordAttendance { CommandId = id, Attendance = new Attendance(GroupId.Of("G0"), Around(1), null) },
            9 => new AskAboutConnections { CommandId = id, On = Around(1) },
            10 => Set(Changes(random, at)),
            11 => new EndMatch { CommandId = id, Match = 1, On = Around(5), Ending = MatchEnding.Other },
            12 => random.Next(2) == 0
                ? new SetConsent { CommandId = id, Consent = new Consent(Consent.Introductions, Around(1), null) }
                : new WithdrawConsent { CommandId = id, Kind = Consent.Introductions, On = Around(3) },
            _ => new AdoptResident { CommandId = id, Merged = Told(resident, random, at) },
        };
    }

    private static ResidentChanges Changes(Random random, Moment at) => random.Next(4) switch
    {
        0 => new ResidentChanges { Ward = new Change<WardCode>(true, Ward(random)) },
        1 => new ResidentChanges { Seeking = new Change<ImmutableArray<OfferKind>>(true, [OfferKind.Befriending]) },
        2 => new ResidentChanges { WaitingSince = new Change<DateOnly?>(true, at.Today.AddDays(-random.Next(9))) },
        _ => new ResidentChanges { PriorityBand = new Change<int?>(true, random.Next(1, 4)) },
    };

    // As a file tells it: circles, frequencies, support and ends change in place, and a match comes out of nowhere.
    private static Resident Told(Resident resident, Random random, Moment at) => resident with
    {
        Ties =
        [
            .. resident.Ties.Select(tie => random.Next(3) switch
            {
                0 => tie with { Circle = random.Next(1, 4), LastContact = at.Today.AddDays(-random.Next(9)) },
                1 => tie with { Frequency = (ContactFrequency)random.Next(3), Support = [SupportKind.Illness] },
                _ => tie with { EndedOn = null },
            }),
        ],
        Matches = resident.Matches.IsEmpty
            ? [new Match { Number = 1, Volunteer = VolunteerId.Of("V1"), Kind = OfferKind.Befriending, Since = at.Today.AddDays(-2) }]
            : resident.Matches,
    };

    private static string Picture(Resident? resident)
    {
        if (resident is null)
        {
            return "nobody";
        }

        var facts = FactsBefore.Of(resident.Facts, Sample.Today);
        string[] lines =
        [
            $"{facts with { Seeking = [] }} {string.Join(',', facts.Seeking)}",
            .. resident.Ties.Select(tie =>
                $"{tie.Number} {tie.Alter} {tie.Kind} {tie.Circle} {tie.Frequency} {tie.LastContact:O} {tie.EndedOn:O} "
                + $"{tie.Support.Length}"),
            .. resident.Memberships.Select(row => $"{row.Group} {row.Since:O} {row.EndedOn:O}"),
            .. resident.Matches.Select(row => $"{row.Number} {row.Since:O} {row.EndedOn:O} {row.LastContact:O}"),
            .. resident.Contacts.Select(row => $"{row.Tie} {row.Match} {row.On:O}"),
            .. resident.Attendances.Select(row => $"{row.Group} {row.On:O}"),
        ];
        return string.Join('\n', lines);
    }

    private static UpdateResident Set(ResidentChanges changes) => new() { CommandId = Sample.Command, Set = changes };

    private static WardCode Ward(Random random) => WardCode.Of(WardsOfTheTown[random.Next(WardsOfTheTown.Length)]);

    private static Moment After(int days) => new(Sample.At.Now.AddDays(days), Sample.Today.AddDays(days));

    private static Resident Decide(Resident? present, ResidentCommand command, Moment at)
    {
        var decision = ResidentRules.Decide(Sample.R1, present, command, at);
        Assert.True(decision.IsAccepted, string.Create(CultureInfo.InvariantCulture, $"{decision.Refusal}"));
        return decision.Next!;
    }
}
