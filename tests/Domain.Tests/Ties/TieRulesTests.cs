using Networks.Domain.Residents;
using Networks.Domain.Ties;

namespace Networks.Domain.Tests.Ties;

public sealed class TieRulesTests
{
    [Fact]
    public void A_tie_names_exactly_one_other_person_and_names_her_once()
    {
        var friend = new RecordTie { CommandId = Sample.Command, ToResident = ResidentId.Of("R2"), Kind = TieKind.Friend };
        (Resident Present, RecordTie Command, string Decision)[] table =
        [
            (Sample.Newcomer, friend, "done 1"),
            (Sample.Settled, friend with { Kind = TieKind.Neighbour }, "done 4"),
            (Sample.Settled, friend with { ToResident = null, ToAlter = "1", Kind = TieKind.Child }, "done 4"),
            (Sample.Settled, friend, "wrong-state named"),
            (Sample.Gone, friend, "wrong-state left"),
            (Sample.Newcomer, friend with { ToResident = null }, "invalid toResident"),
            (Sample.Newcomer, friend with { ToAlter = "1" }, "invalid toResident"),
            (Sample.Newcomer, friend with { ToResident = Sample.R1 }, "invalid toResident"),
            (Sample.Newcomer, friend with { ToResident = ResidentId.Of("") }, "invalid toResident"),
            (Sample.Newcomer, friend with { ToResident = null, ToAlter = "" }, "invalid toAlter"),
            (Sample.Newcomer, friend with { Circle = 0 }, "invalid circle"),
            (Sample.Newcomer, friend with { Circle = 3 }, "done 1"),
            (Sample.Newcomer, friend with { Circle = 4 }, "invalid circle"),
            (Sample.Newcomer, friend with { LastContact = Sample.Today }, "done 1"),
            (Sample.Newcomer, friend with { LastContact = Sample.Today.AddDays(1) }, "invalid lastContact"),
            (Sample.Newcomer, friend with { Since = Sample.Today.AddDays(367) }, "invalid since"),
            (Sample.Gone, friend with { Circle = 9 }, "invalid circle"),
        ];
        Assert.All(table, row => Assert.Equal(row.Decision, Sample.Decide(row.Present, row.Command)));
    }

    [Fact]
    public void The_number_of_an_ended_tie_is_never_used_again()
    {
        var ended = Sample.Settled with { Ties = [.. Sample.Settled.Ties.Select(tie => tie with { EndedOn = Sample.Today })] };
        var tie = new RecordTie { CommandId = Sample.Command, ToResident = ResidentId.Of("R2"), Kind = TieKind.Friend };
        Assert.Equal("done 4", Sample.Decide(ended, tie));
    }

    [Fact]
    public void A_record_keeps_at_most_a_thousand_ties()
    {
        var ties =
            Enumerable.Range(1, TieRules.TiesMax).Select(number => new Tie { Number = number, Alter = $"{number}", Kind = TieKind.Friend });
        var tie = new RecordTie { CommandId = Sample.Command, ToAlter = "one more", Kind = TieKind.Friend };
        Assert.Equal("wrong-state full", Sample.Decide(Sample.Newcomer with { Ties = [.. ties] }, tie));
    }

    [Fact]
    public void A_tie_ends_once()
    {
        (int Tie, int Days, string Decision)[] table =
        [
            (1, 0, "done 1"),
            (1, -20, "done 1"),
            (1, -60, "invalid on"),
            (1, 367, "invalid on"),
            (2, 0, "not-registered tie R1#2"),
            (3, -7, "done 3"),
            (3, 0, "wrong-state ended"),
        ];
        Assert.All(table, row =>
        {
            var end = new EndTie { CommandId = Sample.Command, Tie = row.Tie, On = Sample.Today.AddDays(row.Days) };
            Assert.Equal(row.Decision, Sample.Decide(Sample.Settled, end));
        });
    }

    [Fact]
    public void A_contact_goes_over_exactly_one_tie_or_match_that_held_that_day()
    {
        var contact = new RecordContact { CommandId = Sample.Command, Tie = 1, On = Sample.Today };
        (RecordContact Command, string Decision)[] table =
        [
            (contact, "done 1"),
            (contact with { Tie = null, Match = 2 }, "done 2"),
            (contact with { Match = 2 }, "invalid tie"),
            (contact with { Tie = null }, "invalid tie"),
            (contact with { Tie = 9 }, "not-registered tie R1#9"),
            (contact with { Tie = null, Match = 9 }, "not-registered match R1#9"),
            (contact with { On = Sample.Today.AddDays(1) }, "invalid on"),
            (contact with { Minutes = 0 }, "done 1"),
            (contact with { Minutes = 1441 }, "invalid minutes"),
            (contact with { Tie = 3 }, "wrong-state ended"),
            (contact with { Tie = 3, On = Sample.Today.AddDays(-8) }, "done 3"),
            (contact with { Tie = null, Match = 1 }, "wrong-state ended"),
        ];
        Assert.All(table, row => Assert.Equal(row.Decision, Sample.Decide(Sample.Settled, row.Command)));
    }

    [Fact]
    public void A_contact_recorded_stands_beside_the_last_contact_that_was_stated()
    {
        var stated = Sample.Today.AddDays(-8);
        var resident = Sample.Newcomer with { Ties = [new Tie { Number = 1, Alter = "1", Kind = TieKind.Child, LastContact = stated }] };
        foreach (var days in new[] { -10, -3, -7 })
        {
            var contact = new RecordContact { CommandId = Sample.Command, Tie = 1, On = Sample.Today.AddDays(days) };
            resident = ResidentRules.Decide(Sample.R1, resident, contact, Sample.At).Next!;
        }

        Assert.Equal(stated, resident.Ties[0].LastContact);
        Assert.Equal([-10, -3, -7], resident.Contacts.Select(contact => contact.On.DayNumber - Sample.Today.DayNumber));
    }
}
