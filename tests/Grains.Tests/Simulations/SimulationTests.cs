using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Commands;
using Networks.Grains.Commands;
using Networks.Grains.SimulationRegisters;
using Networks.Grains.Simulations;
using Networks.Grains.SimulationWorkers;
using Networks.Silo.Storage;
using Networks.Simulation.Reports;
using Networks.Simulation.Snapshots;

namespace Networks.Grains.Tests.Simulations;

public sealed class SimulationTests
{
    private const string Recruit =
        "\n    - { lever: recruit, count: 1, counting: active, role: befriender, ward: E05001390, from: DAY,"
        + " profile: { languages: [en] } }";

    [Theory]
    [InlineData("")]
    [InlineData("\nfind: { lever: recruit, arm: weekly, count: [0, 4], so: \"typicalWait under 5\", runsAtMost: 40 }")]
    public async Task Workers_beside_one_another_give_the_very_bytes_of_one_thread_on_the_command_line(string asked)
    {
        await using var town = await Town.OfItsOwn();
        await town.Peopled();
        var snapshot = await town.Snapshot();
        var text = asked == "" ? Simulations.Short : Simulations.Short + Recruit + asked;
        var id = await town.Started(text);
        var done = await town.UntilOver(id);
        Assert.Equal((SimulationStage.Done, 6, 1), (done.Run.Stage, done.Run.ReplicationsDone, done.Run.Attempts));
        var report = (await town.Grains.SimulationReport(id).Read())!;
        var alone = Simulations.Alone(snapshot, text.On(town));
        Assert.Equal(ReportTables.Json(alone), report.Json);
        Assert.Equal(ReportTables.Csv(alone), report.Csv);
        Assert.Equal(ReportText.Write(alone), report.Text);
        Assert.Equal(ReportPage.Write(alone), report.Page);
        Assert.Equal(
            (alone.Runs.SnapshotDigest, alone.Runs.ScenarioDigest, alone.Runs.Seed),
            (done.Run.SnapshotDigest, done.Run.ScenarioDigest, done.Run.Seed));
    }

    [Fact]
    public async Task A_run_that_dies_with_its_silo_begins_again_by_itself_and_comes_to_the_same_bytes()
    {
        await using var town = await Town.OfItsOwn();
        await town.Peopled();
        var scenario = Simulations.Short.Replace("6, atMost: 6", "120, atMost: 120", StringComparison.Ordinal)
            .Replace("length: 26 weeks", "length: 104 weeks", StringComparison.Ordinal);
        var alone = Simulations.Alone(await town.Snapshot(), scenario.On(town));
        var id = await town.Started(scenario);
        await town.Until(id, reading => reading.Progress is { Replications: > 0 });
        await town.Silo.CrashAndRestart();

        // The area changes meanwhile; the run goes on from the fork that was stored.
        await town.Peopled();
        var done = await town.UntilOver(id);
        Assert.Equal((SimulationStage.Done, 120, 2), (done.Run.Stage, done.Run.ReplicationsDone, done.Run.Attempts));
        Assert.Equal(ReportTables.Json(alone), (await town.Grains.SimulationReport(id).Read())!.Json);
    }

    [Theory]
    [InlineData(StorageFault.BeforeStoring)]
    [InlineData(StorageFault.AfterStoring)]
    public async Task A_run_comes_to_the_same_end_whichever_of_its_writes_fails(StorageFault fault)
    {
        await using var town = await Town.OfItsOwn();
        await town.Peopled();
        var alone = ReportTables.Json(Simulations.Alone(await town.Snapshot(), Simulations.Short.On(town)));
        for (var write = 0; write < 6; write++)
        {
            var start = town.Start(Simulations.Short);
            var id = Simulations.IdOf(start);
            town.Faults.Plan(EntityKeys.Of(id), fault, write);
            Assert.IsType<SimulationStarted>(await Town.UntilAnswered(() => town.Grains.Simulation(id).Start(start)));
            Assert.Equal(SimulationStage.Done, (await town.UntilOver(id)).Run.Stage);
            Assert.Equal(alone, (await town.Grains.SimulationReport(id).Read())!.Json);
            await AssertNothingLeft(town, id);
        }

        Assert.True(town.Faults.Failed >= 5, $"only {town.Faults.Failed} writes failed");
        Assert.Equal(6, (await town.Grains.SimulationRegister().Read()).Runs.Length);
    }

    [Fact]
    public async Task A_cancelled_run_leaves_nothing_but_its_record_and_the_next_one_begins()
    {
        await using var town = await Town.OfItsOwn();
        await town.Peopled();
        var first = await town.Started(Simulations.Endless);
        var second = await town.Started(Simulations.Short);
        await town.Until(first, reading => reading.Progress is { Replications: > 0 });
        Assert.Equal(SimulationStage.Queued, (await town.Reading(second)).Run.Stage);
        var cancel = Simulations.Cancel();
        Assert.IsType<CommandDone>(await town.Grains.Simulation(first).Cancel(cancel));
        var cancelled = (await town.Reading(first)).Run;
        Assert.Equal(SimulationStage.Cancelled, cancelled.Stage);
        Assert.True(cancelled.ReplicationsDone > 0);
        Assert.Equal(town.Silo.Time.GetUtcNow(), cancelled.EndedAt);
        Assert.Equal(SimulationStage.Done, (await town.UntilOver(second)).Run.Stage);
        await AssertNothingLeft(town, first);
        Assert.Null(await town.Grains.SimulationReport(first).Read());

        // The same command again changes nothing, another one is told that it comes too late.
        Assert.IsType<CommandDone>(await town.Grains.Simulation(first).Cancel(cancel));
        var refused = Assert.IsType<CommandRefused>(await town.Grains.Simulation(second).Cancel(Simulations.Cancel()));
        Assert.Equal("done", Assert.IsType<WrongState>(refused.Refusal).State);
    }

    [Fact]
    public async Task A_run_cancelled_while_it_waits_never_begins()
    {
        await using var town = await Town.OfItsOwn();
        await town.Peopled();
        var first = await town.Started(Simulations.Endless);
        var second = await town.Started(Simulations.Endless);
        Assert.IsType<CommandDone>(await town.Grains.Simulation(second).Cancel(Simulations.Cancel()));
        Assert.Equal((SimulationStage.Cancelled, 0), ((await town.Reading(second)).Run.Stage, (await town.Reading(second)).Run.Attempts));
        Assert.Equal(first, Assert.Single((await town.Grains.SimulationRegister().Read()).Unfinished));
        Assert.IsType<CommandDone>(await town.Grains.Simulation(first).Cancel(Simulations.Cancel()));
        await AssertNothingLeft(town, first);
    }

    [Fact]
    public async Task The_queue_holds_so_many_and_refuses_the_next_until_one_is_over()
    {
        await using var town = await Town.OfItsOwn();
        await town.Peopled();
        var ids = new List<SimulationId>();
        while (ids.Count < ISimulationRegisterGrain.UnfinishedMax)
        {
            ids.Add(await town.Started(Simulations.Endless));
        }

        var over = town.Start(Simulations.Short);
        var refused = Assert.IsType<SimulationRefused>(await town.Grains.Simulation(Simulations.IdOf(over)).Start(over));
        Assert.Equal("queue-full", Assert.IsType<WrongState>(refused.Refusal).State);
        Assert.Null(await town.Grains.Simulation(Simulations.IdOf(over)).Read());
        Assert.Equal(ids, (await town.Grains.SimulationRegister().Read()).Runs);
        foreach (var id in Enumerable.Reverse(ids))
        {
            await town.Grains.Simulation(id).Cancel(Simulations.Cancel());
        }

        Assert.IsType<SimulationStarted>(await town.Grains.Simulation(Simulations.IdOf(over)).Start(over));
        Assert.Equal(SimulationStage.Done, (await town.UntilOver(Simulations.IdOf(over))).Run.Stage);
    }

    [Fact]
    public async Task The_same_command_starts_one_run_and_its_id_with_another_scenario_none()
    {
        await using var town = await Town.OfItsOwn();
        await town.Peopled();
        var start = town.Start(Simulations.Short);
        var grain = town.Grains.Simulation(Simulations.IdOf(start));
        Assert.All(
            await Task.WhenAll(grain.Start(start), grain.Start(start), grain.Start(start)),
            answer => Assert.IsType<SimulationStarted>(answer));
        var other = Assert.IsType<SimulationRefused>(await grain.Start(start with { Scenario = start.Scenario + "# more\n" }));
        Assert.IsType<CommandIdReused>(other.Refusal);
        await town.UntilOver(Simulations.IdOf(start));
        Assert.Single((await town.Grains.SimulationRegister().Read()).Runs);
    }

    [Fact]
    public async Task All_faults_of_a_scenario_are_told_with_their_lines_and_nothing_is_kept()
    {
        await using var town = await Town.OfItsOwn();
        await town.Peopled();
        var wrong = Simulations.Short.Replace("length:", "lenght:", StringComparison.Ordinal)
            .Replace("every: 1 weeks", "every: -1 weeks", StringComparison.Ordinal);
        Assert.Equal([3, 8], (await Refused(town, town.Start(wrong))).Select(fault => fault.Line));
        var late = await Refused(town, town.Start(Simulations.Short.Replace("DAY", "2049-01-01", StringComparison.Ordinal)));
        Assert.Contains("after the run's last day", Assert.Single(late).Reason, StringComparison.Ordinal);
        var measured = await Refused(
            town, town.Start(Simulations.Short.Replace("referralsPerWeek: 2", "referralsPerWeek: measured", StringComparison.Ordinal)));
        Assert.Equal((5, "inputs.referralsPerWeek"), (measured[0].Line, measured[0].Key));
        var files = await Refused(
            town, town.Start(Simulations.Short + "\nfrom: snapshot:/etc/passwd\nrounds: { every: 2 weeks, policy: /etc/passwd }"));
        Assert.Equal([("from", 9, 1), ("rounds.policy", 10, 35)], files.Select(fault => (fault.Key, fault.Line, fault.Column)));
        Assert.Empty((await town.Grains.SimulationRegister().Read()).Runs);
        Assert.Empty((await town.Grains.SimulationRegister().Read()).Unfinished);
    }

    [Theory]
    [InlineData("Weekly!", 6, null, "name")]
    [InlineData("weekly", 70_000, null, "scenario")]
    [InlineData("weekly", 6, 1, "replications")]
    [InlineData("weekly", 6, 10_001, "replications")]
    public async Task What_is_beyond_a_limit_is_refused_with_its_field(string name, int size, int? replications, string field)
    {
        await using var town = await Town.OfItsOwn();
        var start = town.Start(Simulations.Short) with { Name = name, Replications = replications };
        start = size < 1000 ? start : start with { Scenario = start.Scenario + "\n#" + new string('x', size) };
        var refused = Assert.IsType<SimulationRefused>(await town.Grains.Simulation(SimulationId.Of("weekly-1")).Start(start));
        Assert.Equal(field, Assert.IsType<InvalidValue>(refused.Refusal).Field);
    }

    [Fact]
    public async Task An_area_with_nobody_in_it_is_refused_and_holds_up_nobody()
    {
        await using var town = await Town.OfItsOwn();
        var start = town.Start(Simulations.Short);
        var refused = Assert.IsType<SimulationRefused>(await town.Grains.Simulation(Simulations.IdOf(start)).Start(start));
        Assert.Equal("empty", Assert.IsType<WrongState>(refused.Refusal).State);
        await town.Peopled();
        Assert.Equal(SimulationStage.Done, (await town.UntilOver(await town.Started(Simulations.Short))).Run.Stage);
    }

    [Fact]
    public void A_run_begun_too_often_is_given_up_instead_of_going_on_for_ever()
    {
        var run = new SimulationState { Id = SimulationId.Of("poison-1") };
        for (var attempt = 1; attempt <= ISimulationGrain.AttemptsMax; attempt++)
        {
            run = SimulationRules.Begun(run, default);
            Assert.Equal((SimulationStage.Running, attempt), (run.Stage, run.Attempts));
        }

        run = SimulationRules.Begun(run, default);
        Assert.Equal(SimulationStage.Failed, run.Stage);
        Assert.Contains("begun 5 times", run.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_rows_are_the_same_before_and_after()
    {
        await using var town = await Town.OfItsOwn();
        await town.Peopled();
        var before = SnapshotFile.Write(await town.Snapshot());
        var rows = await Versions(town);
        await town.UntilOver(await town.Started(Simulations.Short));
        Assert.Equal(before, SnapshotFile.Write(await town.Snapshot()));
        Assert.Equal(rows, await Versions(town));
    }

    [Fact]
    public async Task A_worker_asked_for_a_run_that_is_over_holds_nothing()
    {
        await using var town = await Town.OfItsOwn();
        await Assert.ThrowsAnyAsync<Exception>(() => town.Grains.SimulationWorker(SimulationId.Of("gone-1")).Replicate(new RunOrder(0, 0)));
    }

    private static async Task<List<string>> Versions(Town town)
    {
        var rows = new List<string>();
        await foreach (var row in town.Silo.Rows.ReadAll(CancellationToken.None))
        {
            rows.Add($"{row.Kind} {row.Id} {row.Version}");
        }

        return rows;
    }

    private static async Task<FaultyLine[]> Refused(Town town, StartSimulation start) =>
        [.. Assert.IsType<ScenarioRefused>(await town.Grains.Simulation(Simulations.IdOf(start)).Start(start)).Faults];

    // Of a run that is over its fork is gone from the store, and nobody waits for it.
    private static async Task AssertNothingLeft(Town town, SimulationId id)
    {
        while ((await town.Grains.SimulationRegister().Read()).Unfinished.Contains(id))
        {
            await town.Grains.SimulationRegister().Wake();
            await Task.Delay(10);
        }

        Assert.Null(await town.Grains.Simulation(id).Fork());
        var contents = town.Silo.Services.GetRequiredService<IStoreContents>();
        await foreach (var item in contents.Read([StateNames.SimulationFork], CancellationToken.None))
        {
            Assert.False(item is StoredState { Json: not null } state && state.Key == EntityKeys.Of(id));
        }
    }
}
