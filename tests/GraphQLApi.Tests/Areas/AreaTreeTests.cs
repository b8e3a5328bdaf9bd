using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.GraphQLApi.Areas;
using Networks.Grains.WardRegisters;

namespace Networks.GraphQLApi.Tests.Areas;

public sealed class AreaTreeTests
{
    private static readonly AreaFacts Rotherham = new() { Code = AreaCode.Of("E08000018"), Name = "Rotherham" };

    [Fact]
    public void A_store_of_one_council_is_that_council_and_its_places_hold_its_wards()
    {
        var tree = Tree([Ward("E05000001", "Rotherham", "Wath"), Ward("E05000002", "E08000018", "Wath"), Ward("E05000003")]);

        Assert.Equal(AreaLevel.Council, tree.Root.Level);
        Assert.Equal(["E05000003", "place:Wath"], Codes(tree.Root));
        Assert.Equal(["E05000001", "E05000002"], Codes(tree.Find("place:Wath")!));
        Assert.Equal(["E05000001", "E05000002"], tree.Find("place:Wath")!.Wards.Select(ward => ward.Code.Value));
        Assert.Equal(3, tree.Root.Wards.Count);
    }

    [Fact]
    public void A_store_of_several_councils_is_a_system_that_holds_them()
    {
        var tree = Tree(
            [Ward("E05000001", "Rotherham"), Ward("E05000002", "Barnsley", "Dearne")],
            Area("E08000016", "Barnsley", AreaLevel.Council),
            Area("E01000001", "Dearne 001A", AreaLevel.Lsoa, "E05000002", households: 712));

        Assert.Equal(AreaLevel.System, tree.Root.Level);
        Assert.Equal(["E08000016", "council:Rotherham"], Codes(tree.Root));
        Assert.Equal(["place:Dearne"], Codes(tree.Find("E08000016")!));
        Assert.Equal(["E05000002"], Codes(tree.Find("place:Dearne")!));
        Assert.Equal(["E01000001"], Codes(tree.Find("E05000002")!));
        Assert.Equal(712, tree.Find("E01000001")!.Households);
        Assert.Empty(tree.Find("E01000001")!.Wards);
        Assert.Equal(["E05000002"], tree.Find("E08000016")!.Wards.Select(ward => ward.Code.Value));
    }

    [Fact]
    public void A_ward_whose_row_says_nothing_lies_where_the_published_areas_say()
    {
        var tree = Tree(
            [Ward("E05000001")],
            Area("E05000001", "A ward", null, "P1"),
            Area("P1", "Dearne", AreaLevel.Place, "E08000016"),
            Area("E08000016", "Barnsley", null));

        Assert.Equal(["E08000016"], Codes(tree.Root));
        Assert.Equal(AreaLevel.Council, tree.Find("E08000016")!.Level);
        Assert.Equal(["E05000001"], tree.Find("E08000016")!.Wards.Select(ward => ward.Code.Value));
    }

    [Fact]
    public void Areas_that_lie_in_each_other_or_in_none_lie_in_the_root()
    {
        var tree = Tree(
            [Ward("E05000001")],
            Area("P1", "One", AreaLevel.Place, "P2"),
            Area("P2", "Two", AreaLevel.Place, "P1"),
            Area("P3", "Three", AreaLevel.Place, "P3"),
            Area("P4", "Four", AreaLevel.Place, "nowhere"),
            Area("E08000018", "Rotherham", AreaLevel.Council, "P1"));

        Assert.Equal(["E05000001", "P1", "P3", "P4"], Codes(tree.Root));
        Assert.Equal(["P2"], Codes(tree.Find("P1")!));
    }

    private static AreaTree Tree(ImmutableArray<WardFacts> wards, params PublishedArea[] areas) =>
        AreaTree.Of(new WardRegister(Rotherham, wards), [.. areas]);

    private static IEnumerable<string> Codes(AreaNode node) => node.Children.Select(child => child.Code);

    private static WardFacts Ward(string code, string? authority = null, string? place = null) =>
        new() { Code = WardCode.Of(code), Name = "Ward " + code, Authority = authority, Place = place };

    private static PublishedArea Area(string code, string name, AreaLevel? level, string? parent = null, int? households = null) => new()
    {
        Code = AreaCode.Of(code),
        Name = name,
        Level = level,
        Parent = parent is null ? null : AreaCode.Of(parent),
        Households = households
    };
}
