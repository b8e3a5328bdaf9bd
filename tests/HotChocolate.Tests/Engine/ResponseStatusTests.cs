using Networks.HotChocolate.Tests.Http;

namespace Networks.HotChocolate.Tests.Engine;

/// <summary>Where the stand-in's status codes are its own.</summary>
public sealed class ResponseStatusTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Fact]
    public async Task A_bad_argument_of_a_root_field_that_cannot_be_null_is_not_the_servers_fault()
    {
        var (status, body, _) = await server.PostAsync("{\"query\":\"{ refused(first: -1) }\"}");

        Assert.Equal(200, status);
        Assert.EndsWith("\"data\":null}", body);
        Assert.Contains("first is -1; it must be from 0 to 100.", body);
    }

    [Fact]
    public async Task A_client_that_names_no_media_type_gets_json()
    {
        Assert.Equal("application/json", (await server.PostAsync("{\"query\":\"{ hello }\"}", accept: null)).MediaType);
        Assert.Equal("application/json", (await server.PostAsync("{\"query\":\"{ hello }\"}", accept: "*/*")).MediaType);
    }
}
