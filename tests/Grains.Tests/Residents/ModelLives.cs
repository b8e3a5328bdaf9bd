using System.Collections.Immutable;
using Networks.Domain.Assessments;
using Networks.Domain.Groups;
using Networks.Domain.LifeEvents;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Grains.Commands;

namespace Networks.Grains.Tests.Residents;

/// <summary>
/// Takes one random step after another in a town and in its model. Every command is now and then sent twice: the second time must change
/// nothing (invariant 4).
/// </summary>
internal sealed class ModelLives
{
    private static readonly string[] ConsentKinds = [Consent.Matching, Consent.SpecialCategory, Consent.DataSharing];

    private readonly Town _town;
    private readonly Random _random;
    private readonly ResidentId[] _people;
    private readonly VolunteerId[] _volunteers;
    private readonly GroupId[] _groups;
    private int _rounds;

    private ModelLives(Town town, Random random, VolunteerId[] volunteers, GroupId[] groups)
    {
        (_town, _random, _volunteers, _groups) = (town, random, volunteers, groups);
        Model = new ModelTown(town.Today);
        _people = [.. Enumerable.Range(0, 8).Select(_ => ResidentId.Of(Town.Fresh("R")))];
        Array.ForEach(_people, id => Model.People[id] = new ModelPerson());
    }

    public ModelTown Model { get; }

    public int Accepted { get; private set; }

    public int Refused { get; private set; }

    public static async Task<ModelLives> Begin(Town town, Random random)
    {
        VolunteerId[] volunteers = [await town.NewVolunteer(), await town.NewVolunteer(capacity: 2)];
        GroupId[] groups = [await town.NewGroup(capacity: 1), await town.NewGroup(capacity: 2)];
        var lives = new ModelLives(town, random, volunteers, groups);
        for (var at = 0; at < 2; at++)
        {
            lives.Model.Volunteers[volunteers[at]] = new ModelOwner { Capacity = at + 1 };
            lives.Model.Groups[groups[at]] = new ModelOwner { Capacity = at + 1 };
        }

        return lives;
    }

    /// <summary>Takes a step and says which.</summary>
    public async Task<string> Step()
    {
        var id = Pick(_people);
        var person = Model.People[id];
        switch (_random.Next(24))
        {
            case 0 or 1 or 2:
                return await Register(id, person);
            case 3:
                // Rare, for it closes a reference for good.
                return _random.Next(6) == 0 ? await Erase(id, person) : "nothing";
            case 4:
                return _random.Next(4) == 0 ? await Leave(id, person) : "nothing";
            case 5 or 6 or 7:
                return await Agree(id, person);
            case 8:
                return await TakeBack(id, person);
            case 9 or 10:
                return await SaySituation(id, person);
            case 11 or 12:
                return await Join(id, person);
            case 13:
                return await LeaveGroup(id, person);
            case 14 or 15 or 16:
                return await Propose(id, person);
            case 17:
                return await Match(id, person);
            case 18:
                return await Decline(id, person);
            case 19:
                return await EndMatch(id, person);
            case 20:
                return await PauseOrResume(id, person);
            case 21:
                return await Tie(id, person);
            case 22:
                return await SetCapacity();
            default:
                return await WriteDown(id, person);
        }
    }

    private Task<string> Register(ResidentId id, ModelPerson person) => Do(
        id, new RegisterResident { CommandId = Town.Command(), Facts = new ResidentFacts { Ward = Pick(Town.East, Town.West) } },
        !person.IsRegistered && !person.IsErased, () => person.IsRegistered = true);

    private Task<string> Erase(ResidentId id, ModelPerson person) =>
        Do(id, new EraseResident { CommandId = Town.Command() }, person.IsRegistered, () => Model.Erase(id));

    private Task<string> Leave(ResidentId id, ModelPerson person) =>
        Do(id, new LeaveRegister { CommandId = Town.Command(), On = Model.Today }, person.IsRegistered, () => Model.Leave(id));

    private Task<string> Agree(ResidentId id, ModelPerson person)
    {
        var kind = Pick(ConsentKinds);
        return Do(id, new SetConsent { CommandId = Town.Command(), Consent = new Consent(kind, null, null) }, person.MayBeginAnew, () =>
        {
            person.Agreed.Add(kind);
            person.EverAgreed.Add(kind);
        });
    }

    private Task<string> TakeBack(ResidentId id, ModelPerson person)
    {
        var kind = Pick(ConsentKinds);
        var withdraw = new WithdrawConsent { CommandId = Town.Command(), Kind = kind, On = Model.Today };
        return Do(id, withdraw, person.IsRegistered && person.EverAgreed.Contains(kind), () =>
        {
            person.Agreed.Remove(kind);
            if (kind == Consent.SpecialCategory)
            {
                person.Situations.Clear();
            }

            if (kind == Consent.Matching)
            {
                Model.CloseProposal(id);
            }
        });
    }

    private Task<string> SaySituation(ResidentId id, ModelPerson person)
    {
        var update = new UpdateResident
        {
            CommandId = Town.Command(), Set = new ResidentChanges { Situations = ImmutableArray.Create("carer") },
        };
        var isAllowed = person.MayBeginAnew && person.Agreed.Contains(Consent.SpecialCategory);
        return Do(id, update, isAllowed, () => person.Situations.Add("carer"));
    }

    private Task<string> Join(ResidentId id, ModelPerson person)
    {
        var group = Pick(_groups);
        var isFree = person.MayBeginAnew && !person.Groups.Contains(group) && Model.Groups[group].HasFreePlace;
        return Do(id, new JoinGroup { CommandId = Town.Command(), Group = group }, isFree, () =>
        {
            person.Groups.Add(group);
            Model.Groups[group].Taken.Add(id);
        });
    }

    private Task<string> LeaveGroup(ResidentId id, ModelPerson person)
    {
        var group = Pick(_groups);
        return Do(id, new LeaveGroup { CommandId = Town.Command(), Group = group, On = Model.Today }, person.Groups.Contains(group), () =>
        {
            person.Groups.Remove(group);
            Model.Groups[group].Taken.Remove(id);
        });
    }

    // As a round does: her kind is opened, then the place is held; if it is not, her kind is closed again.
    private async Task<string> Propose(ResidentId id, ModelPerson person)
    {
        var volunteer = Pick(_volunteers);
        var proposal = Town.Proposal(id, $"round-{_rounds++}");
        var until = _town.Silo.Time.GetUtcNow().AddDays(21);
        var open = new OpenProposal
        {
            CommandId = Town.Command(), Proposal = proposal, ExpiresAt = until, Offer = OfferId.Of(volunteer),
        };
        var isAllowed = person.MayBeginAnew && person.Agreed.Contains(Consent.Matching) && person.PausedUntil is null
            && person.Match is null && person.AskedAbout is null;
        var what = await Do(id, open, isAllowed, () => { });
        if (!isAllowed)
        {
            return what;
        }

        var isHeld = await _town.Grains.Volunteer(volunteer).Place(new HoldPlace(proposal, until)) is PlaceSettled;
        Assert.Equal(Model.Volunteers[volunteer].HasFreePlace, isHeld);
        if (isHeld)
        {
            Model.Volunteers[volunteer].Held.Add(id);
            (person.AskedAbout, person.Proposal) = (volunteer, proposal);
        }
        else
        {
            await Do(id, new CloseProposal { CommandId = Town.Command(), Proposal = proposal }, true, () => { });
        }

        return what;
    }

    private async Task<string> Match(ResidentId id, ModelPerson person)
    {
        if (person is not { AskedAbout: { } volunteer, Proposal: { } proposal })
        {
            return "nothing";
        }

        Assert.IsType<PlaceSettled>(await _town.Grains.Volunteer(volunteer).Place(new ConfirmPlace(proposal, Model.Today)));
        var record = new RecordMatch { CommandId = Town.Command(), Proposal = proposal, Volunteer = volunteer, Since = Model.Today };
        return await Do(id, record, true, () =>
        {
            Model.CloseProposal(id);
            person.Match = volunteer;
            Model.Volunteers[volunteer].Taken.Add(id);
        });
    }

    private async Task<string> Decline(ResidentId id, ModelPerson person)
    {
        if (person is not { AskedAbout: { } volunteer, Proposal: { } proposal })
        {
            return "nothing";
        }

        await _town.Grains.Volunteer(volunteer).Place(new ReleasePlace(proposal));
        var declined = new DeclinedProposal
        {
            Proposal = proposal, Offer = OfferId.Of(volunteer), ByResident = true, On = Model.Today,
        };
        return await Do(id, new CloseProposal { CommandId = Town.Command(), Proposal = proposal, Declined = declined }, true, () =>
        {
            Model.CloseProposal(id);
            person.Declined++;
        });
    }

    private async Task<string> EndMatch(ResidentId id, ModelPerson person)
    {
        if (person.Match is null)
        {
            return "nothing";
        }

        var match = (await _town.Resident(id)).Matches.Single(known => known.Holds(Model.Today)).Number;
        var end = new EndMatch { CommandId = Town.Command(), Match = match, On = Model.Today, Ending = MatchEnding.Planned };
        return await Do(id, end, true, () => Model.EndMatch(id));
    }

    private Task<string> PauseOrResume(ResidentId id, ModelPerson person)
    {
        if (_random.Next(3) > 0)
        {
            return Do(id, new ResumeReferral { CommandId = Town.Command() }, person.MayBeginAnew, () => person.PausedUntil = null);
        }

        var until = Model.Today.AddDays(7);
        return Do(id, new PauseReferral { CommandId = Town.Command(), Until = until }, person.MayBeginAnew, () =>
        {
            person.PausedUntil = until;
            Model.CloseProposal(id);
        });
    }

    private Task<string> Tie(ResidentId id, ModelPerson person)
    {
        var other = Pick(_people);
        var isNew = other != id && person.MayBeginAnew && Model.People[other].IsRegistered && !person.Ties.Contains(other);
        var record = new RecordTie { CommandId = Town.Command(), ToResident = other, Kind = TieKind.Friend };
        return Do(id, record, isNew, () => person.Ties.Add(other));
    }

    private async Task<string> SetCapacity()
    {
        var volunteer = Pick(_volunteers);
        var (owner, capacity) = (Model.Volunteers[volunteer], _random.Next(4));
        var set = new SetVolunteerCapacity { CommandId = Town.Command(), Capacity = capacity };
        var answer = await _town.Grains.Volunteer(volunteer).Do(set);
        Assert.Equal(capacity >= owner.Taken.Count + owner.Held.Count, answer is CommandDone);
        owner.Capacity = answer is CommandDone ? capacity : owner.Capacity;
        return $"capacity {capacity}";
    }

    private Task<string> WriteDown(ResidentId id, ModelPerson person)
    {
        var (today, command, answer, group) = (Model.Today, Town.Command(), $"{_random.Next(1, 5)}", Pick(_groups));
        var instrument = Pick(Instrument.Direct, Instrument.SocialContact);
        var word = Pick("bereaved", "retired");
        var assessment = new Assessment { Instrument = instrument, On = today, Answers = [answer] };
        return _random.Next(4) switch
        {
            0 => Do(id, new AskAboutConnections { CommandId = command, On = today }, person.MayBeginAnew, () => person.AskedOn = today),
            1 => Do(
                id, new RecordAssessment { CommandId = command, Assessment = assessment }, person.MayBeginAnew,
                () => person.Answers[instrument] = answer),
            2 => Do(
                id, new RecordLifeEvent { CommandId = command, Event = new LifeEvent(word, today, null) }, person.MayBeginAnew,
                () => person.Events.Add(word)),
            _ => Do(
                id, new RecordAttendance { CommandId = command, Attendance = new Attendance(group, today, null) }, person.MayBeginAnew,
                () => person.Attended.Add(group)),
        };
    }

    private async Task<string> Do(ResidentId id, ResidentCommand command, bool isExpected, Action expect)
    {
        var what = $"{command.GetType().Name} of {id}";
        var answer = await _town.Grains.Resident(id).Do(command);
        Assert.True(isExpected == answer is CommandDone, $"{what} answered {answer}");
        if (answer is CommandDone done)
        {
            Accepted++;
            expect();
            if (_random.Next(3) == 0)
            {
                Assert.Equal(done, await _town.Grains.Resident(id).Do(command));
            }
        }
        else
        {
            Refused++;
        }

        return what;
    }

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];
}
