namespace Networks.GraphQLApi.Tests.CommandLine;

public sealed class WhatIfTests : IAsyncLifetime
{
    private readonly Terminal terminal = new();

    public Task InitializeAsync() => terminal.Store("import", terminal.Town());

    public Task DisposeAsync()
    {
        terminal.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_coordinator_finds_four_more_tables_in_the_folder_when_she_asks_what_if()
    {
        var folder = terminal.At("rounds", "what");
        var opened = await terminal.Store("match", "--round", "what", "--wards", "Batley East,Batley West", "--out", folder, "--what-if");
        Assert.Equal((0, ""), (opened.Code, opened.Notes));
        Assert.Equal(
            [
                "certificate.json", "fairness.csv", "losses.csv", "marginal.csv", "plan.csv", "pooling.csv", "problem.json",
                "recruiting.csv", "unmatched.csv",
            ],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.Equal(0, (await Terminal.Run("verify-plan", folder)).Code);
        var losses = File.ReadAllLines(Path.Combine(folder, "losses.csv"));
        Assert.Contains(losses, line => line.StartsWith("what,V1,R1,", StringComparison.Ordinal));
        var fairness = File.ReadAllLines(Path.Combine(folder, "fairness.csv"));
        Assert.Contains(fairness, line => line.StartsWith("what,rule,this-plan,,2,", StringComparison.Ordinal));
        Assert.Contains(fairness, line => line.StartsWith("what,ward,", StringComparison.Ordinal));
        Assert.StartsWith(
            "round,organisation,waiting", File.ReadAllLines(Path.Combine(folder, "pooling.csv"))[0], StringComparison.Ordinal);
    }
}
