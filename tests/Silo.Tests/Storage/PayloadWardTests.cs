using System.Text;
using System.Text.Json;
using Networks.Silo.Storage;

namespace Networks.Silo.Tests.Storage;

public sealed class PayloadWardTests
{
    [Theory]
    [InlineData("E05000001")]
    [InlineData("\u0100\"\\\n")] // written with escapes
    [InlineData("")]
    public void The_ward_is_found_and_is_one_string_however_many_rows_name_it(string ward)
    {
        var names = new WardNames();
        var json = Encoding.UTF8.GetBytes($$"""{"id":"R1","of":{"ward":"other"},"ward":{{JsonSerializer.Serialize(ward)}},"after":1}""");
        Assert.Equal(ward, PayloadWard.Of(json));
        Assert.Equal(ward, PayloadWard.Of(json, names));
        Assert.Same(PayloadWard.Of(json, names), PayloadWard.Of([.. json], names));
    }

    [Fact]
    public void A_name_of_any_length_is_read_whole()
    {
        for (var length = 60; length < 70; length++)
        {
            var ward = new string('w', length);
            Assert.Equal(ward, PayloadWard.Of(Encoding.UTF8.GetBytes($$"""{"ward":"{{ward}}"}"""), new WardNames()));
        }
    }

    [Theory]
    [InlineData("""{"id":"R1"}""")]
    [InlineData("""{"ward":null}""")]
    [InlineData("""{"ward":7}""")]
    [InlineData("""[]""")]
    public void A_state_that_names_no_ward_has_none(string json) =>
        Assert.Null(PayloadWard.Of(Encoding.UTF8.GetBytes(json), new WardNames()));
}
