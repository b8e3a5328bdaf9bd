using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Grains.MatchingRounds;

namespace Networks.Grains.Tests.MatchingRounds;

/// <summary>What tests of rounds do again and again: people who wait, visitors with places, and a round's life step by step.</summary>
internal static class Rounds
{
    private static readonly GeoPoint Centre = new(53.72, -1.63);

    /// <summary>A person who waits for a visitor, lives in the middle and has agreed to be put forward.</summary>
    public static Task<ResidentId> Waiting(this Town town, int band = 2, params OfferKind[] seeking) =>
        town.WaitingIn(Town.East, band, seeking);

    /// <summary>The same in another ward.</summary>
    public static async Task<ResidentId> WaitingIn(this Town town, WardCode ward, int band, params OfferKind[] seeking)
    {
        var id = ResidentId.Of(Town.Fresh("R"));
        await town.Done(id, new RegisterResident
        {
            CommandId = Town.Command(),
            Facts = new ResidentFacts
            {
                Ward = ward,
                BirthYear = 1944,
                Home = Centre,
                Languages = ["en"],
                Seeking = seeking.Length == 0 ? [OfferKind.Befriending] : [.. seeking],
                PriorityBand = band,
                WaitingSince = town.Today.AddDays(-30),
                Consents = [new Consent(Consent.Matching, null, null)],
            },
        });
        return id;
    }

    /// <summary>A visitor with all checks.</summary>
    public static Task<VolunteerId> Visitor(this Town town, int capacity = 1) => town.VisitorIn(Town.East, capacity);

    /// <summary>The same in another ward.</summary>
    public static async Task<VolunteerId> VisitorIn(this Town town, WardCode ward, int capacity)
    {
        var id = VolunteerId.Of(Town.Fresh("V"));
        Assert.IsType<CommandDone>(await town.Grains.Volunteer(id).Do(new RegisterVolunteer
        {
            CommandId = Town.Command(),
            Capacity = capacity,
            Facts = new VolunteerFacts
            {
                Ward = ward,
                Roles = [VolunteerRole.Befriender],
                Home = Centre,
                Languages = ["en"],
                Checks = [new Check("references", null, null), new Check("interview", null, null), new Check("induction", null, null)],
            },
        }));
        return id;
    }

    /// <summary>A name no other test's round has.</summary>
    public static RoundName NewName() => RoundName.Of(Town.Fresh("round-"));

    public static IMatchingRoundGrain Round(this Town town, RoundName name) => town.Grains.MatchingRound(name);

    /// <summary>Does a command that must be done, however often the store loses an answer.</summary>
    public static async Task Done(this Town town, RoundName name, RoundCommand command) =>
        Assert.IsType<CommandDone>(await Town.UntilAnswered(() => town.Round(name).Do(command)));

    public static async Task<Refusal> Refused(this Town town, RoundName name, RoundCommand command) =>
        Assert.IsType<CommandRefused>(await town.Round(name).Do(command)).Refusal;

    public static OpenRound Open() => new() { CommandId = Town.Command(), By = "C012", Wards = [Town.East] };

    /// <summary>Opens and solves a round; answers how it stands then.</summary>
    public static async Task<RoundReading> Solved(this Town town, RoundName name, OpenRound? open = null)
    {
        await town.Done(name, open ?? Open());
        return await town.SolvedAgain(name);
    }

    public static async Task<RoundReading> SolvedAgain(this Town town, RoundName name)
    {
        await town.Done(name, new SolveRound { CommandId = Town.Command(), By = "C012" });
        return await town.WhenSolved(name);
    }

    /// <summary>Waits for the plan, through whatever restarts there are.</summary>
    public static async Task<RoundReading> WhenSolved(this Town town, RoundName name)
    {
        while (true)
        {
            var reading = await Town.UntilAnswered(() => town.Round(name).ReadWhenSolved(TimeSpan.FromMinutes(1)));
            if (reading!.Stage != RoundStage.Solving)
            {
                return reading;
            }
        }
    }

    public static PublishRound Publish(RoundReading seen) =>
        new() { CommandId = Town.Command(), By = "C012", ProblemDigest = seen.ProblemDigest };

    /// <summary>Publishes a solved round and answers how it stands once every place is held or refused.</summary>
    public static async Task<RoundReading> Published(this Town town, RoundName name, RoundReading seen)
    {
        await town.Done(name, Publish(seen));
        return await town.Settled(name);
    }

    /// <summary>Repeats until nothing is left to do.</summary>
    public static async Task<RoundReading> Settled(this Town town, RoundName name)
    {
        while (!await Town.UntilAnswered(() => town.Round(name).Settle()))
        {
            await Task.Yield();
        }

        return (await town.Round(name).Read())!;
    }

    public static AnswerProposal Says(ProposalId proposal, ProposalSide side, ProposalReply reply) =>
        new() { CommandId = Town.Command(), By = "C012", Proposal = proposal, Side = side, Reply = reply };

    /// <summary>Both sides say yes.</summary>
    public static async Task BothSayYes(this Town town, ProposalId proposal)
    {
        await town.Done(proposal.Round, Says(proposal, ProposalSide.Resident, ProposalReply.Yes));
        await town.Done(proposal.Round, Says(proposal, ProposalSide.Offer, ProposalReply.Yes));
    }
}
