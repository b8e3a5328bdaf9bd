using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Grains.Watches;
using Networks.Graph.Residents;

namespace Networks.Grains.Tests.Watches;

/// <summary>What else is watched: befriending that has ended, and connections that have gone silent.</summary>
public sealed class WatchedListTests : IAsyncLifetime
{
    private static readonly WatchQuestion Ended = WatchQuestion.BefriendingEnded(30, null);
    private static readonly WatchQuestion Silent = WatchQuestion.NoContact(60, null);
    private Town _town = null!;

    public async Task InitializeAsync() => _town = await Town.OfItsOwn();

    public Task DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task An_ended_befriending_is_told_once_and_again_only_if_another_one_ends()
    {
        await Read(Ended, null);
        var person = await _town.NewResident();
        await EndAfter(person, "nov-2");
        Assert.Equal([(person, 1L)], await Told(Ended));
        Assert.Equal([(person, 1L)], await Told(Ended));
        var evidence = (await Evidence(Ended, person)).Single().Evidence;
        Assert.Equal("befriending ended 22 Nov; no current connection", evidence.Sentence);
        Assert.Equal(
            (UnconnectedCriterion.BefriendingEnded, EvidenceBasis.PartlyRecorded, _town.Today),
            (evidence.Criteria.Single(), evidence.Basis, evidence.Since!.Value));

        var again = await _town.Match(person, await _town.NewVolunteer(), "nov-3");
        Assert.Empty(await Told(Ended));
        Assert.Empty(await Evidence(Ended, person));
        await End(person, again);
        Assert.Equal([(person, 2L)], await Told(Ended));
        await _town.Silo.CrashAndRestart();
        Assert.Equal([(person, 2L)], await Told(Ended));
    }

    [Fact]
    public async Task An_ended_befriending_is_on_the_list_for_the_days_asked_about_and_no_longer()
    {
        await Read(Ended, null);
        var person = await _town.NewResident();
        await EndAfter(person, "nov-2");
        Assert.Equal([(person, 1L)], await Told(Ended));
        _town.Silo.Time.Advance(TimeSpan.FromDays(15));
        Assert.Equal([(person, 1L)], await Told(Ended));
        _town.Silo.Time.Advance(TimeSpan.FromDays(15));
        Assert.Equal([(person, 1L)], await Told(Ended));
        _town.Silo.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Told(Ended));
        Assert.Equal(1, (await Read(Ended, null)).Last);
    }

    [Fact]
    public async Task Whose_befriending_ended_because_the_person_left_is_not_told_of()
    {
        await Read(Ended, null);
        var person = await _town.NewResident();
        await _town.Match(person, await _town.NewVolunteer());
        await _town.Done(person, new LeaveRegister { CommandId = Town.Command(), On = _town.Today, Reason = LeftReason.MovedAway });
        Assert.Empty(await Told(Ended));
    }

    [Fact]
    public async Task A_silent_connection_is_told_once_and_again_only_after_contact()
    {
        await Read(Silent, null);
        var person = await _town.NewResident();
        await _town.NewResident();
        var tie = (await _town.Done(person, new RecordTie
        {
            CommandId = Town.Command(), ToAlter = "1", Kind = TieKind.Child, LastContact = _town.Today.AddDays(-59),
        })).Number!.Value;
        Assert.Empty(await Told(Silent));
        _town.Silo.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Told(Silent));
        _town.Silo.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal([(person, 1L)], await Told(Silent));
        Assert.Equal("1 child; no contact for 61 days", (await Evidence(Silent, person)).Single().Evidence.Sentence);

        await _town.Done(person, new RecordContact { CommandId = Town.Command(), Tie = tie, On = _town.Today });
        Assert.Empty(await Told(Silent));
        foreach (var _ in Enumerable.Range(0, 4))
        {
            _town.Silo.Time.Advance(TimeSpan.FromDays(15));
            Assert.Empty(await Told(Silent));
        }

        _town.Silo.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal([(person, 2L)], await Told(Silent));
        await _town.Done(person, new EndTie { CommandId = Town.Command(), Tie = tie, On = _town.Today });
        Assert.Empty(await Told(Silent));
    }

    [Fact]
    public void Each_question_is_a_watch_of_its_own()
    {
        WatchQuestion[] questions =
        [
            new(UnconnectedRule.Default, null), Ended, Silent, WatchQuestion.BefriendingEnded(31, null),
            WatchQuestion.BefriendingEnded(30, [Town.East]), WatchQuestion.NoContact(61, null),
        ];
        Assert.Distinct(questions.Select(WatchId.Of));
    }

    private async Task EndAfter(ResidentId person, string round) =>
        await End(person, await _town.Match(person, await _town.NewVolunteer(), round));

    private Task End(ResidentId person, int match) => _town.Done(
        person, new EndMatch { CommandId = Town.Command(), Match = match, On = _town.Today, Ending = MatchEnding.VolunteerLeft });

    private async Task<(ResidentId, long)[]> Told(WatchQuestion question) =>
        [.. (await Read(question, 0)).Came.Select(came => (came.Resident, came.Number!.Value))];

    private async Task<IReadOnlyList<UnconnectedPerson>> Evidence(WatchQuestion question, ResidentId person) =>
        await _town.Grains.Area().Evidence(question.List(null), [person]);

    private Task<WatchReading> Read(WatchQuestion question, long? after) =>
        _town.Grains.Watch(WatchId.Of(question)).Read(question, after, TimeSpan.Zero);
}
