using Networks.Domain.Measures;
using Networks.Graph.Areas;

namespace Networks.Graph.Tests.Areas;

public sealed class OrdinalsTests
{
    private static readonly string[] Letters = ["a", "Z", "0", " ", "é", "\u0800", "\uffff", "\ud83d\ude00", "\ue000", "-"];

    [Fact]
    public void Every_reference_has_one_number_and_comes_back_as_it_was_in_the_order_of_references()
    {
        var random = new Random(4);
        var ordinals = new Ordinals();
        Dictionary<string, int> expected = [];
        for (var at = 0; at < 20_000; at++)
        {
            var length = random.Next(random.Next(30) == 0 ? 400 : 7);
            var reference = string.Concat(Enumerable.Range(0, length).Select(_ => Letters[random.Next(Letters.Length)]));
            Assert.Equal(expected.GetValueOrDefault(reference, -1), ordinals.Find(reference));
            var number = ordinals.Of(reference);
            Assert.Equal(expected.TryAdd(reference, expected.Count) ? expected.Count - 1 : expected[reference], number);
        }

        string[] references = [.. expected.Keys];
        Assert.Equal(references.Length, ordinals.Count);
        for (var at = 0; at < references.Length; at++)
        {
            var other = random.Next(references.Length);
            Assert.Equal(references[at], ordinals[at]);
            var compared = Math.Sign(References.Compare(references[at], references[other]));
            Assert.Equal(compared, Math.Sign(ordinals.Compare(at, other)));
            Assert.Equal(compared, Math.Sign(ordinals.Compare(at, references[other])));
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_nobodys_reference()
    {
        var ordinals = new Ordinals();
        ordinals.Of("R\ufffd");
        Assert.Equal(-1, ordinals.Find("R\ud83d"));
        Assert.Throws<ArgumentException>(() => ordinals.Of("R\ud83d"));
    }

    [Fact]
    public async Task Readers_find_whatever_was_given_a_number_before_they_ask_while_others_go_on()
    {
        var ordinals = new Ordinals();
        const int all = 60_000;
        var writers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            for (var at = 0; at < all; at++)
            {
                ordinals.Of($"R{at}");
            }
        })).ToArray();
        var readers = Enumerable.Range(0, 2).Select(seed => Task.Run(() =>
        {
            var random = new Random(seed);
            while (ordinals.Count < all)
            {
                var known = ordinals.Count;
                if (known > 0 && random.Next(known) is var number)
                {
                    Assert.Equal(number, ordinals.Find(ordinals[number]));
                }
            }
        })).ToArray();
        await Task.WhenAll([.. writers, .. readers]);
        Assert.Equal(all, ordinals.Count);
        Assert.All(Enumerable.Range(0, all), at => Assert.Equal($"R{ordinals.Find($"R{at}")}", $"R{at}"));
    }
}
