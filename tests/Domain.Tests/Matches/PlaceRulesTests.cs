using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.Domain.Tests.Matches;

public sealed class PlaceRulesTests
{
    [Fact]
    public void A_hold_is_confirmed_once_and_says_already_ever_after() => Holds("""
        capacity 1
        hold R1.1 until 60     -> held
        hold R1.1 until 60     -> held already
        confirm R1.1           -> taken
        confirm R1.1           -> taken already
        hold R1.1 until 60     -> taken already
        release R1.1           -> wrong-state taken
        end R1.1               -> ended
        end R1.1               -> ended already
        confirm R1.1           -> ended already
        hold R1.1 until 60     -> ended already
        release R1.1           -> ended already
        """);

    [Fact]
    public void A_released_hold_frees_the_place_and_a_late_retry_does_not_revive_it() => Holds("""
        capacity 1
        hold R1.1 until 60     -> held
        release R1.1           -> released
        release R1.1           -> released already
        hold R1.1 until 60     -> wrong-state released
        confirm R1.1           -> wrong-state released
        hold R2.1 until 60     -> held
        minute 61
        hold R1.2 until 120    -> held
        hold R1.1 until 60     -> wrong-state expired
        """);

    [Fact]
    public void A_hold_expires_by_itself_at_its_stored_moment() => Holds("""
        capacity 1
        hold R1.1 until 60     -> held
        minute 59
        hold R2.1 until 120    -> no-free-place 1/1/0
        minute 60
        confirm R1.1           -> wrong-state expired
        hold R2.1 until 120    -> held
        confirm R1.1           -> wrong-state expired
        hold R1.1 until 60     -> wrong-state expired
        release R1.1           -> released already
        """);

    [Fact]
    public void A_full_befriender_refuses_a_second_resident() => Holds("""
        capacity 2
        others 1
        take R1                -> taken
        take R1                -> taken already
        take R2                -> no-free-place 2/0/2
        hold R2.1 until 60     -> no-free-place 2/0/2
        end R1                 -> ended
        take R2                -> taken
        """);

    [Fact]
    public void People_of_one_household_who_are_visited_together_share_one_place() => Holds("""
        capacity 1
        hold R1.1 until 60 of H1    -> held
        hold R2.1 until 60 of H1    -> held
        hold R3.1 until 60 of H2    -> no-free-place 1/1/0
        hold R4.1 until 60          -> no-free-place 1/1/0
        confirm R1.1                -> taken
        hold R4.1 until 60          -> no-free-place 1/0/1
        confirm R2.1                -> taken
        confirm R2.1                -> taken already
        hold R4.1 until 60          -> no-free-place 1/0/1
        """);

    [Fact]
    public void Ending_for_one_of_a_household_keeps_the_place_for_the_other() => Holds("""
        capacity 1
        hold R1.1 until 60 of H1    -> held
        hold R2.1 until 60 of H1    -> held
        confirm R1.1                -> taken
        release R2.1                -> released
        hold R3.1 until 60          -> no-free-place 1/0/1
        hold R2.2 until 60 of H1    -> held
        confirm R2.2                -> taken
        end R1.1                    -> ended
        hold R3.1 until 60          -> no-free-place 1/0/1
        end R2.2                    -> ended
        hold R3.1 until 60          -> held
        """);

    [Fact]
    public void Who_declines_or_lets_the_hold_lapse_leaves_the_place_to_the_others_of_the_household() => Holds("""
        capacity 1
        hold R1.1 until 60 of H1    -> held
        hold R2.1 until 120 of H1   -> held
        minute 61
        hold R3.1 until 120         -> no-free-place 1/1/0
        release R2.1                -> released
        hold R3.1 until 120         -> held
        hold R1.2 until 120 of H1   -> no-free-place 1/1/0
        """);

    [Fact]
    public void One_resident_never_counts_twice_at_one_owner() => Holds("""
        capacity 2
        hold R1.1 until 60     -> held
        hold R1.2 until 60     -> wrong-state held
        take R1                -> taken
        confirm R1.1           -> wrong-state expired
        hold R1.2 until 60     -> wrong-state taken
        take R2                -> taken
        take R3                -> no-free-place 2/0/2
        """);

    [Fact]
    public void Ending_the_place_of_one_proposal_late_or_again_leaves_the_place_of_the_next() => Holds("""
        capacity 1
        hold R1.1 until 60     -> held
        confirm R1.1           -> taken
        end R1.1               -> ended
        hold R1.2 until 60     -> held
        end R1.1               -> ended already
        confirm R1.2           -> taken
        end R1.1               -> ended already
        hold R2.1 until 60     -> no-free-place 1/0/1
        end R1.2               -> ended
        take R1                -> taken
        end R1.2               -> ended already
        end R1.3               -> ended
        end R1.3               -> ended already
        hold R2.1 until 60     -> held
        """);

    [Fact]
    public void Ending_a_place_taken_without_a_proposal_late_or_again_leaves_one_taken_by_a_proposal_since() => Holds("""
        capacity 1
        take R1                -> taken
        end R1                 -> ended
        hold R1.1 until 60     -> held
        end R1                 -> ended already
        confirm R1.1           -> taken
        end R1                 -> ended already
        hold R2.1 until 60     -> no-free-place 1/0/1
        end R1.1               -> ended
        """);

    [Fact]
    public void Whatever_becomes_of_a_proposal_leaves_her_the_place_she_took_by_herself_meanwhile() => Holds("""
        capacity 1
        hold R1.1 until 60     -> held
        take R1                -> taken
        release R1.1           -> released already
        hold R2.1 until 60     -> no-free-place 1/0/1
        end R1                 -> ended
        hold R2.1 until 60     -> held
        """);

    [Fact]
    public void Without_a_capacity_there_is_no_limit_to_keep() => Holds("""
        take R1                -> taken
        take R2                -> taken
        hold R3.1 until 60     -> held
        """);

    [Fact]
    public void No_places_means_no_places() => Holds("""
        capacity 0
        take R1                -> no-free-place 0/0/0
        hold R1.1 until 60     -> no-free-place 0/0/0
        confirm R1.1           -> wrong-state expired
        end R1                 -> ended already
        """);

    [Fact]
    public void An_owner_who_gives_no_new_place_still_answers_for_the_old_ones()
    {
        var at = new Moment(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), new DateOnly(2026, 11, 22));
        var closed = new WrongState("not-active", "Gone.");
        ProposalId held = PlaceScript.Proposal("R1.1"), taken = PlaceScript.Proposal("R2.1");
        var places = new Places
        {
            Capacity = 5,
            Held = [new HeldPlace(held, held.Resident, at.Now.AddHours(1))],
            Taken = [new TakenPlace(taken.Resident, at.Today, null, taken)],
        };
        (PlaceCommand Command, string Answer)[] table =
        [
            (new HoldPlace(held, at.Now.AddHours(1)), "held already"),
            (new HoldPlace(PlaceScript.Proposal("R3.1"), at.Now.AddHours(1)), "wrong-state not-active"),
            (new ConfirmPlace(held, at.Today), "wrong-state not-active"),
            (new ConfirmPlace(taken, at.Today), "taken already"),
            (new TakePlace(ResidentId.Of("R3"), at.Today), "wrong-state not-active"),
            (new ReleasePlace(held), "released"),
            (new EndPlace(taken.Resident, at.Today) { TakenBy = taken }, "ended"),
        ];
        Assert.All(table, row => Assert.Equal(row.Answer, PlaceScript.Words(PlaceRules.Decide(places, row.Command, at, closed).Answer)));
    }

    [Fact]
    public void A_place_promised_from_a_later_day_is_given_away_today()
    {
        var at = new Moment(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), new DateOnly(2026, 11, 22));
        var places = new Places { Capacity = 1 };
        places = PlaceRules.Decide(places, new TakePlace(ResidentId.Of("R1"), at.Today.AddDays(7)), at, null).Next!;
        Assert.Equal(0, places.FreeAt(at.Now, at.Today));
        Assert.IsType<PlaceRefused>(PlaceRules.Decide(places, new TakePlace(ResidentId.Of("R2"), at.Today), at, null).Answer);
    }

    private static void Holds(string script) => Assert.Equal(PlaceScript.Tidy(script), PlaceScript.Run(script));
}
