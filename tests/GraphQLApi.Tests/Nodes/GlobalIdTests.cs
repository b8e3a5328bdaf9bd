using Networks.GraphQLApi.Nodes;

namespace Networks.GraphQLApi.Tests.Nodes;

public sealed class GlobalIdTests
{
    [Theory]
    [InlineData("R1")]
    [InlineData("a:b:c")]
    [InlineData("R1#3")]
    [InlineData("نور 7")]
    [InlineData(" ")]
    public void What_goes_in_comes_out(string reference)
    {
        Assert.Equal(("Resident", reference), GlobalId.Read(GlobalId.Of("Resident", reference)));
        Assert.Equal(reference, GlobalId.Read("Resident", GlobalId.Of("Resident", reference)));
        Assert.Null(GlobalId.Read("Volunteer", GlobalId.Of("Resident", reference)));
    }

    [Fact]
    public void The_form_is_the_one_that_other_servers_of_this_kind_give() =>
        Assert.Equal("UmVzaWRlbnQ6cjE=", GlobalId.Of("Resident", "r1"));

    [Theory]
    [InlineData("")]
    [InlineData("R1")]
    [InlineData("=")]
    [InlineData("UmVzaWRlbnQ=")]
    [InlineData("OnIx")]
    [InlineData("gICAgDpy")]
    public void Anything_else_is_no_global_id(string text) => Assert.Null(GlobalId.Read(text));
}
