using Networks.Simulation.Streams;

namespace Networks.Simulation.Tests.Streams;

public class PhiloxTests
{
    // The three published vectors of Random123 (nothing, everything, digits of pi); the last was taken from NumPy's Philox.
    public static TheoryData<ulong[], ulong[], ulong[]> Published => new()
    {
        {
            [0, 0, 0, 0], [0, 0],
            [0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b]
        },
        {
            [ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue], [ulong.MaxValue, ulong.MaxValue],
            [0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0]
        },
        {
            [0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89], [0x452821e638d01377, 0xbe5466cf34e90c6c],
            [0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6]
        },
        {
            [1, 2, 3, 4], [20261122, 7],
            [0xe38cc41e1c8f921b, 0x1050645b0d95449a, 0xdc29ecc9973f6d3f, 0x84f53dea0421fb4f]
        },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Words_are_those_published(ulong[] counter, ulong[] key, ulong[] words)
    {
        var found = Philox.Mix(new PhiloxWords(counter[0], counter[1], counter[2], counter[3]), key[0], key[1]);
        Assert.Equal(new PhiloxWords(words[0], words[1], words[2], words[3]), found);
    }
}
