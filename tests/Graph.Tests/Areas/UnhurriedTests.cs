using System.Collections.Concurrent;
using Networks.Graph.Areas;
using Networks.Graph.Residents;

namespace Networks.Graph.Tests.Areas;

/// <summary>What nobody waits for takes no thread from those who do wait.</summary>
public sealed class UnhurriedTests
{
    private const int Parts = 64;

    [Fact]
    public async Task Work_that_nobody_waits_for_stays_on_one_thread_that_answers_no_requests()
    {
        ConcurrentBag<(int Part, int Thread, bool AnswersRequests)> seen = [];
        await Unhurried.Run(() =>
        {
            Unhurried.For(Parts, part =>
            {
                Thread.Sleep(1);
                seen.Add((part, Environment.CurrentManagedThreadId, Thread.CurrentThread.IsThreadPoolThread));
            });
            return 0;
        });
        Assert.Equal(Enumerable.Range(0, Parts), seen.Select(one => one.Part).Order());
        Assert.Single(seen.Select(one => one.Thread).Distinct());
        Assert.DoesNotContain(seen, one => one.AnswersRequests);
    }

    [Fact]
    public async Task Work_that_somebody_waits_for_is_done_part_for_part_as_well()
    {
        ConcurrentBag<int> seen = [];
        await Task.Run(() => Unhurried.For(Parts, seen.Add));
        Assert.Equal(Enumerable.Range(0, Parts), seen.Order());
    }

    [Fact]
    public async Task A_fault_comes_to_whoever_asked()
    {
        static int Fail() => throw new InvalidOperationException("no");
        Assert.Equal("no", (await Assert.ThrowsAsync<InvalidOperationException>(() => Unhurried.Run(Fail))).Message);
    }

    [Theory]
    [InlineData("no-ties")]
    [InlineData("component:3")]
    [InlineData("no-group-within:2")]
    public async Task A_list_is_the_same_with_time_and_in_a_hurry(string rule)
    {
        var parsed = UnconnectedRule.Parse(rule).Rule!;
        for (var seed = 1; seed <= 20; seed++)
        {
            AreaGraph one = new RandomArea(seed).Built(), other = new RandomArea(seed).Built();
            var (day, wards) = (RandomArea.Middle, one.Wards.ToHashSet());
            var unhurried = await Unhurried.Run(() => other.Listed(parsed, wards, day));
            Assert.True(one.Listed(parsed, wards, day).SequenceEqual(unhurried), $"seed {seed}");
        }
    }
}
