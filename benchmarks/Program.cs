using Networks.Benchmarks.Areas;
using Networks.Benchmarks.BulkRows;
using Networks.Benchmarks.CommandIds;
using Networks.Benchmarks.DurableWrites;
using Networks.Benchmarks.Matching;
using Networks.Benchmarks.Rounds;
using Networks.Benchmarks.Servers;
using Networks.Benchmarks.SideBySide;
using Networks.Benchmarks.Simulation;

// One run a name; each prints what it measured beside its peers in the same run. benchmarks/README.md says what the figures mean.
return args switch
{
    ["durable-writes", .. var options] => await DurableWritesRun.Measure(options),
    ["command-ids", .. var options] => await CommandIdsRun.Measure(options),
    ["bulk-rows", .. var options] => await BulkRowsRun.Measure(options),
    ["matching", .. var options] => await MatchingRun.Measure(options),
    ["round", .. var options] => await RoundRun.Measure(options),
    ["simulation", .. var options] => await SimulationRun.Measure(options),
    ["area", .. var options] => AreaRun.Write(options),
    ["serve-at", .. var options] => await ServeAtCommand.Serve(options),
    ["side-by-side", .. var options] => await SideBySideCommand.Measure(options),
    [var name, .. var options] when SideBySideRuns.Find(name) is { } run => await RunCommand.Measure(run, options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: dotnet run --project benchmarks -c Release -- NAME
          durable-writes [--seconds N] [--rounds N] [--no-postgres]   durable writes a second with 1, 8 and 64 writers beside peers
          command-ids [--seconds N] [--rounds N]                       durable commands a second with their ids noted, and without
          bulk-rows [--residents N]                                    bulk insert, ward load, ward versions and homes of a whole store
          matching [--people N] [--offers N] [--only SHAPE,SHAPE] [--limit SECONDS]
                                                                       matching rounds beside LEMON and SciPy
          round [--people N] [--offers N] [--times N] [--density N] [--library [--solve] | --served]
                                                                       one matching round by phases, and whole over GraphQL
          simulation [--customers N] [--simsharp DIR] [--python-path DIR:DIR]
                                                                       the simulation's engine beside SimSharp, SimPy and Ciw
          simulation --study                                           a study of the size planners run, three times
          simulation --fork [--store DIR] [--residents N] [--seconds N] forks of a live area, and what they do to commands
          simulation --county [--known N,N] [--replications N]         whole studies of counties, and how their cost grows
          serve-at --data DIR --at 2026-12-24T02:59:00 [--port N]      our server with a clock that is ahead
          side-by-side [--residents N] [--only RUN,RUN] [--fresh] [--table-only] [--seconds N]
                                                                       every run beside its peers, into docs/performance.md
          RUN [--residents N] [--seconds N] [--postgres CONN]          one run of the side-by-side table alone
          area [--residents N] [--wards N] [--out DIR]                 writes the area all sides measure on: peers/ and delivery/
        """);
    return 2;
}
