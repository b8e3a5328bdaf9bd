using Networks.Graph.Areas;

namespace Networks.Graph.Tests.Areas;

public sealed class ChunksTests
{
    private const int Room = 20_000;

    [Fact]
    public void Every_copy_reads_as_it_was_when_it_was_made_whatever_is_written_afterwards()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            Live(seed, number => number);
            Live(seed, number => (byte)number);
            Live(seed, number => number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void As_many_elements_as_given_stand_in_it_and_behind_them_nothing()
    {
        foreach (var count in new[] { 0, 1, 31, 32, 33, 1023, 1024, 1025, 4096, 4097, 5000 })
        {
            int[] numbers = [.. Enumerable.Range(1, count)];
            string?[] words = [.. numbers.Select(number => $"{number}")];
            Same(numbers, Chunks<int>.Of(numbers));
            Same(numbers, Chunks<int>.Of(count, at => at + 1));
            Same(words, Chunks<string?>.Of(words));
            Same(words, Chunks<string?>.Of(count, at => $"{at + 1}"));
        }
    }

    [Fact]
    public void What_was_never_set_reads_as_the_nothing_it_was_made_with()
    {
        var write = Chunks<string>.EmptyOf("nobody").Write();
        write[7000] = "Ada";
        var chunks = write.Done();
        Assert.Equal(["nobody", "nobody", "Ada", "nobody"], [chunks[0], chunks[6999], chunks[7000], chunks[Room]]);
    }

    [Fact]
    public void A_writer_that_wrote_nothing_gives_back_what_it_had()
    {
        var chunks = Chunks<int>.Of([1, 2, 3]);
        Assert.Same(chunks, chunks.Write().Done());
    }

    [Fact]
    public void A_set_of_ordinals_holds_each_once_in_the_order_in_which_they_came()
    {
        var random = new Random(3);
        for (var count = 0; count < 60; count++)
        {
            List<int> expected = [];
            var set = new OrdinalSet();
            for (var at = 0; at < count; at++)
            {
                var ordinal = random.Next(count);
                Assert.Equal(!expected.Contains(ordinal), set.Add(ordinal));
                expected = [.. expected.Append(ordinal).Distinct()];
            }

            Assert.Equal(expected, set.ToArray());
            Assert.All(Enumerable.Range(-1, count + 2), ordinal => Assert.Equal(expected.IndexOf(ordinal), set.PlaceOf(ordinal)));
        }
    }

    private static void Live<T>(int seed, Func<int, T> element)
    {
        var random = new Random(seed);
        var now = new T?[Room];
        var chunks = Chunks<T?>.Empty;
        List<(T?[] Expected, Chunks<T?> Copy)> copies = [];
        for (var step = 0; step < 30; step++)
        {
            var write = chunks.Write();
            for (var writes = random.Next(6); writes > 0; writes--)
            {
                var index = random.Next(Room);
                write[index] = now[index] = element(random.Next());
                Assert.Equal(now[index], write[index]);
            }

            chunks = write.Done();
            copies.Add(([.. now], chunks));

            // A writer goes on without touching what it gave out.
            write[random.Next(Room)] = element(random.Next());
        }

        foreach (var (expected, copy) in copies)
        {
            Assert.Equal(expected, Enumerable.Range(0, Room).Select(index => copy[index]));
        }
    }

    private static void Same<T>(T[] expected, Chunks<T> found)
    {
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(at => found[at]));
        Assert.Equal(default, found[expected.Length]);
        Assert.Equal(default, found[Room]);
    }
}
