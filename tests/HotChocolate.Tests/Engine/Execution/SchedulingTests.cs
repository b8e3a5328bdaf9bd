using System.Collections.Concurrent;
using GreenDonut;
using HotChocolate;
using HotChocolate.Execution;
using Microsoft.Extensions.DependencyInjection;
using Networks.HotChocolate.Tests.Engine.Support;

namespace Networks.HotChocolate.Tests.Engine.Execution;

/// <summary>Values that arrive at once, later, on other threads, or through loaders: the answer is the same, and always comes.</summary>
public sealed class SchedulingTests
{
    private const string Sdl = """
        type Query { node(id: Int!): Node! }
        type Node { id: Int! name: String left: Node right: Node must: Int! kids: [Node!]! }
        """;

    private const string Query = """
        { a: node(id: 1) { ...Deep } b: node(id: 2) { ...Deep kids { ...Deep } } }
        fragment Deep on Node {
          id name left { ...Leaf left { ...Leaf must } } right { ...Leaf right { ...Leaf kids { ...Leaf } } }
        }
        fragment Leaf on Node { id name }
        """;

    private readonly ConcurrentBag<(int Request, int Key)> _loaded = [];
    private int _requests;

    [Fact]
    public async Task However_values_arrive_the_answer_is_the_same_and_no_key_is_loaded_twice()
    {
        var expected = await Ask(Executor((_, _) => 0));
        Assert.Contains("\"must\"", expected);
        _loaded.Clear();

        await Parallel.ForEachAsync(Enumerable.Range(1, 400), async (seed, _) =>
        {
            var executor = Executor((id, field) => (int)((uint)HashCode.Combine(seed, id, field) % 5));
            Assert.Equal(expected, await Ask(executor));
        });

        Assert.NotEmpty(_loaded);
        Assert.Equal(_loaded.Count, _loaded.Distinct().Count());
    }

    [Fact]
    public async Task A_request_that_is_cancelled_at_any_moment_still_ends()
    {
        await Parallel.ForEachAsync(Enumerable.Range(1, 200), async (seed, _) =>
        {
            var executor = Executor((id, field) => (int)((uint)HashCode.Combine(seed, id, field) % 5));
            using var gone = new CancellationTokenSource();
            var run = executor.ExecuteAsync(Request(), gone.Token);
            for (var turns = seed % 20; turns > 0; turns--)
            {
                await Task.Yield();
            }

            await gone.CancelAsync();
            var result = (await run.WaitAsync(TimeSpan.FromSeconds(30))).ExpectOperationResult();
            Assert.True(result.IsDataSet || result.Errors![0].Code == "HC0049", result.ToJson());
        });
    }

    [Fact]
    public async Task A_resolver_that_starts_later_still_knows_the_ambient_state_of_its_request()
    {
        var ambient = new AsyncLocal<string>();
        var executor = CodeSchema.Executor("type Query { a: A } type A { a: A seen: String }", new()
        {
            ["Query.a"] = context => ElsewhereAsync(context),
            ["A.a"] = context => ElsewhereAsync(context),
            ["A.seen"] = _ => ambient.Value
        });

        ambient.Value = "the caller";
        var result = await executor.ExecuteAsync("{ a { seen a { seen a { seen } } } }");

        Assert.Equal(
            "{\"data\":{\"a\":{\"seen\":\"the caller\",\"a\":{\"seen\":\"the caller\",\"a\":{\"seen\":\"the caller\"}}}}}",
            result.ToJson(false));

        static Task<object?> ElsewhereAsync(FieldContext context)
        {
            var later = new TaskCompletionSource<object?>();
            using (ExecutionContext.SuppressFlow())
            {
                _ = Task.Run(() => later.SetResult(context));
            }

            return later.Task;
        }
    }

    private RequestExecutor Executor(Func<int, string, int> mode) => CodeSchema.Executor(
        Sdl,
        new()
        {
            ["Query.node"] = context => Arrive(context, (int)context.Arguments[0]!, mode),
            ["Node.id"] = context => context.Parent,
            ["Node.name"] = context => Arrive(context, $"n{context.Parent}", mode),
            ["Node.left"] = context => Arrive(context, ((int)context.Parent! * 2) % 97, mode),
            ["Node.right"] = context => Arrive(context, ((int)context.Parent! * 2 + 1) % 97, mode),
            ["Node.must"] = context => Arrive(context, (int)context.Parent! % 3 == 0 ? null : context.Parent, mode),
            ["Node.kids"] = context => Arrive(context, Enumerable.Range((int)context.Parent!, 5).ToArray(), mode)
        },
        services: services => services
            .AddScoped<IBatchScheduler, BatchDispatcher>()
            .AddScoped(scope => new Echo(this, scope.GetRequiredService<IBatchScheduler>())));

    private static async Task<object?> Arrive(FieldContext context, object? value, Func<int, string, int> mode)
    {
        var id = context.Parent as int? ?? 0;
        switch (mode(id, context.Field.Name))
        {
            case 1:
                await Task.Yield();
                break;
            case 2:
                await Task.Run(() => Thread.SpinWait(id * 10));
                break;
            case 3:
                await context.Services.GetRequiredService<Echo>().LoadAsync(id + (context.Field.Name.Length * 1000));
                break;
            case 4:
                var loader = context.Services.GetRequiredService<Echo>();
                await loader.LoadAsync(id);
                await Task.Yield();
                await loader.LoadAsync(-id);
                break;
        }

        return value;
    }

    private static IOperationRequest Request() => OperationRequestBuilder.New().SetDocument(Query).Build();

    private static async Task<string> Ask(RequestExecutor executor)
    {
        var result = await executor.ExecuteAsync(Request()).WaitAsync(TimeSpan.FromSeconds(30));
        var json = result.ToJson(false);
        return json[json.IndexOf("\"data\"", StringComparison.Ordinal)..];
    }

    private sealed class Echo(SchedulingTests tests, IBatchScheduler scheduler)
        : BatchDataLoader<int, int>(scheduler, new DataLoaderOptions())
    {
        private readonly int _request = Interlocked.Increment(ref tests._requests);

        protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken)
        {
            foreach (var key in keys)
            {
                tests._loaded.Add((_request, key));
            }

            if (keys.Count % 2 == 0)
            {
                await Task.Yield();
            }

            return keys.ToDictionary(key => key, key => key);
        }
    }
}
