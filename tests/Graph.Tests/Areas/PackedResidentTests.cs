using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Tests.Areas;

public sealed class PackedResidentTests
{
    private const int Histories = 12;
    private const int Steps = 120;

    [Fact]
    public void After_any_history_the_graph_gives_back_what_was_put_in_and_answers_as_one_built_from_it() =>
        Parallel.For(0, Histories, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var drawn = new DrawnEntries(seed);
            var graph = AreaGraph.Empty();
            Dictionary<ResidentId, ResidentEntry> held = [];
            for (var step = 1; step <= Steps; step++)
            {
                graph = Step(drawn, graph, held, step);
                if (step % 30 == 0)
                {
                    AssertHolds(graph, held, drawn.Wards, $"seed {seed}, step {step}");
                    AssertAnswersAlike(graph, Built(held, drawn), $"seed {seed}, step {step}");
                }
            }
        });

    [Fact]
    public void An_entry_packed_one_by_one_is_the_entry_packed_with_its_ward()
    {
        var drawn = new DrawnEntries(99);
        var graph = AreaGraph.Empty();
        var entries = Enumerable.Range(0, 100).Select(at => drawn.Entry(at, 1) with { Ward = drawn.Wards[0] }).ToArray();
        var packing = graph.Packing(drawn.Wards[0]);
        Array.ForEach(entries, packing.Add);
        graph = graph.Replace(packing.Done());
        Assert.All(entries, entry => Assert.Equal(DrawnEntries.Back(entry), DrawnEntries.Back(graph.Node(entry.Id)!.Value.ToEntry())));
    }

    [Fact]
    public void A_graph_disagrees_with_an_entry_in_which_anything_at_all_is_different()
    {
        var drawn = new DrawnEntries(5);
        for (var at = 1; at < 200; at++)
        {
            ResidentEntry entry = drawn.Entry(at % 50, 3), other = drawn.Entry(at % 50, 3);
            var graph = AreaGraph.Empty();
            graph = graph.Put(graph.Pack(entry.Ward, WardEntries.None with { Residents = [entry] }));
            Assert.True(graph.Agrees(entry));
            var mixed = Mix(entry, other, at);
            Assert.Equal(DrawnEntries.Back(entry) == DrawnEntries.Back(mixed), graph.Agrees(mixed));
        }
    }

    [Fact]
    public void A_contact_makes_one_block_anew_and_shares_what_did_not_change_in_it()
    {
        var drawn = new DrawnEntries(7) { People = 500 };
        var graph = AreaGraph.Empty();
        var entries = Enumerable.Range(0, 500).Select(at => drawn.Entry(at, 1) with { Ward = drawn.Wards[0] }).ToArray();
        graph = graph.Replace(graph.Pack(drawn.Wards[0], WardEntries.None with { Residents = [.. entries] }));
        var her = entries.First(entry => entry.Ties.Any(tie => tie.Resident is { } other && other != entry.Id));
        var met = her with { Version = 2, Ties = [.. her.Ties.Select(tie => tie with { LastContact = new DateOnly(2026, 11, 20) })] };
        var next = graph.Put(graph.Pack(her.Ward, WardEntries.None with { Residents = [met] }));
        var at = graph.Node(her.Id)!.Value.Ordinal;
        Assert.NotSame(graph.Resident(at).Block, next.Resident(at).Block);
        Assert.Same(graph.Resident(at).Block.Rows, next.Resident(at).Block.Rows);
        Assert.Same(graph.Resident(at).Block.Ties, next.Resident(at).Block.Ties);
        Assert.Same(graph.Resident(at).Block.Facts, next.Resident(at).Block.Facts);
        Assert.Same(graph.Resident(at).Block.Memberships, next.Resident(at).Block.Memberships);
        var others = Enumerable.Range(0, 500).Where(other => other >> ResidentBlock.Shift != at >> ResidentBlock.Shift);
        Assert.All(others, other => Assert.Same(graph.Resident(other).Block, next.Resident(other).Block));
    }

    [Fact]
    public void Somebody_whom_ties_name_and_no_ward_holds_has_no_rows_and_is_on_the_register_on_no_day()
    {
        var drawn = new DrawnEntries(3);
        var named = ResidentId.Of("nobody's");
        var entry = drawn.Entry(1, 1);
        entry = entry with { Ties = [new TieEntry(named, null, default, null, null, null, null, [])] };
        var graph = AreaGraph.Empty();
        graph = graph.Put(graph.Pack(entry.Ward, WardEntries.None with { Residents = [entry] }));
        var ordinal = graph.Ordinals.Residents.Find(named.Value);
        var person = graph.Resident(ordinal);
        Assert.Null(graph.Find(named));
        Assert.False(person.IsHeld);
        Assert.Equal((0, 0, 0), (person.Ties.Length, person.Memberships.Length, person.Matches.Length));
        Assert.False(graph.IsOnRegister(ordinal, DateOnly.MinValue.DayNumber) || graph.IsOnRegister(ordinal, DateOnly.MaxValue.DayNumber));
        Assert.Equal(1, graph.Namers(ordinal).Length);
    }

    [Fact]
    public async Task A_picture_stays_what_it_is_for_whoever_reads_it_while_others_write_the_next_ones()
    {
        var drawn = new DrawnEntries(11);
        var graph = AreaGraph.Empty();
        Dictionary<ResidentId, ResidentEntry> held = [];
        for (var step = 1; step <= Steps; step++)
        {
            graph = Step(drawn, graph, held, step);
        }

        var picture = graph;
        var expected = held.ToDictionary();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            do
            {
                AssertHolds(picture, expected, drawn.Wards, "while others write");
            }
            while (!stop.IsCancellationRequested);
        })).ToArray();
        for (var step = Steps + 1; step <= 2 * Steps; step++)
        {
            graph = Step(drawn, graph, held, step);
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        AssertHolds(graph, held, drawn.Wards, "after all");
    }

    // One of: somebody new, changed, moved or back; only her ties changed; an old version; a whole ward told again; somebody gone.
    private static AreaGraph Step(DrawnEntries drawn, AreaGraph graph, Dictionary<ResidentId, ResidentEntry> held, int version)
    {
        var at = drawn.Below(4) == 0 ? 0 : drawn.Below(drawn.People);
        var entry = drawn.Entry(at, version);
        var old = held.GetValueOrDefault(entry.Id);
        switch (drawn.Below(8))
        {
            case 0 when old is not null:
                held.Remove(entry.Id);
                return graph.Remove(old.Ward, WardGone.None with { Residents = [(entry.Id, version)] });
            case 1 when old is not null:
                var elsewhere = drawn.Wards.First(ward => ward != old.Ward);
                var late = graph.Remove(elsewhere, WardGone.None with { Residents = [(entry.Id, version)] });
                return late.Put(late.Pack(entry.Ward, WardEntries.None with { Residents = [entry with { Version = old.Version }] }));
            case 2:
                held[entry.Id] = entry;
                var ward = held.Values.Where(one => one.Ward == entry.Ward).OrderBy(_ => drawn.Below(100)).ToArray();
                return graph.Replace(graph.Pack(entry.Ward, WardEntries.None with { Residents = [.. ward] }));
            case 3:
                var others = Enumerable.Range(0, 30).Select(_ => drawn.Entry(drawn.Below(drawn.People), version)).DistinctBy(one => one.Id)
                    .Select(one => one with { Ward = entry.Ward }).ToArray();
                Array.ForEach(others, one => held[one.Id] = one);
                return graph.Put(graph.Pack(entry.Ward, WardEntries.None with { Residents = [.. others] }));
            case 4 or 5 when old is not null:
                held[entry.Id] = old with { Version = version, Ties = entry.Ties };
                return graph.Put(graph.Pack(old.Ward, WardEntries.None with { Residents = [held[entry.Id]] }));
            default:
                held[entry.Id] = entry;
                var leaves = old is not null && old.Ward != entry.Ward ? WardGone.None with { Residents = [(entry.Id, old.Version)] }
                    : WardGone.None;
                return graph.Change(old?.Ward ?? entry.Ward, leaves, graph.Pack(entry.Ward, WardEntries.None with { Residents = [entry] }));
        }
    }

    private static void AssertHolds(AreaGraph graph, Dictionary<ResidentId, ResidentEntry> held, WardCode[] wards, string when)
    {
        foreach (var ward in wards)
        {
            var expected = held.Values.Where(one => one.Ward == ward).OrderBy(one => one.Id).Select(DrawnEntries.Back);
            Assert.True(expected.SequenceEqual(graph.Entries(ward).Residents.Select(DrawnEntries.Back)), $"{when}, ward {ward}");
        }

        foreach (var her in held.Values)
        {
            Assert.True(graph.Agrees(her), $"{when}, {her.Id}");
            var naming = held.Values.Where(one => one.Id != her.Id).SelectMany(one => one.Ties.Where(tie => tie.Resident != one.Id)
                .Select((tie, at) => (Tie: tie, At: at)).Where(row => row.Tie.Resident == her.Id).Select(row => (one.Id, row.At))).Order();
            List<(ResidentId Id, int At)> found = [];
            foreach (var by in graph.NamersOf(graph.Node(her.Id)!.Value.Ordinal))
            {
                found.Add((by.Node.Id, by.Tie));
            }

            Assert.True(naming.SequenceEqual(found.Order()), $"{when}, those naming {her.Id}");
        }
    }

    private static AreaGraph Built(Dictionary<ResidentId, ResidentEntry> held, DrawnEntries drawn)
    {
        var graph = AreaGraph.Empty();
        foreach (var ward in drawn.Wards.OrderBy(_ => drawn.Below(100)))
        {
            var entries = held.Values.Where(one => one.Ward == ward).OrderBy(_ => drawn.Below(100)).ToArray();
            graph = graph.Replace(graph.Pack(ward, WardEntries.None with { Residents = [.. entries] }));
        }

        return graph;
    }

    private static void AssertAnswersAlike(AreaGraph one, AreaGraph other, string when)
    {
        UnconnectedRule[] rules =
        [
            new() { NoTies = true }, new() { NoContactSinceDays = 60 }, new() { ComponentAtMost = 3 }, new() { NoGroupWithinHops = 2 },
            new() { IsolationAtLeast = 3 },
        ];
        foreach (var rule in rules)
        {
            var query = new UnconnectedQuery { Rule = rule, Page = new Page { First = 100 } };
            foreach (var day in new[] { new DateOnly(2026, 3, 1), new DateOnly(2026, 11, 22) })
            {
                string Told(AreaGraph graph) => System.Text.Json.JsonSerializer.Serialize(graph.Unconnected(query, day));
                Assert.True(Told(one) == Told(other), $"{when}, {rule} on {day}");
            }
        }
    }

    private static ResidentEntry Mix(ResidentEntry one, ResidentEntry other, int which) => (which % 17) switch
    {
        0 => one with { Ward = other.Ward },
        1 => one with { RegisteredOn = other.RegisteredOn },
        2 => one with { LeftOn = other.LeftOn },
        3 => one with { ConnectionsAskedOn = other.ConnectionsAskedOn },
        4 => one with { BirthYear = other.BirthYear },
        5 => one with { LivesAlone = other.LivesAlone },
        6 => one with { Home = other.Home },
        7 => one with { Seeking = other.Seeking },
        8 => one with { WaitingSince = other.WaitingSince },
        9 => one with { PausedUntil = other.PausedUntil },
        10 => one with { PriorityBand = other.PriorityBand },
        11 => one with { Ties = other.Ties },
        12 => one with { Memberships = other.Memberships },
        13 => one with { Matches = other.Matches },
        14 => one with { Introductions = other.Introductions },
        15 => one with { DeclinedOn = other.DeclinedOn, IntroductionsAskedOn = other.IntroductionsAskedOn },
        _ => one with { RecordedOn = other.RecordedOn },
    };
}
