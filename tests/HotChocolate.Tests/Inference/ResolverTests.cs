using GreenDonut;
using HotChocolate;
using HotChocolate.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Networks.HotChocolate.Tests.Inference;

public sealed class ResolverTests
{
    [Fact]
    public async Task Services_cancellation_and_data_loaders_are_no_arguments()
    {
        var schema = await InferredSchema.OfAsync(
            builder => builder.AddTypeExtension(typeof(ServiceQueries)).AddDataLoader<LengthOfWord>(),
            services => services.AddSingleton(new Greeting("hello")));
        Assert.Equal(
            ["cancellable(word: String!): Boolean!", "greeting(name: String!): String!", "lengths(words: [String!]!): [Word!]!"],
            schema.Definition("type Query {").Order(StringComparer.Ordinal));
        Assert.Equal("hello Ann", (string)(await schema.AskAsync("""{ greeting(name: "Ann") }"""))["data"]!["greeting"]!);
    }

    [Fact]
    public async Task Loads_of_one_request_share_a_batch()
    {
        var schema = await InferredSchema.OfAsync(
            builder => builder.AddTypeExtension(typeof(ServiceQueries)).AddDataLoader<LengthOfWord>(),
            services => services.AddSingleton(new Greeting("hello")));
        LengthOfWord.Batches = 0;
        var answer = await schema.AskAsync("""{ lengths(words: ["a", "bb", "a", "ccc"]) { length } }""");
        Assert.Equal("""[{"length":1},{"length":2},{"length":1},{"length":3}]""", answer["data"]!["lengths"]!.ToJsonString());
        Assert.Equal(1, LengthOfWord.Batches);
    }

    [Fact]
    public async Task A_fault_is_hidden_and_the_filter_sees_it()
    {
        var schema = await InferredSchema.OfAsync(builder => builder
            .AddTypeExtension(typeof(FaultQueries))
            .AddErrorFilter(error => error.Exception is InvalidOperationException
                ? error.WithMessage("Filtered.").WithCode("FAULT").WithException(null)
                : error));
        var answer = await schema.AskAsync("{ faulty fine }");
        Assert.Equal("Filtered.", (string)answer["errors"]![0]!["message"]!);
        Assert.Equal("FAULT", (string)answer["errors"]![0]!["extensions"]!["code"]!);
        Assert.Equal(1, (int)answer["data"]!["fine"]!);
        var told = await schema.AskAsync("{ told }");
        Assert.Equal("Told.", (string)told["errors"]![0]!["message"]!);
        Assert.Equal("TOLD", (string)told["errors"]![0]!["extensions"]!["code"]!);
    }

    [Fact]
    public async Task A_schema_without_fields_or_with_types_that_have_none_is_refused()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => InferredSchema.OfAsync(_ => { }));
        await Assert.ThrowsAnyAsync<Exception>(() => InferredSchema.OfAsync(builder => builder.AddTypeExtension(typeof(EmptyTypeQueries))));
    }

    public sealed record Greeting(string Text);

    [QueryType]
    public static class ServiceQueries
    {
        public static string GetGreeting(string name, Greeting greeting) => $"{greeting.Text} {name}";

        public static bool GetCancellable(string word, CancellationToken cancellationToken) =>
            cancellationToken.CanBeCanceled && word.Length > 0;

        public static IReadOnlyList<Word> GetLengths(IReadOnlyList<string> words) => [.. words.Select(word => new Word(word))];
    }

    public sealed class Word(string text)
    {
        public Task<int> GetLengthAsync(LengthOfWord lengths, CancellationToken cancellationToken) =>
            lengths.LoadAsync(text, cancellationToken);
    }

    public sealed class LengthOfWord(IBatchScheduler batches, DataLoaderOptions options) : BatchDataLoader<string, int>(batches, options)
    {
        public static int Batches { get; set; }

        protected override Task<IReadOnlyDictionary<string, int>> LoadBatchAsync(
            IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            Batches++;
            return Task.FromResult<IReadOnlyDictionary<string, int>>(keys.ToDictionary(key => key, key => key.Length));
        }
    }

    [QueryType]
    public static class FaultQueries
    {
        public static int? GetFaulty() => throw new InvalidOperationException("Secret.");

        public static int? GetTold() => throw new GraphQLException(ErrorBuilder.New().SetMessage("Told.").SetCode("TOLD").Build());

        public static int GetFine() => 1;
    }

    [QueryType]
    public static class EmptyTypeQueries
    {
        public static Empty GetEmpty() => new();
    }

    public sealed class Empty;
}
