using Networks.Graph.Residents;

namespace Networks.Graph.Tests.Clauses;

/// <summary>C7: the order of every list.</summary>
public sealed class C7_order_tests
{
    private static readonly UnconnectedRule Everybody = new() { IsolationAtLeast = 0 };

    [Fact]
    public void C7_ward_code_then_reference_as_bytes_R10_before_R2() => Assert.Equal(
        "R10 R2 r1 R1",
        new SmallTown().Person("R2", ward: "W1").Person("R10", ward: "W1").Person("r1", ward: "W1").Person("R1", ward: "W2")
            .Listed(Everybody));

    [Fact]
    public void C7_bytes_are_those_of_UTF_8_so_a_plane_beyond_the_first_stands_last() =>
        Assert.Equal("Z \u00e9 \uff21 \ud83d\ude00", new SmallTown().People("\ud83d\ude00", "\uff21", "\u00e9", "Z").Listed(Everybody));

    [Theory]
    [InlineData(false, "B1 A C D E")]
    [InlineData(true, "C A B1 D E")]
    public void C7_nulls_stand_last_in_both_directions_and_every_order_ends_on_the_reference(bool descending, string listed) =>
        Assert.Equal(
            listed,
            new SmallTown().Person("E").Person("D").Person("C", band: 4).Person("A", band: 2).Person("B1", band: 1)
                .Listed(Everybody, new UnconnectedOrder(UnconnectedOrderField.PriorityBand, descending)));

    [Fact]
    public void C7_where_all_else_is_equal_the_reference_ascends_even_when_the_order_descends() => Assert.Equal(
        "A B C",
        new SmallTown().Person("C", band: 2).Person("B", band: 2).Person("A", band: 2)
            .Listed(Everybody, new UnconnectedOrder(UnconnectedOrderField.PriorityBand, true)));
}
