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
    public async Task A_coordinator_finds_more_tables_in_the_folder_when_she_asks_what_if()
    {
        var folder = terminal.At("rounds", "what");
        var opened = await terminal.Store("match", "--round", "what", "--wards", "Batley East,Batley West", "--out", folder, "--what-if");
        Assert.Equal((0, ""), (opened.Code, opened.Notes));
        Assert.Equal(
            [
                "certificate.json", "fairness.csv", "forecast.csv", "lookahead.csv", "losses.csv", "marginal.csv", "plan.csv",
                "pooling.csv", "problem.json", "recruiting.csv", "unmatched.csv",
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

        // Two dated referrals are no history.
        var ahead = File.ReadAllLines(Path.Combine(folder, "lookahead.csv"));
        Assert.Contains("below 10 of them or 56 days nothing is foretold", Assert.Single(ahead.Skip(1)), StringComparison.Ordinal);
        Assert.Single(File.ReadAllLines(Path.Combine(folder, "forecast.csv")));
    }

    [Fact]
    public async Task With_a_year_of_dated_referrals_and_places_she_is_told_what_waiting_a_month_would_be_worth_and_from_what()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);
        string On(int daysAgo) => today.AddDays(-daysAgo).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var more = terminal.Delivery("more",
            ("volunteers.csv", "id,ward,role,capacity,latitude,longitude,travel_km_max,languages,available,checks,active_from\n"
                + "V1,E05001390,befriender,1,53.71,-1.62,5,ur;en,tue-am,"
                + $"references:2026-03-04;interview:2026-03-04;induction:2026-03-05,{On(200)}\n"),
            ("residents.csv", "id,ward,birth_year,latitude,longitude,languages,available,seeking,referred_on,consents,left_on\n"
                + string.Concat(Enumerable.Range(1, 20).Select(at =>
                    $"P{at},E05001390,1944,53.71,-1.62,en,tue-am,befriending,{On(10 * at)},matching:{On(10 * at)},"
                    + $"{(at > 4 ? On(5 * at) : "")}\n"))));
        var imported = await terminal.Store("import", more);
        Assert.True(imported.Code == 0, imported.Notes + imported.Answer);
        var folder = terminal.At("rounds", "ahead");
        var opened = await terminal.Store("match", "--round", "ahead", "--wards", "Batley East", "--out", folder, "--what-if");
        Assert.Equal((0, ""), (opened.Code, opened.Notes));

        // Who has left by now was referred all the same; the two of the town count as well.
        var forecast = File.ReadAllLines(Path.Combine(folder, "forecast.csv"));
        var since = $"befriending,E05001390,{On(200)},{On(0)}";
        Assert.Contains(forecast, line => line.StartsWith($"ahead,referral,{since},22,0.77,", StringComparison.Ordinal));
        Assert.Contains(forecast, line => line.StartsWith($"ahead,place,{since},1,", StringComparison.Ordinal));
        var ahead = File.ReadAllLines(Path.Combine(folder, "lookahead.csv"));
        Assert.Contains("wait 28 days for the next round, the fit of both rounds together changes by", ahead[1], StringComparison.Ordinal);
        Assert.Contains(" of 40 futures ", ahead[1], StringComparison.Ordinal);
    }
}
