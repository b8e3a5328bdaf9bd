namespace Networks.Benchmarks.Servers;

/// <summary>Which cores do what. Servers, ours and peers', share the same two; whoever asks them has one of its own.</summary>
internal static class Cores
{
    public const string Servers = "0,1";
    public const string Client = "2";

    /// <summary>Cores of a peer that needs several processes to use as many as we do, client and database included.</summary>
    public const string ServersAndClient = "0-2";

    /// <summary>True where processes can be bound: Linux with taskset, three cores or more.</summary>
    public static bool CanBind { get; } = OperatingSystem.IsLinux() && Environment.ProcessorCount >= 3 && Shell.Find("taskset") is not null;

    /// <summary>What the table says of it.</summary>
    public static string Plan => CanBind
        ? $"servers and in-process runs on cores {Servers}, the client on core {Client}, PostgreSQL's own processes float"
        : "nothing bound to cores";
}
