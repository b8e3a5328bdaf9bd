using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Assessments;
using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.LifeEvents;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Grains.Wards;

namespace Networks.Grains.Tests.Residents;

/// <summary>What holds for every command of a resident's record alike, whatever it is about.</summary>
public sealed class EveryCommandTests(Town town) : IClassFixture<Town>
{
    // What each is done to has a tie 1, a match 1, a membership, an open proposal, situations and all consents.
    private static readonly Dictionary<Type, Func<Scene, ResidentCommand>> Commands = new()
    {
        [typeof(UpdateResident)] = at => new UpdateResident { CommandId = at.Command, Set = new ResidentChanges { PriorityBand = 1 } },
        [typeof(RecordTie)] = at => new RecordTie { CommandId = at.Command, ToResident = at.Other, Kind = TieKind.Friend },
        [typeof(EndTie)] = at => new EndTie { CommandId = at.Command, Tie = 1, On = at.Today },
        [typeof(RecordContact)] = at => new RecordContact { CommandId = at.Command, Tie = 1, On = at.Today },
        [typeof(JoinGroup)] = at => new JoinGroup { CommandId = at.Command, Group = at.OtherGroup },
        [typeof(LeaveGroup)] = at => new LeaveGroup { CommandId = at.Command, Group = at.Group, On = at.Today },
        [typeof(OpenProposal)] = at => new OpenProposal
        {
            CommandId = at.Command, Proposal = Town.Proposal(at.Id, "nov-8", OfferKind.Activity), ExpiresAt = at.Later,
        },
        [typeof(CloseProposal)] = at => new CloseProposal
        {
            CommandId = at.Command,
            Proposal = at.Proposal,
            Declined = new DeclinedProposal { Proposal = at.Proposal, Offer = OfferId.Of(at.Group), ByResident = true, On = at.Today },
        },
        [typeof(RecordMatch)] = at => new RecordMatch
        {
            CommandId = at.Command, Proposal = Town.Proposal(at.Id, "nov-7"), Volunteer = at.Volunteer, Since = at.Today,
        },
        [typeof(EndMatch)] = at => new EndMatch { CommandId = at.Command, Match = 1, On = at.Today, Ending = MatchEnding.Planned },
        [typeof(RecordMilestone)] = at => new RecordMilestone
        {
            CommandId = at.Command, Match = 1, Milestone = new Milestone(MilestoneKind.Review, at.Today),
        },
        [typeof(LeaveRegister)] = at => new LeaveRegister { CommandId = at.Command, On = at.Today, Reason = LeftReason.MovedAway },
        [typeof(AskAboutConnections)] = at => new AskAboutConnections { CommandId = at.Command, On = at.Today },
        [typeof(RecordAssessment)] = at => new RecordAssessment
        {
            CommandId = at.Command, Assessment = new Assessment { Instrument = Instrument.Direct, On = at.Today, Answers = ["2"] },
        },
        [typeof(RecordLifeEvent)] = at =>
            new RecordLifeEvent { CommandId = at.Command, Event = new LifeEvent("bereaved", at.Today, null) },
        [typeof(RecordIntroduction)] = at => new RecordIntroduction { CommandId = at.Command, On = at.Today },
        [typeof(RecordAttendance)] = at =>
            new RecordAttendance { CommandId = at.Command, Attendance = new Attendance(at.Group, at.Today, null) },
        [typeof(SetConsent)] = at => new SetConsent { CommandId = at.Command, Consent = new Consent(Consent.DataSharing, null, null) },
        [typeof(WithdrawConsent)] = at => new WithdrawConsent { CommandId = at.Command, Kind = Consent.SpecialCategory, On = at.Today },
        [typeof(PauseReferral)] = at => new PauseReferral { CommandId = at.Command, Until = at.Today.AddDays(7) },
        [typeof(ResumeReferral)] = at => new ResumeReferral { CommandId = at.Command },
        [typeof(EraseResident)] = at => new EraseResident { CommandId = at.Command },
        [typeof(AdoptResident)] = at => new AdoptResident
        {
            CommandId = at.Command, Merged = at.Record with { Facts = at.Record.Facts with { Lsoa = "E01007651" } },
        },
    };

    public static TheoryData<string> Names => [.. Commands.Keys.Select(type => type.Name)];

    [Fact]
    public void No_command_is_missing_here()
    {
        var known = typeof(ResidentCommand).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ResidentCommand)) && type != typeof(RegisterResident));
        Assert.Equal(known.Select(type => type.Name).Order(), Commands.Keys.Select(type => type.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_command_is_done_once_and_its_wards_are_told(string name)
    {
        var (id, command) = await Prepare(name);
        var before = (await town.Grains.Resident(id).Read())!.Version;
        var done = await town.Done(id, command);
        Assert.True(done.Version > before);
        Assert.False(done.GraphPending);
        var live = town.Silo.Services.GetRequiredService<WardBoard>().Graph.Find(id);
        Assert.Equal(command is EraseResident ? null : done.Version, live?.Version);

        Assert.Equal(done, await town.Done(id, command));
        Assert.Equal(done.Version, (await town.Grains.Resident(id).Read())?.Version ?? done.Version);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_command_id_used_for_something_else_is_refused(string name)
    {
        var (id, command) = await Prepare(name);
        await town.Done(id, command);
        Assert.Equal(new CommandIdReused(command.CommandId), await town.Refused(id, command with { ExpectedVersion = 1_000 }));
        var other = new UpdateResident { CommandId = command.CommandId, Set = new ResidentChanges { PriorityBand = 3 } };
        Assert.Equal(new CommandIdReused(command.CommandId), await town.Refused(id, other));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_command_on_an_outdated_reading_is_refused_and_changes_nothing(string name)
    {
        var (id, command) = await Prepare(name);
        var version = (await town.Grains.Resident(id).Read())!.Version;
        Assert.Equal(new VersionConflict(version), await town.Refused(id, command with { ExpectedVersion = version - 1 }));
        Assert.Equal(version, (await town.Grains.Resident(id).Read())!.Version);
        await town.Done(id, command with { ExpectedVersion = version });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_command_for_somebody_never_registered_is_refused(string name)
    {
        var (_, command) = await Prepare(name);
        var nobody = ResidentId.Of(Town.Fresh("nobody"));
        Assert.Equal(new NotRegistered("resident", nobody.Value), await town.Refused(nobody, command));
    }

    [Fact]
    public async Task A_day_at_a_group_nobody_knows_is_refused()
    {
        var id = await town.NewResident();
        var came = new Attendance(GroupId.Of("nowhere"), town.Today, null);
        Assert.Equal(
            new NotRegistered("group", "nowhere"),
            await town.Refused(id, new RecordAttendance { CommandId = Town.Command(), Attendance = came }));
    }

    [Fact]
    public async Task Taking_back_matching_consent_gives_back_the_place_a_round_holds()
    {
        var id = await town.NewResident();
        var volunteer = await town.NewVolunteer();
        var (proposal, until) = (Town.Proposal(id, "nov-6"), town.Silo.Time.GetUtcNow().AddDays(21));
        var open = new OpenProposal
        {
            CommandId = Town.Command(), Proposal = proposal, ExpiresAt = until, Offer = OfferId.Of(volunteer),
        };
        await town.Done(id, open);
        await town.Grains.Volunteer(volunteer).Place(new HoldPlace(proposal, until));
        Assert.Equal(0, town.Free(await town.Places(volunteer)));

        await town.Done(id, new WithdrawConsent { CommandId = Town.Command(), Kind = Consent.Matching, On = town.Today });
        Assert.Equal(1, town.Free(await town.Places(volunteer)));
        Assert.Empty((await town.Resident(id)).Proposals);
        var anew = open with { CommandId = Town.Command(), Proposal = Town.Proposal(id, "nov-7") };
        Assert.Equal("no-consent", Assert.IsType<WrongState>(await town.Refused(id, anew)).State);
    }

    private async Task<(ResidentId Id, ResidentCommand Command)> Prepare(string name)
    {
        var id = await town.NewResident();
        var group = await town.NewGroup();
        var volunteer = await town.NewVolunteer(capacity: 2);
        var proposal = Town.Proposal(id, "nov-5", OfferKind.LunchClub);
        var later = town.Silo.Time.GetUtcNow().AddDays(21);
        ImmutableArray<Consent> consents = [new(Consent.Matching, null, null), new(Consent.SpecialCategory, null, null),
            new(Consent.Introductions, null, null)];
        var set = new ResidentChanges
        {
            Consents = consents,
            Situations = ImmutableArray.Create("carer"),
            PausedUntil = name == nameof(ResumeReferral) ? town.Today.AddDays(7) : (DateOnly?)null,
        };
        await town.Done(id, new RecordTie { CommandId = Town.Command(), ToAlter = "1", Kind = TieKind.Child });
        await town.Done(id, new JoinGroup { CommandId = Town.Command(), Group = group });
        await town.Done(id, new OpenProposal { CommandId = Town.Command(), Proposal = proposal, ExpiresAt = later });
        if (name != nameof(RecordMatch))
        {
            await town.Match(id, volunteer);
        }

        await town.Done(id, new UpdateResident { CommandId = Town.Command(), Set = set });
        var scene = new Scene
        {
            Id = id,
            Other = await town.NewResident(),
            Group = group,
            OtherGroup = await town.NewGroup(),
            Volunteer = volunteer,
            Proposal = proposal,
            Later = later,
            Today = town.Today,
            Command = Town.Command(),
            Record = await town.Resident(id),
        };
        return (id, Commands.Single(pair => pair.Key.Name == name).Value(scene));
    }

    private sealed record Scene
    {
        public required ResidentId Id { get; init; }

        public required ResidentId Other { get; init; }

        public required GroupId Group { get; init; }

        public required GroupId OtherGroup { get; init; }

        public required Domain.Volunteers.VolunteerId Volunteer { get; init; }

        public required ProposalId Proposal { get; init; }

        public required DateTimeOffset Later { get; init; }

        public required DateOnly Today { get; init; }

        public required CommandId Command { get; init; }

        public required Resident Record { get; init; }
    }
}
