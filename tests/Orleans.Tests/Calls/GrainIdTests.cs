using System.Text;
using Orleans;
using Orleans.Runtime;

namespace Networks.Orleans.Tests.Calls;

public sealed class GrainIdTests
{
    [Theory]
    [InlineData("", 0x055DCC02u)]
    [InlineData("a", 0x56740D55u)]
    [InlineData("abc", 0xFF53D132u)]
    [InlineData("Nobody inspects the spammish repetition", 0x2F3B29E2u)]
    public void The_hash_that_files_grains_is_XxHash32_with_its_bytes_reversed(string text, uint hash)
    {
        Assert.Equal(hash, StableHash.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void The_uniform_hash_of_a_grain_joins_those_of_its_type_and_its_key()
    {
        var id = GrainId.Create("resident", "r:42");
        var expected = unchecked(
            (StableHash.ComputeHash(Encoding.UTF8.GetBytes("resident")) * 31) + StableHash.ComputeHash(Encoding.UTF8.GetBytes("r:42")));

        Assert.Equal(expected, id.GetUniformHashCode());
    }

    [Fact]
    public void A_grain_id_is_written_type_slash_key_and_read_back()
    {
        var id = GrainId.Create("resident", "r:42/b");

        Assert.Equal("resident/r:42/b", id.ToString());
        Assert.Equal(id, GrainId.Parse("resident/r:42/b"));
        Assert.False(GrainId.TryParse("resident", out _));
    }

    [Fact]
    public void A_numeric_key_is_written_in_hex_so_many_a_text_reads_as_a_number()
    {
        Assert.Equal("2A", GrainIdKeyExtensions.CreateIntegerKey(42).ToString());
        Assert.True(GrainId.Create("ward", "E05000001").TryGetIntegerKey(out var ward, out _));
        Assert.Equal(0xE05000001, ward);
        Assert.True(GrainId.Create("x", "a+b").TryGetIntegerKey(out var a, out var rest));
        Assert.Equal((0xA, "b"), (a, rest));
        Assert.False(GrainId.Create("ward", "w:E05000001").TryGetIntegerKey(out _, out _));
    }

    [Fact]
    public void A_guid_key_is_thirty_two_digits()
    {
        var guid = new Guid("00112233-4455-6677-8899-aabbccddeeff");
        var id = GrainId.Create(GrainType.Create("x"), GrainIdKeyExtensions.CreateGuidKey(guid, "more"));

        Assert.True(id.TryGetGuidKey(out var back, out var extension));
        Assert.Equal((guid, "more"), (back, extension));
    }
}
