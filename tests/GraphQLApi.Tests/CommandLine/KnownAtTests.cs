using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Commands;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.GraphQLApi.CommandLine;
using Networks.GraphQLApi.Hosting;
using Networks.Silo.Storage;
using Networks.Testing;
using Orleans;

namespace Networks.GraphQLApi.Tests.CommandLine;

/// <summary>
/// <c>--known-at</c> on a store that was told something late: R1 names a friend on the first day, and on the third it comes out that the
/// two have had nothing to do with each other since the first. Commands go by the clock of this machine, so the days lie before its own.
/// </summary>
public sealed class KnownAtTests : IAsyncLifetime
{
    private readonly Terminal _terminal = new();
    private readonly ManualTime _time = new(TimeProvider.System.GetUtcNow().AddDays(-10));
    private DateOnly _first;

    public async Task InitializeAsync()
    {
        _first = _time.Today;
        await using var app = NetworksServer.Build(
            NetworksStoreOptions.InDirectory(_terminal.Data), port: 0, "Development", _time, silo => silo.RemindBy(_time));
        await app.StartAsync();
        var grains = app.Services.GetRequiredService<IGrainFactory>();
        await grains.WardRegister().PutWards([new WardFacts { Code = WardCode.Of("E05001390"), Name = "Batley East" }]);
        foreach (var name in (string[])["R1", "R2"])
        {
            var facts = new ResidentFacts { Ward = WardCode.Of("E05001390"), RegisteredOn = _first.AddDays(-60) };
            await DoAsync(grains, name, new RegisterResident { CommandId = CommandId.Of($"register {name}"), Facts = facts });
        }

        await DoAsync(grains, "R1", new RecordTie { CommandId = CommandId.Of("tie"), ToAlter = "1", Kind = TieKind.Friend });
        _time.Advance(TimeSpan.FromDays(2));
        await DoAsync(grains, "R1", new EndTie { CommandId = CommandId.Of("end"), Tie = 1, On = _first });
        await app.StopAsync();
    }

    public Task DisposeAsync()
    {
        _terminal.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(0, "R2")]
    [InlineData(1, "R2")]
    [InlineData(2, "R1 R2")]
    [InlineData(9, "R1 R2")]
    public async Task The_list_holds_whom_it_held_on_that_evening(int evening, string people)
    {
        var (code, answer, notes) = await ListAsync(Day(evening), "--as-of", Day(0), "--format", "csv");
        Assert.Equal((0, ""), (code, notes));
        Assert.Equal(people, string.Join(' ', answer.Split('\n')[1..^1].Select(line => line.Split(',')[0])));
    }

    [Fact]
    public async Task Without_a_day_asked_about_it_is_the_day_of_knowledge_and_the_list_says_both()
    {
        var (code, answer, _) = await ListAsync(Day(1));
        var day = _first.AddDays(1).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        Assert.Equal(0, code);
        var heading = $"Batley East (E05001390), {day}, as known in the evening of {day}. Listed if: ";
        Assert.StartsWith(heading, answer, StringComparison.Ordinal);
        Assert.Contains("1 of 2 people on the register.", answer, StringComparison.Ordinal);
        var json = JsonNode.Parse((await ListAsync(Day(1), "--format", "json")).Answer)!;
        Assert.Equal((Day(1), Day(1), 1), ((string)json["asOf"]!, (string)json["knownAt"]!, (int)json["totalCount"]!));
    }

    [Theory]
    [InlineData(30, "after today")]
    [InlineData(-1, "but the first record was made on")]
    public async Task A_day_that_nobody_can_answer_for_ends_with_2_and_one_sentence(int day, string sentence)
    {
        var (code, answer, notes) = await ListAsync(Day(day));
        Assert.Equal((2, ""), (code, answer));
        Assert.StartsWith($"--known-at: knownAt is {Day(day)}, ", notes, StringComparison.Ordinal);
        Assert.Contains(sentence, notes, StringComparison.Ordinal);
        Assert.Single(notes.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_running_server_is_asked_of_the_same_evening()
    {
        using var stop = new CancellationTokenSource();
        var answers = new Lines();
        var serving = NetworksCommand.Run(
            ["serve", "--port", "0", "--area", "empty", "--data", _terminal.Data], answers, TextWriter.Null, false, stop.Token);
        await answers.First("Ready: ");
        Assert.Contains("1 of 2 people on the register.", (await ListAsync(Day(1), "--as-of", Day(0))).Answer, StringComparison.Ordinal);
        Assert.Contains("2 of 2 people on the register.", (await ListAsync(Day(2), "--as-of", Day(0))).Answer, StringComparison.Ordinal);
        Assert.Equal(2, (await ListAsync(Day(-1))).Code);
        await stop.CancelAsync();
        Assert.Equal(0, await serving);
    }

    private static async Task DoAsync(IGrainFactory grains, string name, Domain.Residents.ResidentCommand command) =>
        Assert.IsType<CommandDone>(await grains.Resident(ResidentId.Of(name)).Do(command));

    private string Day(int after) => _first.AddDays(after).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<Answered> ListAsync(string knownAt, params string[] more) =>
        _terminal.Store(["unconnected", "--rule", "no-ties", "--known-at", knownAt, .. more]);
}
