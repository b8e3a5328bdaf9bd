using Networks.Benchmarks.BulkRows;
using Networks.Benchmarks.DurableWrites;
using Networks.Benchmarks.GraphAnswers;

// One run a name; each prints what it measured beside its peers in the same run. benchmarks/README.md says what the figures mean.
return args switch
{
    ["durable-writes", .. var options] => await DurableWritesRun.Measure(options),
    ["bulk-rows", .. var options] => await BulkRowsRun.Measure(options),
    ["graph-answers", .. var options] => GraphAnswersRun.Measure(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: dotnet run --project benchmarks -c Release -- NAME
          durable-writes [--seconds N] [--rounds N] [--no-postgres]   durable writes a second with 1, 8 and 64 writers beside peers
          bulk-rows [--residents N]                                    bulk insert, ward load, ward versions and homes of a whole store
          graph-answers [--residents N]                                what the live picture answers cold, warm and after one change
        """);
    return 2;
}
