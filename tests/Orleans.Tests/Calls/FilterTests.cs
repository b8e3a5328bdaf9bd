using Networks.Orleans.Tests.Cluster;
using Orleans;
using Orleans.Hosting;

namespace Networks.Orleans.Tests.Calls;

public sealed class FilterTests
{
    [Fact]
    public async Task A_filter_of_the_silo_sees_what_is_called_and_with_what_and_by_whom()
    {
        var seen = new List<string>();
        await using var cluster = await OneSilo.StartAsync(silo => silo.AddIncomingGrainCallFilter(async context =>
        {
            if (context.InterfaceMethod.DeclaringType == typeof(IFilteredGrain))
            {
                var served = context.ImplementationMethod.DeclaringType!.Name;
                seen.Add($"{context.MethodName}({context.Request.GetArgument(0)}) of {context.TargetId} is {served}");
            }

            await context.Invoke();
        }));

        await cluster.Client.GetGrain<IFilteredGrain>("f:1").Double(21);

        Assert.Equal(["Double(21) of filtered/f:1 is FilteredGrain"], seen);
    }

    [Fact]
    public async Task A_filter_changes_arguments_and_results()
    {
        await using var cluster = await OneSilo.StartAsync(silo => silo.AddIncomingGrainCallFilter(async context =>
        {
            if (context.InterfaceMethod.DeclaringType == typeof(IFilteredGrain))
            {
                context.Request.SetArgument(0, 10);
                await context.Invoke();
                context.Result = (int)context.Result! + 1;
                return;
            }

            await context.Invoke();
        }));

        Assert.Equal(21, await cluster.Client.GetGrain<IFilteredGrain>("f:2").Double(1));
    }

    [Fact]
    public async Task A_filter_that_throws_refuses_the_call()
    {
        await using var cluster = await OneSilo.StartAsync(silo => silo.AddIncomingGrainCallFilter(context =>
            context.InterfaceMethod.DeclaringType == typeof(IFilteredGrain)
                ? throw new UnauthorizedAccessException($"{context.MethodName} is not for you.")
                : context.Invoke()));

        var refusal = await Assert.ThrowsAsync<UnauthorizedAccessException>(() => cluster.Client.GetGrain<IFilteredGrain>("f:3").Double(1));

        Assert.Equal("Double is not for you.", refusal.Message);
    }

    [Fact]
    public async Task A_filter_sees_a_failing_call_as_its_exception_and_may_answer_in_its_place()
    {
        await using var cluster = await OneSilo.StartAsync(silo => silo.AddIncomingGrainCallFilter(async context =>
        {
            try
            {
                await context.Invoke();
            }
            catch (ArgumentException)
            {
                context.Result = -1;
            }
        }));

        Assert.Equal(-1, await cluster.Client.GetGrain<IFilteredGrain>("f:4").Double(-5));
    }

    [Fact]
    public async Task A_filter_may_try_again()
    {
        await using var cluster = await OneSilo.StartAsync(silo => silo.AddIncomingGrainCallFilter(async context =>
        {
            if (context.MethodName == nameof(IFilteredGrain.FailsOnce))
            {
                try
                {
                    await context.Invoke();
                    return;
                }
                catch (TimeoutException)
                {
                    await context.Invoke();
                    return;
                }
            }

            await context.Invoke();
        }));

        Assert.Equal(2, await cluster.Client.GetGrain<IFilteredGrain>("f:5").FailsOnce());
    }

    [Fact]
    public async Task A_grain_class_may_filter_its_own_calls_after_the_silo()
    {
        var seen = new List<string>();
        await using var cluster = await OneSilo.StartAsync(silo => silo.AddIncomingGrainCallFilter(async context =>
        {
            // The engine's own calls pass the filters too.
            var ours = context.InterfaceMethod.DeclaringType == typeof(ISelfFilteredGrain);
            if (ours)
            {
                seen.Add("silo before");
            }

            await context.Invoke();
            if (ours)
            {
                seen.Add("silo after");
            }
        }));

        var told = await cluster.Client.GetGrain<ISelfFilteredGrain>("s:1").Tell();

        Assert.Equal("told, filtered", told);
        Assert.Equal(["silo before", "silo after"], seen);
    }

    [Fact]
    public async Task A_filter_of_the_client_sees_the_clients_calls_and_one_of_the_silo_those_between_grains()
    {
        var (byClient, bySilo) = (new List<string>(), new List<string>());
        await using var cluster = await OneSilo.StartAsync(
            silo => silo.AddOutgoingGrainCallFilter(async context =>
            {
                bySilo.Add($"{context.SourceId} calls {context.TargetId} {context.MethodName}");
                await context.Invoke();
            }),
            client => client.AddOutgoingGrainCallFilter(async context =>
            {
                if (context.InterfaceMethod.DeclaringType == typeof(IFilteredGrain))
                {
                    byClient.Add($"{context.MethodName}({context.Request.GetArgument(0)})");
                }

                await context.Invoke();
            }));

        Assert.Equal(8, await cluster.Client.GetGrain<IFilteredGrain>("f:6").DoubleThrough(4, "f:7"));

        Assert.Equal(["DoubleThrough(4)"], byClient);
        Assert.Contains("filtered/f:6 calls filtered/f:7 Double", bySilo);
    }
}

[Alias("test.filtered")]
public interface IFilteredGrain : IGrainWithStringKey
{
    [Alias("Double")]
    Task<int> Double(int number);

    [Alias("DoubleThrough")]
    Task<int> DoubleThrough(int number, string other);

    [Alias("FailsOnce")]
    Task<int> FailsOnce();
}

internal sealed class FilteredGrain : Grain, IFilteredGrain
{
    private int _tries;

    public Task<int> Double(int number) => number < 0
        ? throw new ArgumentException("Negative numbers are not doubled.", nameof(number))
        : Task.FromResult(number * 2);

    public Task<int> DoubleThrough(int number, string other) => GrainFactory.GetGrain<IFilteredGrain>(other).Double(number);

    public Task<int> FailsOnce() => ++_tries == 1 ? throw new TimeoutException("The first try fails.") : Task.FromResult(_tries);
}

[Alias("test.selfFiltered")]
public interface ISelfFilteredGrain : IGrainWithStringKey
{
    [Alias("Tell")]
    Task<string> Tell();
}

internal sealed class SelfFilteredGrain : Grain, ISelfFilteredGrain, IIncomingGrainCallFilter
{
    public Task<string> Tell() => Task.FromResult("told");

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        context.Result = $"{context.Result}, filtered";
    }
}
