using Networks.Domain.Commands;
using Networks.Domain.Organisations;
using Networks.Grains.Commands;

namespace Networks.Silo.Tests.Storage;

/// <summary>What the command log of every store must do.</summary>
public abstract class CommandLogContract
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly CommandKey Ours = new(null, CommandId.Of("c-1"));
    private static readonly CommandKey Theirs = new(OrganisationId.Of("O1"), CommandId.Of("c-1"));

    protected abstract ICommandLog Log { get; }

    [StoreFact]
    public async Task An_id_stands_for_what_it_was_first_used_for()
    {
        Assert.Equal(new NotedCommand("one", null, true), await Note(Ours, "one"));
        Assert.Equal(new NotedCommand("one", null, false), await Note(Ours, "one"));
        Assert.Equal(new NotedCommand("one", null, false), await Note(Ours, "two"));
    }

    [StoreFact]
    public async Task Each_organisation_has_ids_of_its_own()
    {
        Assert.True((await Note(Ours, "one")).IsNew);
        Assert.True((await Note(Theirs, "two")).IsNew);
        Assert.Equal("two", (await Note(Theirs, "three")).Digest);
    }

    [StoreFact]
    public async Task The_first_answer_kept_is_the_one_that_stays()
    {
        await Note(Ours, "one");
        await Log.Keep(Ours, "refused", CancellationToken.None);
        await Log.Keep(Ours, "done", CancellationToken.None);
        Assert.Equal("refused", (await Note(Ours, "one")).Answer);
        Assert.Null((await Note(Theirs, "one")).Answer);
    }

    [StoreFact]
    public async Task Of_many_who_note_one_id_at_one_moment_one_is_first()
    {
        var notes = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(() => Note(Ours, $"input {n}"))));
        Assert.Single(notes, note => note.IsNew);
        Assert.Single(notes.Select(note => note.Digest).Distinct());
    }

    [StoreFact]
    public async Task A_note_is_good_for_thirty_days_and_then_as_good_as_none()
    {
        await Note(Ours, "one");
        await Log.Keep(Ours, "refused", CancellationToken.None);
        Assert.Equal("refused", (await Log.Note(Ours, "two", Noon.AddDays(30), CancellationToken.None)).Answer);
        var again = await Log.Note(Ours, "two", Noon.AddDays(30).AddMilliseconds(1), CancellationToken.None);
        Assert.Equal(new NotedCommand("two", null, true), again);
    }

    [StoreFact]
    public async Task A_settled_note_stays_what_it_was()
    {
        await Note(Ours, "one");
        await Log.Settle(Ours, CancellationToken.None);
        await Log.Settle(Theirs, CancellationToken.None);
        Assert.Equal(new NotedCommand("one", null, false), await Note(Ours, "two"));
    }

    [StoreFact]
    public async Task Old_notes_are_removed_and_younger_ones_stay()
    {
        await Note(Ours, "one");
        await Log.Note(Theirs, "two", Noon.AddDays(1), CancellationToken.None);
        Assert.Equal(1, await Log.Forget(Noon.AddHours(1), CancellationToken.None));
        Assert.Equal(0, await Log.Forget(Noon.AddHours(1), CancellationToken.None));
        Assert.True((await Note(Ours, "three")).IsNew);
        Assert.False((await Note(Theirs, "two")).IsNew);
    }

    private Task<NotedCommand> Note(CommandKey key, string digest) => Log.Note(key, digest, Noon, CancellationToken.None);
}
