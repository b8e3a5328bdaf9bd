using System.Collections.Concurrent;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Grains.MatchingRounds;

namespace Networks.Grains.Tests.MatchingRounds;

/// <summary>
/// Twenty coordinators, each with a round over two of four wards, so that every place stands in several rounds; yes and no of both sides
/// come in at once, from different people.
/// </summary>
public sealed class OverlappingRoundsTests
{
    private const int RoundCount = 20, PeopleEach = 12, VisitorsEach = 3, PlacesEach = 2, GroupPlaces = 5;

    private static readonly WardCode[] Wards = [Town.East, Town.West, WardCode.Of("E05001392"), WardCode.Of("E05001393")];

    private readonly ConcurrentBag<(ProposalSide Side, ProposalReply Reply)> said = [];

    [Fact]
    public async Task Twenty_rounds_over_overlapping_wards_with_yes_and_no_racing_never_give_a_place_twice_and_lose_none()
    {
        await using var town = await Town.OfItsOwn();
        await town.Grains.WardRegister().PutWards([.. Wards.Select(code => new WardFacts { Code = code, Name = $"Ward {code}" })]);
        var people = await Task.WhenAll(Enumerable.Range(0, Wards.Length * PeopleEach).Select(at => Person(town, at)));
        var visitors = await Task.WhenAll(
            Enumerable.Range(0, Wards.Length * VisitorsEach).Select(at => town.VisitorIn(Ward(at), PlacesEach)));
        var groups = await Task.WhenAll(Wards.Select(ward => Group(town, ward)));

        // Every round freezes the same picture before any is published.
        var names = Enumerable.Range(0, RoundCount).Select(_ => Rounds.NewName()).ToArray();
        var solved = new RoundReading[RoundCount];
        await Parallel.ForAsync(0, RoundCount, async (at, _) => solved[at] = await town.Solved(names[at], Open(at)));
        Assert.All(solved, round => Assert.True(round.Objective!.Matched >= 2 * VisitorsEach * PlacesEach, $"{round.Objective}"));

        using var watch = new CancellationTokenSource();
        var watching = NeverMoreThanCapacity(town, visitors, groups, watch.Token);
        await Parallel.ForAsync(0, RoundCount, async (at, _) => await PublishAndAnswer(town, names[at], solved[at], at));
        await watch.CancelAsync();
        await watching;
        await BothEndsAgree(town, people, visitors, groups, names);
        Assert.Equal(6, said.Distinct().Count());
        Assert.All(await Task.WhenAll(Wards.Select(ward => town.Grains.Ward(ward).Refresh(CancellationToken.None))),
            repairs => Assert.Equal(default, repairs));
    }

    private static WardCode Ward(int at) => Wards[at % Wards.Length];

    private static OpenRound Open(int at) => Rounds.Open() with { Wards = [Ward(at), Ward(at + 1 + at / 4 % 3)] };

    private static Task<ResidentId> Person(Town town, int at) => town.WaitingIn(Ward(at), at % 4 + 1, (at % 3) switch
    {
        0 => [OfferKind.Befriending, OfferKind.LunchClub], 1 => [OfferKind.LunchClub], _ => [OfferKind.Befriending],
    });

    private static async Task<GroupId> Group(Town town, WardCode ward)
    {
        var id = GroupId.Of(Town.Fresh("G"));
        var facts = new GroupFacts
        {
            Name = "Lunch", Ward = ward, Kind = OfferKind.LunchClub, Place = new(53.72, -1.63), Sessions = ["tue 10:00-12:00"],
        };
        var register = new RegisterGroup { CommandId = Town.Command(), Facts = facts, Capacity = GroupPlaces };
        Assert.IsType<CommandDone>(await town.Grains.Group(id).Do(register));
        return id;
    }

    private async Task PublishAndAnswer(Town town, RoundName name, RoundReading solved, int at)
    {
        var publish = Rounds.Publish(solved);
        await Task.WhenAll(town.Done(name, publish), town.Done(name, publish));
        var held = (await town.Settled(name)).Proposals.Where(proposal => proposal.Stage == ProposalStage.Held).ToArray();
        await Task.WhenAll(held.Select((proposal, order) => Answer(town, proposal.Id, at + order)));
        await town.Settled(name);
    }

    // Replies of both sides, said at once and each said twice; in two cases two people at the desk note different replies of one side.
    private async Task Answer(Town town, ProposalId proposal, int which)
    {
        (ProposalSide Side, ProposalReply Reply)[] replies = (which % 8) switch
        {
            0 => [(ProposalSide.Resident, ProposalReply.No), (ProposalSide.Offer, ProposalReply.Yes)],
            1 => [(ProposalSide.Resident, ProposalReply.Yes), (ProposalSide.Offer, ProposalReply.No)],
            2 => [(ProposalSide.Resident, ProposalReply.Later), (ProposalSide.Offer, ProposalReply.Yes)],
            3 => [(ProposalSide.Resident, ProposalReply.Yes), (ProposalSide.Offer, ProposalReply.Later)],
            4 => [(ProposalSide.Resident, ProposalReply.Yes), (ProposalSide.Resident, ProposalReply.No),
                (ProposalSide.Offer, ProposalReply.Yes)],
            5 => [(ProposalSide.Resident, ProposalReply.Yes), (ProposalSide.Offer, ProposalReply.Yes),
                (ProposalSide.Offer, ProposalReply.No)],
            6 => [(ProposalSide.Resident, ProposalReply.No), (ProposalSide.Offer, ProposalReply.No)],
            _ => [(ProposalSide.Resident, ProposalReply.Yes), (ProposalSide.Offer, ProposalReply.Yes)],
        };
        AnswerProposal[] commands = [.. replies.Select(one => Rounds.Says(proposal, one.Side, one.Reply))];
        var outcomes = await Task.WhenAll(commands.Concat(commands).Select(command =>
            Town.UntilAnswered(() => town.Round(proposal.Round).Do(command))));
        foreach (var (at, command) in commands.Index())
        {
            Assert.Equal(outcomes[at].GetType(), outcomes[at + commands.Length].GetType());
            if (outcomes[at] is CommandDone)
            {
                said.Add((command.Side, command.Reply));
            }
            else if (replies.Select(one => one.Reply).All(reply => reply == ProposalReply.Yes))
            {
                Assert.Fail($"{proposal}: {outcomes[at]} though nobody said no");
            }
        }
    }

    private static async Task NeverMoreThanCapacity(Town town, VolunteerId[] visitors, GroupId[] groups, CancellationToken stop)
    {
        void Within(Places places, int capacity, object whose) => Assert.True(
            places.HeldAt(town.Silo.Time.GetUtcNow(), town.Today) + places.TakenOn(town.Today) <= capacity, $"{whose}: {places}");
        while (!stop.IsCancellationRequested)
        {
            foreach (var visitor in visitors)
            {
                Within(await town.Places(visitor), PlacesEach, visitor);
            }

            foreach (var group in groups)
            {
                Within(await town.Places(group), GroupPlaces, group);
            }
        }
    }

    private static async Task BothEndsAgree(
        Town town, ResidentId[] people, VolunteerId[] visitors, GroupId[] groups, RoundName[] names)
    {
        var recorded = new List<string>();
        foreach (var person in people)
        {
            var record = await town.Resident(person);
            Assert.True(record.Matches.Length <= 1 && record.Memberships.Length <= 1, $"{person}: {record.Matches.Length} matches");
            Assert.Empty(record.Proposals);
            recorded.AddRange(record.Matches.Select(match => $"{person} {match.Volunteer}"));
            recorded.AddRange(record.Memberships.Select(membership => $"{person} {membership.Group}"));
        }

        var taken = new List<string>();
        foreach (var (owner, places) in (await Task.WhenAll(visitors.Select(async one => ($"{one}", await town.Places(one)))))
            .Concat(await Task.WhenAll(groups.Select(async one => ($"{one}", await town.Places(one))))))
        {
            Assert.Equal(0, places.HeldAt(town.Silo.Time.GetUtcNow(), town.Today));
            taken.AddRange(places.Taken.Select(place => $"{place.Resident} {owner}"));
        }

        var readings = await Task.WhenAll(names.Select(name => town.Round(name).Read()));
        var proposals = readings.SelectMany(round => round!.Proposals).ToArray();
        Assert.All(readings, round => Assert.Equal(RoundStage.Closed, round!.Stage));
        Assert.DoesNotContain(proposals, one => one.Stage is ProposalStage.Draft or ProposalStage.Held or ProposalStage.Accepted);
        Assert.Contains(proposals, one => one.Stage == ProposalStage.Declined);
        var confirmed = proposals.Where(one => one.Stage == ProposalStage.Confirmed).Select(one => $"{one.Resident} {one.Offer.Value}");
        Assert.Equal(recorded.Order(StringComparer.Ordinal), taken.Order(StringComparer.Ordinal));
        Assert.Equal(recorded.Order(StringComparer.Ordinal), confirmed.Order(StringComparer.Ordinal));
        Assert.Contains(proposals, one => one.Stage == ProposalStage.Confirmed && one.Offer.Group is not null);
        Assert.Contains(proposals, one => one.Stage == ProposalStage.Confirmed && one.Offer.Volunteer is not null);
    }
}
