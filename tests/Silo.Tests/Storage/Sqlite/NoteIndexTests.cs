using Networks.Domain.Commands;
using Networks.Domain.Organisations;
using Networks.Grains.Commands;
using Networks.Silo.Storage.Sqlite;

namespace Networks.Silo.Tests.Storage.Sqlite;

public sealed class NoteIndexTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_note_is_found_however_many_there_are_and_hardly_anything_else_is()
    {
        var index = new NoteIndex();
        const int Notes = 20_000;
        for (var row = 1; row <= Notes; row++)
        {
            index.Add(Key(row), row, Noon);
        }

        Assert.All(Enumerable.Range(1, Notes), row => Assert.Contains(row, index.Find(Key(row))));
        Assert.InRange(Enumerable.Range(1, Notes).Sum(row => index.Find(new CommandKey(null, Key(row).Command)).Length), 0, 10);
    }

    [Fact]
    public void Of_two_notes_under_one_id_the_later_is_given_first()
    {
        var index = new NoteIndex();
        index.Add(Key(1), 7, Noon.AddDays(-31));
        index.Add(Key(1), 9, Noon);
        Assert.Equal<long>([9, 7], index.Find(Key(1)));
    }

    [Fact]
    public void What_is_forgotten_leaves_by_generations_and_what_is_not_stays()
    {
        var index = new NoteIndex();
        index.Add(Key(1), 1, Noon);
        for (var day = 1; day <= 70; day++)
        {
            index.Add(Key(1000 + day), 1000 + day, Noon.AddDays(day));
            index.Forget(Noon.AddDays(day - 30));
            Assert.All(
                Enumerable.Range(Math.Max(1, day - 30), Math.Min(day, 30)),
                kept => Assert.Contains(1000 + kept, index.Find(Key(1000 + kept))));
        }

        Assert.DoesNotContain(1, index.Find(Key(1)));
        Assert.DoesNotContain(1002, index.Find(Key(1002)));
    }

    private static CommandKey Key(int number) => new(OrganisationId.Of("age-well"), CommandId.Of($"c-{number}"));
}
