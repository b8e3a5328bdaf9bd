using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;

namespace Networks.Domain.Tests.Residents;

/// <summary>What erasing R2 takes out of the records of others.</summary>
public sealed class ErasureRulesTests
{
    private static readonly ResidentId R2 = ResidentId.Of("R2");

    [Fact]
    public void A_tie_to_an_erased_person_ends_that_day_and_names_nobody()
    {
        DateOnly today = Sample.Today, before = Sample.Today.AddDays(-9), later = Sample.Today.AddDays(9);
        Tie To(int number, DateOnly? since, DateOnly? ended) =>
            new() { Number = number, Resident = R2, Kind = TieKind.Friend, Since = since, EndedOn = ended };
        (Tie Tie, DateOnly EndedOn)[] table =
        [
            (To(1, null, null), today),
            (To(1, before, null), today),
            (To(1, before, before), before),
            (To(1, before, today), today),
            (To(1, before, later), today),
            (To(1, later, null), later),
        ];
        Assert.All(table, row =>
        {
            var next = ErasureRules.Forget(Sample.Newcomer with { Ties = [row.Tie] }, R2, today).Next!;
            Assert.Equal(row.Tie with { Resident = null, Alter = "1", EndedOn = row.EndedOn }, Assert.Single(next.Ties));
        });
    }

    [Fact]
    public void One_erased_person_is_one_nameless_person_and_nobody_she_names_besides()
    {
        var present = Sample.Newcomer with
        {
            Ties =
            [
                new Tie { Number = 1, Alter = "2", Kind = TieKind.Child },
                new Tie { Number = 2, Resident = R2, Kind = TieKind.Friend },
                new Tie { Number = 3, Alter = "1", Kind = TieKind.Child },
                new Tie { Number = 4, Resident = R2, Kind = TieKind.Neighbour },
                new Tie { Number = 5, Resident = ResidentId.Of("R3"), Kind = TieKind.Neighbour },
            ],
        };
        var next = ErasureRules.Forget(present, R2, Sample.Today).Next!;
        Assert.Equal(["2", "3", "1", "3", null], next.Ties.Select(tie => tie.Alter));
        Assert.Equal(present.Ties[4], next.Ties[4]);
    }

    [Fact]
    public void A_companion_is_no_longer_named_and_a_volunteer_of_the_same_reference_still_is()
    {
        var present = Sample.Newcomer with
        {
            Attendances =
            [
                new Attendance(Sample.G1, Sample.Today, "R2"), new Attendance(Sample.G1, Sample.Today.AddDays(-1), "volunteer:R2"),
            ],
        };
        Assert.Equal(
            [null, "volunteer:R2"], ErasureRules.Forget(present, R2, Sample.Today).Next!.Attendances.Select(day => day.AccompaniedBy));
        Assert.False(ErasureRules.Forget(present, ResidentId.Of("R3"), Sample.Today).IsChange);
    }

    [Fact]
    public void Owners_of_places_forget_what_was_taken_and_held_and_who_was_excluded()
    {
        var mine = new TakenPlace(Sample.R1, Sample.Today, null, null);
        var proposal = Sample.Proposal("nov-2", resident: "R2");
        var volunteer = new Volunteer
        {
            Id = Sample.V1,
            Facts = new VolunteerFacts { Ward = Sample.Facts.Ward, Exclusions = [Sample.R1, R2], Resident = R2 },
            Places = new Places
            {
                Capacity = 2,
                Taken = [mine, new TakenPlace(R2, Sample.Today.AddYears(-1), Sample.Today, null)],
                Held = [new HeldPlace(proposal, R2, Sample.At.Now.AddDays(1)) { Released = true }],
            },
        };
        var next = VolunteerRules.Forget(volunteer, R2).Next!;
        Assert.Equal([mine], next.Places.Taken.AsEnumerable());
        Assert.Empty(next.Places.Held);
        Assert.Equal([Sample.R1], next.Facts.Exclusions.AsEnumerable());
        Assert.Null(next.Facts.Resident);
        Assert.False(VolunteerRules.Forget(next, R2).IsChange);

        var lunch = new GroupFacts { Name = "Lunch", Ward = Sample.Facts.Ward };
        var group = new Group { Id = Sample.G1, Facts = lunch, Places = volunteer.Places };
        Assert.Equal([mine], GroupRules.Forget(group, R2).Next!.Places.Taken.AsEnumerable());
        Assert.False(GroupRules.Forget(group, ResidentId.Of("R3")).IsChange);
    }
}
