using Networks.Simulation.Arrivals;
using Networks.Simulation.Queues;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Tests.Queues;

/// <summary>
/// The same queue without an event list: people in the order in which they come, each told what she meets by looking at all before her. It
/// shares the names of draws with the engine, and no loop.
/// </summary>
internal static class PlainQueue
{
    public sealed record Counts(long Arrived, long TurnedAway, long Helped, long GaveUp, long Ended, Int128 Waited);

    private sealed record Person(long Came, long Helped, long GivesUp, long Leaves);

    public static Counts Run(QueueSettings settings, RandomStreams streams, double days)
    {
        var end = Ticks.FromDays(days);
        var people = new List<Person>();
        long arrived = 0, turnedAway = 0;
        foreach (var (came, lane, number) in Arrivals(settings, streams, days))
        {
            arrived++;
            var there = people.Count(person => Math.Min(person.Leaves, person.GivesUp) > came);
            if (there >= settings.Room)
            {
                turnedAway++;
                continue;
            }

            var patience = settings.Patience is { } length ? Drawn(length, streams.Of(Purpose.Patience, lane, number)) : long.MaxValue / 4;
            // The places of those before her come free when they leave; she has the first that nobody before her takes.
            var busy = people.Where(person => person.Helped < long.MaxValue).Select(person => person.Leaves).OrderDescending()
                .Take(settings.Places).ToArray();
            var free = busy.Length < settings.Places ? came : Math.Max(came, busy[^1]);
            people.Add(free - came <= patience || free == came
                ? new Person(came, free, long.MaxValue, free + Drawn(settings.Stay, streams.Of(Purpose.Stay, lane, number)))
                : new Person(came, long.MaxValue, came + patience, long.MaxValue));
        }

        var helped = people.Where(person => person.Helped <= end).ToArray();
        Int128 waited = 0;
        foreach (var person in helped)
        {
            waited += person.Helped - person.Came;
        }

        return new Counts(
            arrived, turnedAway, helped.Length, people.Count(person => person.GivesUp <= end), helped.Count(person => person.Leaves <= end),
            waited);
    }

    private static long Drawn(Networks.Simulation.Lengths.Length length, Draws draws) => Ticks.FromDays(length.ExceededBy(draws.First));

    private static IEnumerable<(long Came, uint Lane, ulong Number)> Arrivals(QueueSettings settings, RandomStreams streams, double days)
    {
        var came = new List<(long, uint, ulong)>();
        var arrivals = new LayeredArrivals(streams, 0, settings.Arrivals, settings.Arrivals.Most(days), days);
        for (var layer = 0; layer < arrivals.Layers; layer++)
        {
            for (var time = arrivals.NextGap(layer); time <= Ticks.FromDays(days); time += arrivals.NextGap(layer))
            {
                if (arrivals.Comes(layer, time))
                {
                    came.Add((time, arrivals.Lane(layer), arrivals.Number(layer)));
                }
            }
        }

        return came.Order();
    }
}
