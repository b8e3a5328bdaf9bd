using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using SimSharp;
using static SimSharp.Distributions;

// M/M/10 in SimSharp with its own monitors on. Usage: SimSharpQueue CUSTOMERS SEED; prints one line of JSON. The first run is for the JIT.
var customers = int.Parse(args[0], CultureInfo.InvariantCulture);
var seed = int.Parse(args[1], CultureInfo.InvariantCulture);
Run(customers / 10, seed + 1);
Console.WriteLine(Run(customers, seed));

static string Run(int customers, int seed)
{
    var env = new Simulation(randomSeed: seed, defaultStep: TimeSpan.FromDays(1));
    var waits = new SampleMonitor(name: "wait", collect: true);
    var servers = new Resource(env, capacity: 10)
    {
        Utilization = new TimeSeriesMonitor(env, name: "taken"),
        WaitingTime = waits,
        QueueLength = new TimeSeriesMonitor(env, name: "waiting"),
    };
    env.Process(Source(env, servers, customers));
    var begun = Stopwatch.GetTimestamp();
    env.Run();
    var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
    return string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"customers\":{waits.Count},\"seconds\":{seconds},\"wait\":{waits.Mean},\"events\":{env.ProcessedEvents}}}");
}

static IEnumerable<Event> Source(Simulation env, Resource servers, int customers)
{
    var gap = EXP(TimeSpan.FromDays(1.0 / 9));
    for (var at = 0; at < customers; at++)
    {
        yield return env.Timeout(gap);
        env.Process(Customer(env, servers));
    }
}

static IEnumerable<Event> Customer(Simulation env, Resource servers)
{
    using (var request = servers.Request())
    {
        yield return request;
        yield return env.Timeout(EXP(TimeSpan.FromDays(1)));
    }
}
