namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>One thing that somebody wrote down on one day: what, of whom, and what was said, by the columns of the files.</summary>
internal sealed record PlainTold(string On, string What, string Who, Dictionary<string, string> Said)
{
    /// <summary>What was said of a column; empty if nothing was.</summary>
    public string this[string column] => Said.GetValueOrDefault(column, "");

    public override string ToString() => $"{On} {What} {Who} {string.Join(' ', Said.Select(pair => $"{pair.Key}={pair.Value}"))}";
}
