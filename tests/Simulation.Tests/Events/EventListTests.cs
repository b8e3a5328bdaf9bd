using Networks.Simulation.Events;

namespace Networks.Simulation.Tests.Events;

public class EventListTests
{
    [Fact]
    public void Thousands_of_random_courses_happen_in_the_order_of_a_sorted_list()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            Compare(new Random(seed));
        }
    }

    [Fact]
    public void At_one_instant_the_kind_decides_and_then_what_was_scheduled_first()
    {
        var events = new EventList();
        events.Schedule(7, kind: 2, entity: 0);
        events.Schedule(7, kind: 1, entity: 1);
        events.Schedule(7, kind: 2, entity: 2);
        events.Schedule(6, kind: 9, entity: 3);
        events.Schedule(7, kind: 1, entity: 4);
        Assert.Equal([3, 1, 4, 0, 2], Taken(events, 7));
    }

    [Fact]
    public void An_event_is_taken_back_once_and_not_after_it_happened_even_when_its_slot_serves_another()
    {
        var events = new EventList();
        var first = events.Schedule(1, 0, 10);
        var second = events.Schedule(2, 0, 20);
        Assert.True(events.Cancel(first));
        Assert.False(events.Cancel(first));
        var third = events.Schedule(3, 0, 30);
        Assert.False(events.Cancel(first));
        Assert.Equal([20, 30], Taken(events, 9));
        Assert.False(events.Cancel(second) || events.Cancel(third) || events.Cancel(EventHandle.None));
    }

    [Fact]
    public void Nothing_is_scheduled_in_the_past_and_nothing_is_taken_before_its_time()
    {
        var events = new EventList();
        events.Schedule(5, 0, 1);
        Assert.False(events.TryTake(4, out _));
        Assert.True(events.TryTake(5, out var next));
        Assert.Equal(new SimulatedEvent(5, 0, 1), next);
        var fault = Assert.Throws<ArgumentOutOfRangeException>(() => events.Schedule(4, 0, 2));
        Assert.Contains("before now (5)", fault.Message);
    }

    private static void Compare(Random random)
    {
        var events = new EventList();
        var plain = new List<(long Time, byte Kind, int Ordinal)>();
        var handles = new List<EventHandle>();
        var now = 0L;
        for (var step = 0; step < 300; step++)
        {
            var act = random.Next(10);
            if (act < 5)
            {
                var (time, kind) = (now + random.Next(20), (byte)random.Next(4));
                plain.Add((time, kind, handles.Count));
                handles.Add(events.Schedule(time, kind, handles.Count));
            }
            else if (act < 7 && handles.Count > 0)
            {
                var ordinal = random.Next(handles.Count);
                Assert.Equal(plain.RemoveAll(one => one.Ordinal == ordinal) == 1, events.Cancel(handles[ordinal]));
            }
            else
            {
                var until = now + random.Next(8);
                var due = plain.Order().FirstOrDefault((long.MaxValue, (byte)0, -1));
                Assert.Equal(due.Item1 <= until, events.TryTake(until, out var next));
                if (due.Item1 <= until)
                {
                    Assert.Equal(new SimulatedEvent(due.Item1, due.Item2, due.Item3), next);
                    plain.Remove(due);
                    now = next.Time;
                }
            }

            Assert.Equal(plain.Count, events.Count);
        }
    }

    private static List<int> Taken(EventList events, long until)
    {
        var taken = new List<int>();
        while (events.TryTake(until, out var next))
        {
            taken.Add(next.Entity);
        }

        return taken;
    }
}
