using System.Text;
using Networks.Silo.Storage;
using Orleans;

namespace Networks.Silo.Tests.Storage;

public sealed class StoredKeyTests
{
    [Theory]
    [InlineData("R")]
    [InlineData("\u0100")] // two bytes a letter: more than are usual from another length on
    public void Keys_of_any_length_have_the_hashes_that_Orleans_gives_them(string letter)
    {
        for (var length = 1; length < 300; length++)
        {
            var text = string.Concat(Enumerable.Repeat(letter, length - 1)) + "é1";
            var key = StoredKey.Of(text, text);
            Assert.Equal(HashOf(Encoding.UTF8.GetBytes(text)), key.NameHash);
            Assert.Equal(HashOf([.. Encoding.UTF8.GetBytes(text).Reverse()]), key.KeyHash);
        }
    }

    private static int HashOf(byte[] bytes) => unchecked((int)StableHash.ComputeHash(bytes));
}
