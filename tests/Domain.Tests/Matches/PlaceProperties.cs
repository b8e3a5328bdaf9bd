using FsCheck;
using FsCheck.Fluent;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;

namespace Networks.Domain.Tests.Matches;

/// <summary>
/// What holds after any sequence of commands with the clock moving between them. A step is a number, so a failure shrinks well.
/// </summary>
public sealed class PlaceProperties
{
    private const int Residents = 5;
    private const int Attempts = 3;

    private static readonly VolunteerId Id = VolunteerId.Of("V1");
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Held_and_taken_and_others_never_exceed_the_capacity() => ForAnySteps(run => run.IsWithinCapacity);

    [Fact]
    public void Whoever_shares_a_place_counts_once_with_her_household() => ForAnySteps(run => run.CountsPlainly);

    [Fact]
    public void A_retried_command_changes_nothing_and_never_refuses_what_was_given() => ForAnySteps(run => run.RetryChangesNothing);

    [Fact]
    public void No_resident_has_two_places_of_one_owner() => ForAnySteps(run => run.IsOnePlaceEach);

    [Fact]
    public void An_end_leaves_every_place_that_was_taken_by_another_proposal() => ForAnySteps(run => run.EndLeavesOthers);

    [Fact]
    public void A_refusal_keeps_everything_as_it_was() => ForAnySteps(run => run.RefusalKeepsAll);

    private static void ForAnySteps(Func<Run, bool> holds) => Prop
        .ForAll(Gen.Choose(0, 1_000_000).ArrayOf().ToArbitrary(), steps =>
        {
            var run = new Run();
            return steps.All(step =>
            {
                run.Step(step);
                return holds(run);
            });
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(80));

    private sealed class Run
    {
        private Volunteer _volunteer = new()
        {
            Id = Id,
            Facts = new VolunteerFacts { Ward = WardCode.Of("E05012993") },
            Places = new Places { Capacity = 2, Others = 0 },
        };

        private Moment _at = new(Start, new DateOnly(2026, 11, 22));

        public bool IsWithinCapacity => _volunteer.Places is var places
            && places.HeldAt(_at.Now, _at.Today) + places.TakenOn(_at.Today) + places.Others <= places.Capacity;

        // Counted once more, one list of names: a household's, or somebody's own.
        public bool CountsPlainly
        {
            get
            {
                var names = new HashSet<string>();
                foreach (var taken in _volunteer.Places.Taken.Where(taken => taken.EndedOn is null || taken.EndedOn > _at.Today))
                {
                    names.Add(taken.Household ?? taken.Resident.Value);
                }

                var taking = names.Count;
                foreach (var held in _volunteer.Places.Held.Where(held => held is { Released: false } && held.ExpiresAt > _at.Now))
                {
                    names.Add(held.Household ?? held.Resident.Value);
                }

                return _volunteer.Places.TakenOn(_at.Today) == taking
                    && _volunteer.Places.HeldAt(_at.Now, _at.Today) == names.Count - taking;
            }
        }

        public bool IsOnePlaceEach => _volunteer.Places is var places
            && places.Taken.Where(taken => taken.EndedOn is null || taken.EndedOn > _at.Today).Select(taken => taken.Resident)
                .Concat(places.Held.Where(held => held.CountsAt(_at.Now)).Select(held => held.Resident))
                .GroupBy(resident => resident).All(group => group.Count() == 1);

        public bool RetryChangesNothing { get; private set; } = true;

        public bool RefusalKeepsAll { get; private set; } = true;

        public bool EndLeavesOthers { get; private set; } = true;

        public void Step(int step)
        {
            var kind = step % 8;
            var resident = ResidentId.Of($"R{step / 8 % Residents}");
            var proposal = new ProposalId(RoundName.Of("nov-2"), OfferKind.Befriending, 1 + step / 64 % Attempts, resident);
            switch (kind)
            {
                case 6:
                    Move(minutes: step / 8 % 600);
                    break;
                case 7:
                    SetCapacity(step / 8 % 5);
                    break;
                default:
                    Ask(kind switch
                    {
                        // A proposal's expiry is the caller's own, the same at every retry.
                        0 or 1 => new HoldPlace(proposal, Start.AddMinutes(600 * proposal.Attempt))
                        {
                            Household = resident.Value switch { "R0" or "R1" => "H1", "R2" or "R3" => "H2", _ => null },
                        },
                        2 => new ConfirmPlace(proposal, _at.Today),
                        3 => new ReleasePlace(proposal),
                        4 => new TakePlace(resident, _at.Today.AddDays(step / 512 % 3)) { By = step / 2048 % 2 == 0 ? null : proposal },
                        _ => new EndPlace(resident, _at.Today.AddDays(step / 512 % 3)) { TakenBy = step / 2048 % 2 == 0 ? null : proposal },
                    });
                    break;
            }
        }

        private void Ask(PlaceCommand command)
        {
            var first = VolunteerRules.Decide(Id, _volunteer, command, _at);
            RefusalKeepsAll &= first.Answer is not PlaceRefused || first.Next is null;
            EndLeavesOthers &= command is not EndPlace end || first.Next is not { } next
                || TakenOtherwise(_volunteer.Places, end.TakenBy).SequenceEqual(TakenOtherwise(next, end.TakenBy));
            _volunteer = _volunteer with { Places = first.Next ?? _volunteer.Places };
            var again = VolunteerRules.Decide(Id, _volunteer, command, _at);
            RetryChangesNothing &= again.Next is null;
            RetryChangesNothing &= first.Answer is not PlaceSettled given || again.Answer == (given with { Already = true });
        }

        private static IEnumerable<TakenPlace> TakenOtherwise(Places places, ProposalId? by) =>
            places.Taken.Where(place => place.Proposal is not null && place.Proposal != by);

        private void SetCapacity(int capacity)
        {
            var command = new SetVolunteerCapacity { CommandId = CommandId.Of("c"), Capacity = capacity };
            var decision = VolunteerRules.Decide(Id, _volunteer, command, _at);
            _volunteer = decision.Next ?? _volunteer;
        }

        private void Move(int minutes)
        {
            var now = _at.Now.AddMinutes(minutes);
            _at = new Moment(now, DateOnly.FromDateTime(now.DateTime));
        }
    }
}
