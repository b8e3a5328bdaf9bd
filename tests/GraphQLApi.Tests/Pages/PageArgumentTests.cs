using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Pages;

/// <summary>Lists within a record take the same pages as those that are asked for by themselves.</summary>
[Collection(ApiServerCollection.Name)]
public sealed class PageArgumentTests(ApiServer server)
{
    public static TheoryData<string, string> Lists => new()
    {
        { "resident(id: \"PA1\")", "ties" },
        { "resident(id: \"PA1\")", "memberships" },
        { "resident(id: \"PA1\")", "matches" },
        { "resident(id: \"PA1\")", "assessments" },
        { "volunteer(id: \"PA2\")", "matches" }
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_page_that_cannot_be_is_refused(string owner, string list)
    {
        await server.ResidentAsync("PA1");
        await server.VolunteerAsync("PA2", 1);
        foreach (var (arguments, code) in new[]
        {
            ("first: 101", "PAGE_TOO_LARGE"), ("first: -1", "BAD_ARGUMENT"), ("after: \"nonsense\"", "BAD_ARGUMENT")
        })
        {
            Assert.Equal(code, await server.CodeAsync($"{{ {owner} {{ {list}({arguments}) {{ totalCount }} }} }}"));
        }

        var field = owner.Split('(')[0];
        var data = await server.DataAsync($"{{ {owner} {{ {list}(first: 0) {{ totalCount suppressed nodes {{ __typename }} }} }} }}");
        Assert.Equal("""{"totalCount":0,"suppressed":[],"nodes":[]}""", data[field]![list]!.ToJsonString());
    }

    [Fact]
    public async Task While_nothing_is_withheld_no_answer_says_so()
    {
        await server.ResidentAsync("PA1");
        var answer = await server.SendAsync("""
            {
              area { suppressed totals { residents { value suppressed } unconnected { value suppressed } } }
              unconnectedResidents { totalCount suppressed }
            }
            """);
        Assert.Null(answer["extensions"]);
        Assert.Empty(answer["data"]!["area"]!["suppressed"]!.AsArray());
        Assert.Null(answer["data"]!["area"]!["totals"]!["residents"]!["suppressed"]);
        Assert.NotNull(answer["data"]!["area"]!["totals"]!["residents"]!["value"]);
        Assert.NotNull(answer["data"]!["unconnectedResidents"]!["totalCount"]);
    }
}
