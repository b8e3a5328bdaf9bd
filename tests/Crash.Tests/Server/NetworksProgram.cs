using System.Globalization;
using Networks.GraphQLApi.Hosting;

namespace Networks.Crash.Tests.Server;

/// <summary>The command line <c>networks</c> in a process of its own, over one data directory.</summary>
internal static class NetworksProgram
{
    public static Victim Start(string data, params string[] command) =>
        Victim.Start(typeof(NetworksServer).Assembly.Location, [.. command, "--data", data]);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> Run(string data, params string[] command)
    {
        await using var process = Start(data, command);
        return await process.Ends();
    }

    /// <summary>Starts the server; it is ready when this returns.</summary>
    public static async Task<(Victim Server, Uri Address)> Serve(string data)
    {
        var server = Start(data, "serve", "--port", "0", "--area", "empty");
        var ready = await server.Says("Ready: ");
        return (server, new Uri(ready["Ready: ".Length..] + "/"));
    }

    /// <summary>Fails with the rows that differ unless <c>networks check</c> finds nothing wrong.</summary>
    public static async Task AssertNothingWrong(string data)
    {
        var (code, output, errors) = await Run(data, "check");
        Assert.True(code == 0, string.Create(CultureInfo.InvariantCulture, $"check ended with {code}: {output} {errors}"));
    }
}
