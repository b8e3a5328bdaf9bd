using GreenDonut;
using HotChocolate;
using HotChocolate.Execution;
using Microsoft.Extensions.DependencyInjection;
using Networks.HotChocolate.Tests.Engine.Support;

namespace Networks.HotChocolate.Tests.Engine.Execution;

public sealed class DataLoaderTests
{
    private const string Sdl = """
        type Query { people(n: Int!): [Person!]! person(id: Int!): Person slow(id: Int!): Person }
        type Person { id: Int! name: String friend: Person tags: [String!]! cached: String }
        """;

    private readonly List<string> _batches = [];

    [Fact]
    public async Task Fields_of_one_level_are_loaded_in_one_batch_and_each_key_once()
    {
        var json = await Run(
            "{ people(n: 5) { name friend { name friend { name } } } a: person(id: 1) { name } b: person(id: 2) { name } }");

        Assert.StartsWith("""{"data":{"people":[{"name":"n0","friend":{"name":"n1","friend":{"name":"n2"}}}""", json);
        Assert.Equal(["friends 0,1,2,3,4", "names 0,1,2,3,4", "friends 5", "names 5", "names 6"], Sorted());
    }

    [Fact]
    public async Task A_chain_of_loads_in_one_resolver_joins_the_batches_of_its_siblings()
    {
        await Run("{ a: slow(id: 1) { id } b: slow(id: 2) { id } c: slow(id: 3) { id } }");

        Assert.Equal(["friends 1,2,3", "names 2,3,4"], _batches);
    }

    [Fact]
    public async Task A_grouped_loader_answers_an_empty_array_for_a_key_without_values()
    {
        var json = await Run("{ people(n: 3) { tags } }");

        Assert.Equal("""{"data":{"people":[{"tags":[]},{"tags":["t1"]},{"tags":["t2","t2"]}]}}""", json);
        Assert.Equal(["tags 0,1,2"], _batches);
    }

    [Fact]
    public async Task A_cache_loader_asks_once_for_each_key()
    {
        await Run("{ a: person(id: 1) { cached } b: person(id: 1) { cached } c: person(id: 2) { cached } }");

        Assert.Equal(["cached 1", "cached 2"], _batches);
    }

    [Fact]
    public async Task A_batch_is_cut_at_its_greatest_size()
    {
        await Run("{ people(n: 5) { name } }", batchSizeMax: 2);

        Assert.Equal(["names 0,1", "names 2,3", "names 4"], _batches);
    }

    [Fact]
    public async Task A_fault_of_the_source_is_an_error_at_every_field_that_asked()
    {
        var json = await Run("{ a: person(id: -1) { name } b: person(id: 1) { name } }");

        Assert.Equal(2, json.Split("Unexpected Execution Error").Length - 1);
        Assert.EndsWith("\"data\":{\"a\":{\"name\":null},\"b\":{\"name\":null}}}", json);
        Assert.DoesNotContain("secret", json);
    }

    [Fact]
    public async Task A_required_key_that_the_source_lacks_is_a_fault()
    {
        var loader = new Names([], AutoBatchScheduler.Default, 0);

        Assert.Null(await loader.LoadAsync(404));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => loader.LoadRequiredAsync(404));
        Assert.Equal(["n1", "n2"], await loader.LoadRequiredAsync([1, 2]));
    }

    [Fact]
    public async Task Values_can_be_put_into_the_cache_and_taken_out()
    {
        var loader = new Names(_batches, AutoBatchScheduler.Default, 0);
        loader.SetCacheEntry(1, Task.FromResult<string?>("given"));

        Assert.Equal("given", await loader.LoadAsync(1));
        loader.RemoveCacheEntry(1);
        Assert.Equal("n1", await loader.LoadAsync(1));
        loader.ClearCache();
        await loader.LoadAsync(1);
        Assert.Equal(["names 1", "names 1"], _batches);
    }

    /// <summary>Large batches first, then by keys: batches of one level are fetched side by side.</summary>
    private string[] Sorted()
        => [.. _batches.OrderByDescending(batch => batch.Split(',').Length).ThenBy(batch => batch.Split(' ')[1]).ThenBy(batch => batch)];

    private async Task<string> Run(string query, int batchSizeMax = 1024)
    {
        var executor = CodeSchema.Executor(
            Sdl,
            new()
            {
                ["Query.people"] = context => Enumerable.Range(0, (int)context.Arguments[0]!).Select(id => (object)id).ToArray(),
                ["Query.person"] = context => context.Arguments[0],
                ["Query.slow"] = FriendWithName,
                ["Person.id"] = context => context.Parent,
                ["Person.name"] = context => Get<Names>(context).LoadAsync((int)context.Parent!),
                ["Person.friend"] = context => Get<Friends>(context).LoadAsync((int)context.Parent!),
                ["Person.tags"] = LoadTags,
                ["Person.cached"] = context => Get<Cached>(context).LoadAsync((int)context.Parent!)
            },
            services: services => services
                .AddScoped<IBatchScheduler, BatchDispatcher>()
                .AddScoped(scope => new Names(_batches, scope.GetRequiredService<IBatchScheduler>(), batchSizeMax))
                .AddScoped(scope => new Friends(_batches, scope.GetRequiredService<IBatchScheduler>()))
                .AddScoped(scope => new Tags(_batches, scope.GetRequiredService<IBatchScheduler>()))
                .AddScoped(_ => new Cached(_batches)));
        return (await executor.ExecuteAsync(query)).ToJson(false);
    }

    private static async Task<object?> FriendWithName(FieldContext context)
    {
        var friend = await Get<Friends>(context).LoadAsync((int)context.Arguments[0]!);
        await Get<Names>(context).LoadAsync(friend);
        return friend;
    }

    private static async Task<object?> LoadTags(FieldContext context) => await Get<Tags>(context).LoadAsync((int)context.Parent!);

    private static T Get<T>(FieldContext context)
        where T : notnull
        => context.Services.GetRequiredService<T>();

    private static void Note(List<string> batches, string name, IEnumerable<int> keys)
    {
        lock (batches)
        {
            batches.Add($"{name} {string.Join(',', keys)}");
        }
    }

    private sealed class Names(List<string> batches, IBatchScheduler scheduler, int sizeMax)
        : BatchDataLoader<int, string>(scheduler, new DataLoaderOptions { MaxBatchSize = sizeMax })
    {
        protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken)
        {
            Note(batches, "names", keys);
            await Task.Yield();
            return keys.Contains(-1)
                ? throw new InvalidOperationException("a secret of the source")
                : keys.Where(key => key != 404).ToDictionary(key => key, key => $"n{key}");
        }
    }

    private sealed class Friends(List<string> batches, IBatchScheduler scheduler)
        : BatchDataLoader<int, int>(scheduler, new DataLoaderOptions())
    {
        protected override Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken)
        {
            Note(batches, "friends", keys);
            return Task.FromResult<IReadOnlyDictionary<int, int>>(keys.ToDictionary(key => key, key => key + 1));
        }
    }

    private sealed class Tags(List<string> batches, IBatchScheduler scheduler)
        : GroupedDataLoader<int, string>(scheduler, new DataLoaderOptions())
    {
        protected override async Task<ILookup<int, string>> LoadGroupedBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken)
        {
            Note(batches, "tags", keys);
            await Task.Yield();
            return keys.SelectMany(key => Enumerable.Repeat(key, key)).ToLookup(key => key, key => $"t{key}");
        }
    }

    private sealed class Cached(List<string> batches) : CacheDataLoader<int, string>(new DataLoaderOptions())
    {
        protected override Task<string> LoadSingleAsync(int key, CancellationToken cancellationToken)
        {
            Note(batches, "cached", [key]);
            return Task.FromResult($"c{key}");
        }
    }
}
