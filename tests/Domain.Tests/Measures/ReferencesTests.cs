using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.Domain.Tests.Measures;

public sealed class ReferencesTests
{
    // Letters on both sides of every border where UTF-16 and UTF-8 disagree: ASCII, Latin, the end of the basic plane, and beyond it.
    private static readonly string[] Letters = ["0", "1", "9", "R", "r", "é", "ß", "Ж", "漢",
            "\uD7FF", "\uE000", "\uFFFD", "😀", "𐍈", "\U0010FFFF"];

    [Fact]
    public void References_are_ordered_as_their_utf8_bytes() => Prop
        .ForAll(Words().ToArbitrary(), Words().ToArbitrary(), (left, right) =>
            Math.Sign(References.Compare(left, right))
                == Math.Sign(Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void R10_stands_before_R2() =>
        Assert.Equal(["R1", "R10", "R2"], new[] { "R2", "R10", "R1" }.Select(ResidentId.Of).Order().Select(id => id.Value));

    [Theory]
    [InlineData("R00417", true)]
    [InlineData("42", true)]
    [InlineData("0042", true)]
    [InlineData("a b/c#d", true)]
    [InlineData("زينب-😀", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData(" R1", false)]
    [InlineData("R1 ", false)]
    [InlineData("R\t1", false)]
    [InlineData("{R1}", false)]
    [InlineData("R\u00001", false)]
    [InlineData("R\u00851", false)]
    public void A_reference_is_kept_as_written_or_refused_with_a_sentence(string? text, bool isGood) =>
        Assert.Equal(isGood, References.Fault(text) is null);

    [Fact]
    public void Half_a_letter_is_no_reference() =>
        Assert.All(["\uD83D", "\uDE00\uD83D", "R1\uD83D", "\uDE00R1"], text => Assert.NotNull(References.Fault(text)));

    [Fact]
    public void A_reference_has_at_most_a_hundred_characters()
    {
        Assert.Null(References.Fault(new string('x', References.LengthMax)));
        Assert.NotNull(References.Fault(new string('x', References.LengthMax + 1)));
    }

    [Fact]
    public void Ids_that_look_alike_are_different_people() =>
        Assert.Equal(3, new[] { "42", "042", "0042" }.Select(ResidentId.Of).Distinct().Count());

    private static Gen<string> Words() => Gen.Elements(Letters).ArrayOf().Select(string.Concat);
}
