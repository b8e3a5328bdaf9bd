using System.Collections.Concurrent;

namespace Networks.GraphQLApi.Tests.CommandLine;

/// <summary>Lines as they are written, to wait for one.</summary>
internal sealed class Lines : StringWriter
{
    private readonly BlockingCollection<string> lines = [];

    public override void WriteLine(string? value) => lines.Add(value ?? "");

    public Task<string> First(string start) => Task.Run(() =>
        lines.GetConsumingEnumerable().First(line => line.StartsWith(start, StringComparison.Ordinal)));
}
