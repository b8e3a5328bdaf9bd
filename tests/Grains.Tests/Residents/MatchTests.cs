using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Grains.Commands;

namespace Networks.Grains.Tests.Residents;

/// <summary>A resident has at most one active match and no two open proposals of one kind, however many rounds ask at once.</summary>
public sealed class MatchTests(Town town) : IClassFixture<Town>
{
    private const int Rounds = 20;

    [Fact]
    public async Task Of_many_rounds_that_record_a_match_at_once_one_does()
    {
        var id = await town.NewResident();
        var volunteer = await town.NewVolunteer(capacity: 100);
        var answers = await Task.WhenAll(Enumerable.Range(0, Rounds).Select(round => town.Grains.Resident(id).Do(new RecordMatch
        {
            CommandId = Town.Command(),
            Proposal = Town.Proposal(id, $"nov-{round}"),
            Volunteer = volunteer,
            Since = town.Today,
        })));
        Assert.Single(answers.OfType<CommandDone>());
        Assert.Equal(Rounds - 1, answers.OfType<CommandRefused>().Count(refused => refused.Refusal is WrongState { State: "matched" }));
        Assert.Single((await town.Resident(id)).Matches);
    }

    [Fact]
    public async Task One_proposal_makes_one_match_however_often_and_by_whatever_command_it_is_told()
    {
        var id = await town.NewResident();
        var volunteer = await town.NewVolunteer();
        var proposal = Town.Proposal(id);
        var answers = await Task.WhenAll(Enumerable.Range(0, Rounds).Select(_ => town.Done(id, new RecordMatch
        {
            CommandId = Town.Command(),
            Proposal = proposal,
            Volunteer = volunteer,
            Since = town.Today,
        })));
        Assert.All(answers, done => Assert.Equal(1, done.Number));
        Assert.Single((await town.Resident(id)).Matches);
    }

    [Fact]
    public async Task Of_many_rounds_that_propose_one_kind_at_once_one_does_until_it_is_answered_or_expires()
    {
        await using var own = await Town.OfItsOwn();
        var id = await own.NewResident();
        OpenProposal Open(int round, OfferKind kind = OfferKind.Befriending) => new()
        {
            CommandId = Town.Command(),
            Proposal = Town.Proposal(id, $"nov-{round}", kind),
            ExpiresAt = own.Silo.Time.GetUtcNow().AddDays(21),
        };
        var answers = await Task.WhenAll(Enumerable.Range(0, Rounds).Select(round => own.Grains.Resident(id).Do(Open(round))));
        Assert.Single(answers.OfType<CommandDone>());
        var open = Assert.Single((await own.Resident(id)).Proposals).Proposal;
        await own.Done(id, Open(0, OfferKind.LunchClub));

        await own.Done(id, new CloseProposal { CommandId = Town.Command(), Proposal = open });
        await own.Done(id, Open(77));
        Assert.IsType<WrongState>(await own.Refused(id, Open(78)));
        own.Silo.Time.Advance(TimeSpan.FromDays(21));
        await own.Done(id, Open(78));
    }
}
