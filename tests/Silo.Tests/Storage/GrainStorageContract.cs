using System.Globalization;
using Networks.Grains.Wards;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Networks.Silo.Tests.Storage;

/// <summary>What every store must do, whichever engine is underneath.</summary>
public abstract class GrainStorageContract
{
    private const int RacersCount = 16;
    private const int RacesCount = 25;

    protected abstract IGrainStorage Storage { get; }

    protected abstract IEntityRows Rows { get; }

    [StoreFact]
    public async Task What_was_written_is_read_back()
    {
        var written = await Write("note", "n:1", null, "first");
        var read = await Read("note", "n:1");
        Assert.Equal("first", read.State!.Text);
        Assert.Equal(written.ETag, read.ETag);
        Assert.True(read.RecordExists);
    }

    [StoreFact]
    public async Task A_record_never_written_reads_as_empty_without_an_ETag()
    {
        var read = await Read("note", "n:never");
        Assert.False(read.RecordExists);
        Assert.Null(read.ETag);
        Assert.Null(read.State!.Text);
    }

    [StoreFact]
    public async Task The_ETag_is_the_version_and_rises_by_one_with_every_write()
    {
        var state = await Write("note", "n:rising", null, "a");
        for (var version = 1; version <= 5; version++)
        {
            Assert.Equal(version.ToString(CultureInfo.InvariantCulture), state.ETag);
            await Storage.WriteStateAsync("note", Grain("n:rising"), state);
        }
    }

    [StoreFact]
    public async Task A_stale_ETag_is_refused_and_changes_nothing()
    {
        var first = await Write("note", "n:stale", null, "a");
        var stale = new GrainState<Note>(new Note { Text = "stale" }, first.ETag);
        await Write("note", "n:stale", first.ETag, "b");
        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage.WriteStateAsync("note", Grain("n:stale"), stale));
        Assert.Equal("1", stale.ETag);
        Assert.Equal("b", (await Read("note", "n:stale")).State!.Text);
    }

    [StoreFact]
    public async Task Writing_over_a_record_one_has_not_read_is_refused()
    {
        await Write("note", "n:unread", null, "a");
        await Assert.ThrowsAsync<InconsistentStateException>(() => Write("note", "n:unread", null, "b"));
        Assert.Equal("a", (await Read("note", "n:unread")).State!.Text);
    }

    [StoreFact]
    public async Task Of_sixteen_who_write_a_record_first_exactly_one_wins()
    {
        for (var race = 0; race < RacesCount; race++)
        {
            var key = $"r:race{race}";
            var states = Enumerable.Range(0, RacersCount)
                .Select(racer => new GrainState<Note>(new Note { Id = $"race{race}", Ward = "W-race", Text = $"racer {racer}" }))
                .ToArray();
            var wins = await Task.WhenAll(states.Select(state => Task.Run(() =>
                Wins(() => Storage.WriteStateAsync("resident", Grain(key), state)))));
            Assert.Equal(1, wins.Count(won => won));
            Assert.Equal(states[Array.IndexOf(wins, true)].State!.Text, (await Read("resident", key)).State!.Text);
        }

        var rows = await Rows.ReadWard(new("W-race"), CancellationToken.None).ToListAsync();
        Assert.Equal(RacesCount, rows.Count);
        Assert.All(rows, row => Assert.Equal(1, row.Version));
    }

    [StoreFact]
    public async Task Of_sixteen_who_change_a_record_from_one_version_exactly_one_wins()
    {
        var etag = (await Write("note", "n:contended", null, "a")).ETag;
        for (var race = 0; race < RacesCount; race++)
        {
            var known = etag;
            var wins = await Task.WhenAll(Enumerable.Range(0, RacersCount).Select(racer => Task.Run(() =>
                Wins(() => Write("note", "n:contended", known, $"racer {racer}")))));
            Assert.Equal(1, wins.Count(won => won));
            etag = (await Read("note", "n:contended")).ETag;
        }

        Assert.Equal(RacesCount + 1, int.Parse(etag!, CultureInfo.InvariantCulture));
    }

    [StoreFact]
    public async Task A_conflict_fails_its_own_caller_and_nobody_who_shares_the_commit()
    {
        await Write("note", "n:clash", null, "a");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(writer => Task.Run(() =>
            Wins(() => Write("note", writer % 8 == 0 ? "n:clash" : $"n:beside{writer}", null, "b")))));
        Assert.Equal(56, outcomes.Count(won => won));
        Assert.All(outcomes.Where((_, writer) => writer % 8 == 0), Assert.False);
    }

    [StoreFact]
    public async Task Clearing_keeps_the_version_rising_so_that_no_version_comes_round_again()
    {
        var state = await Write("note", "n:cleared", null, "a");
        await Storage.ClearStateAsync("note", Grain("n:cleared"), state);
        Assert.Equal("2", state.ETag);
        Assert.False(state.RecordExists);
        Assert.Null(state.State!.Text);

        var read = await Read("note", "n:cleared");
        Assert.Equal("2", read.ETag);
        Assert.False(read.RecordExists);

        read.State = new Note { Text = "back" };
        await Storage.WriteStateAsync("note", Grain("n:cleared"), read);
        Assert.Equal("3", read.ETag);
        Assert.Equal("back", (await Read("note", "n:cleared")).State!.Text);
    }

    [StoreFact]
    public async Task Clearing_with_a_stale_ETag_is_refused()
    {
        var first = await Write("note", "n:staleclear", null, "a");
        var stale = new GrainState<Note>(first.State, first.ETag) { RecordExists = true };
        await Write("note", "n:staleclear", first.ETag, "b");
        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage.ClearStateAsync("note", Grain("n:staleclear"), stale));
        Assert.Equal("b", (await Read("note", "n:staleclear")).State!.Text);
    }

    [StoreFact]
    public async Task Clearing_a_record_that_was_never_written_does_nothing()
    {
        var state = new GrainState<Note>(new Note());
        await Storage.ClearStateAsync("note", Grain("n:nothing"), state);
        Assert.Null(state.ETag);
        Assert.Null((await Read("note", "n:nothing")).ETag);
    }

    [StoreFact]
    public async Task Keys_that_look_like_numbers_guids_or_each_other_keep_rows_of_their_own()
    {
        string[] ids =
        [
            "42", "042", "0042", "4_2", "a+b", "a b", "a%2Bb", "E05000001", "e05000001", "dead", "0", "-1", "+1",
            "a/b", "a#b", "a'b", "a\"b",
            "00000000-0000-0000-0000-000000000042", "00000000000000000000000000000042", "", " ", "42 ",
            "Ü", "ü", "u\u0308", "中文", "🙂", "ﬁ", "fi",
        ];
        foreach (var id in ids)
        {
            await Write("resident", "r:" + id, null, $"<{id}>");
        }

        foreach (var id in ids)
        {
            var read = await Read("resident", "r:" + id);
            Assert.Equal($"<{id}>", read.State!.Text);
            Assert.Equal("1", read.ETag);
        }
    }

    [StoreFact]
    public async Task Two_states_of_one_grain_keep_rows_of_their_own()
    {
        await Write("note", "n:two", null, "note");
        await Write("other-note", "n:two", null, "other");
        Assert.Equal("note", (await Read("note", "n:two")).State!.Text);
        Assert.Equal("other", (await Read("other-note", "n:two")).State!.Text);
    }

    [StoreFact]
    public async Task A_payload_of_megabytes_comes_back_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 400_000).Select(number => $"line {number} ÜÄ中 "));
        var state = await Write("note", "n:big", null, text);
        Assert.Equal(text, (await Read("note", "n:big")).State!.Text);
        await Write("note", "n:big", state.ETag, "small");
        Assert.Equal("small", (await Read("note", "n:big")).State!.Text);
    }

    protected static GrainId Grain(string key) => GrainId.Create("note", key);

    protected async Task<GrainState<Note>> Write(string name, string key, string? etag, string text)
    {
        var id = key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var state = new GrainState<Note>(new Note { Id = id, Ward = "W", Text = text }, etag);
        await Storage.WriteStateAsync(name, Grain(key), state);
        return state;
    }

    protected async Task<GrainState<Note>> Read(string name, string key)
    {
        var state = new GrainState<Note>();
        await Storage.ReadStateAsync(name, Grain(key), state);
        return state;
    }

    private static async Task<bool> Wins(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }
}
