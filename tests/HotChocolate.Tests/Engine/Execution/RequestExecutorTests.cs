using System.Collections.Concurrent;
using System.Text.Json;
using HotChocolate;
using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.Model;
using Networks.HotChocolate.Tests.Engine.Support;

namespace Networks.HotChocolate.Tests.Engine.Execution;

public sealed class RequestExecutorTests
{
    private const string Sdl = """
        type Query {
          a: String b: String list: [Int!] deep: Deep text(v: String): String id(v: ID): ID
          date(v: Date): Date at(v: DateTime): DateTime long(v: Long): Long
          slow: String fails: String own: String many: [Deep!]! float(v: Float): Float ints(v: [Int!]): String
        }
        type Deep { a: String deep: Deep must: String! list: [Deep!]! }
        type Mutation { one: Int two: Int three: Int }
        type Subscription { tick: Int }
        """;

    private static readonly Dictionary<string, Func<FieldContext, object?>> _resolvers = new()
    {
        ["Query.a"] = _ => "A",
        ["Query.b"] = _ => "B",
        ["Query.deep"] = _ => "d",
        ["Query.many"] = _ => Enumerable.Range(0, 100).Select(i => (object)i),
        ["Deep.a"] = _ => "x",
        ["Deep.deep"] = _ => "d",
        ["Deep.list"] = _ => Enumerable.Range(0, 100).Select(i => (object)i),
        ["Query.date"] = context => context.Arguments[0],
        ["Query.at"] = context => context.Arguments[0],
        ["Query.long"] = context => context.Arguments[0],
        ["Query.text"] = context => context.Arguments[0],
        ["Query.id"] = context => context.Arguments[0],
        ["Query.float"] = context => context.Arguments[0],
        ["Query.ints"] = context => context.Arguments[0] is null ? "null" : string.Join('+', (object?[])context.Arguments[0]!),
        ["Query.slow"] = context => Late(context.RequestAborted),
        ["Query.fails"] = _ => throw new InvalidOperationException("password=secret"),
        ["Query.own"] = _ => throw new GraphQLException(
            ErrorBuilder.New().SetMessage("mine").SetCode("MY_CODE").SetExtension("more", 1).Build())
    };

    [Theory]
    [InlineData("{ b a b: b }", """{"data":{"b":"B","a":"A"}}""")]
    [InlineData("{ date(v: \"2026-02-28\") }", """{"data":{"date":"2026-02-28"}}""")]
    [InlineData("{ at(v: \"2026-02-28T10:30:00+02:00\") }", """{"data":{"at":"2026-02-28T08:30:00Z"}}""")]
    [InlineData("{ at(v: \"2026-02-28T10:30:00.5Z\") }", """{"data":{"at":"2026-02-28T10:30:00.500Z"}}""")]
    [InlineData("{ long(v: 9007199254740993) }", """{"data":{"long":9007199254740993}}""")]
    [InlineData("{ id(v: 12345678901234567890123) }", """{"data":{"id":"12345678901234567890123"}}""")]
    [InlineData("{ text(v: \"\\u0000\\u001f<é>\\\\ \\\"\") }", """{"data":{"text":"\u0000\u001F<é>\\ \""}}""")]
    [InlineData("{ float(v: 3) }", """{"data":{"float":3}}""")]
    [InlineData(
        "{ deep { must } }",
        "{\"errors\":[{\"message\":\"Cannot return null for non-nullable field.\",\"locations\":[{\"line\":1,\"column\":10}],"
            + "\"path\":[\"deep\",\"must\"],\"extensions\":{\"code\":\"HC0018\"}}],\"data\":{\"deep\":null}}")]
    public async Task A_query_is_answered(string query, string json)
        => Assert.Equal(json, (await Executor().ExecuteAsync(query)).ToJson(false));

    [Theory]
    [InlineData("{ date(v: \"2026-02-30\") }", "Date cannot represent value: \"2026-02-30\"")]
    [InlineData("{ date(v: 20260228) }", "Date cannot represent value: 20260228")]
    [InlineData("{ at(v: \"2026-02-28\") }", "DateTime cannot represent value: \"2026-02-28\"")]
    [InlineData("{ at(v: \"2026-02-28T10:30:00\") }", "DateTime cannot represent value")]
    [InlineData("{ long(v: 9999999999999999999) }", "Long cannot represent value")]
    [InlineData("subscription { tick }", "The subscription names no field that has events.")]
    public async Task A_request_that_cannot_be_served_is_refused_before_any_resolver_runs(string query, string message)
    {
        var result = (await Executor().ExecuteAsync(query)).ExpectOperationResult();

        Assert.False(result.IsDataSet);
        Assert.StartsWith(message, Assert.Single(result.Errors!).Message);
    }

    [Fact]
    public async Task An_operation_is_chosen_by_its_name()
    {
        const string document = "query A { a } query B { b }";

        Assert.Equal("""{"data":{"b":"B"}}""", await Run(request => request.SetDocument(document).SetOperationName("B")));
        Assert.Contains("no operation named \\\"C\\\"", await Run(request => request.SetDocument(document).SetOperationName("C")));
        Assert.Contains("several operations", await Run(request => request.SetDocument(document)));
        Assert.Contains(
            "\"code\":\"HC_OPERATION_NOT_ALLOWED\"",
            await Run(request => request.SetDocument("mutation { one }").SetAllowedOperations(OperationKind.Query)));
    }

    [Theory]
    [InlineData("Int!", "null", "of non-null type \\\"Int!\\\" must not be null")]
    [InlineData("Int!", "\"1\"", "got invalid value \\\"1\\\"; Int cannot represent non-integer value")]
    [InlineData("Int!", "1e400", "Int cannot represent non 32-bit signed integer value")]
    [InlineData("Int!", "123456789012345678901234567890", "Int cannot represent non 32-bit signed integer value")]
    [InlineData("[Int!]", "[1, \"x\"]", "got invalid value \\\"x\\\" at \\\"v[1]\\\"; Int cannot represent")]
    [InlineData("[Int!]", "[1, null]", "at \\\"v[1]\\\"; Expected non-nullable type \\\"Int!\\\" not to be null.")]
    [InlineData("[Int!]", "{}", "Int cannot represent non-integer value: { ... }")]
    public async Task A_variable_that_does_not_fit_is_told_with_the_place_inside_it(string type, string value, string message)
    {
        using var variables = JsonDocument.Parse($"{{\"v\":{value}}}");
        var given = variables.RootElement.EnumerateObject().ToDictionary(entry => entry.Name, entry => (object?)entry.Value);

        var use = type[0] == '[' ? "$v" : "[$v]";
        var json = await Run(request => request
            .SetDocument($"query($v: {type}) {{ ints(v: [1]) x: ints(v: {use}) }}")
            .SetVariableValues(given));

        Assert.Contains(message, json);
        Assert.DoesNotContain("\"data\"", json);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_a_variable_is_refused()
    {
        using var variables = JsonDocument.Parse("{\"v\":\"\\ud800\"}");
        var given = new Dictionary<string, object?> { ["v"] = variables.RootElement.GetProperty("v") };

        var json = await Run(request => request.SetDocument("query($v: String) { text(v: $v) }").SetVariableValues(given));

        Assert.Contains("half of a surrogate pair", json);
    }

    [Fact]
    public async Task Conditions_by_variables_choose_fields_anew_for_each_request()
    {
        var executor = Executor();
        const string document = "query($x: Boolean!, $y: Boolean = true) "
            + "{ a @include(if: $x) ...F @skip(if: $x) ...F @include(if: $y) } fragment F on Query { b }";

        Assert.Equal("""{"data":{"a":"A","b":"B"}}""", await Ask(true, null));
        Assert.Equal("""{"data":{"a":"A"}}""", await Ask(true, false));
        Assert.Equal("""{"data":{"b":"B"}}""", await Ask(false, false));
        Assert.Equal("""{"data":{"a":"A","b":"B"}}""", await Ask(true, true));
        Assert.Equal(1, executor.CachedDocuments);

        async Task<string> Ask(bool x, bool? y)
        {
            var variables = new Dictionary<string, object?> { ["x"] = x };
            if (y is not null)
            {
                variables["y"] = y;
            }

            return (await executor.ExecuteAsync(request => request.SetDocument(document).SetVariableValues(variables))).ToJson(false);
        }
    }

    [Fact]
    public async Task An_unexpected_exception_says_nothing_of_its_inside()
    {
        var json = await Run(request => request.SetDocument("{ fails a }"));

        Assert.Equal(
            """{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":3}],"path":["fails"]}],"""
            + "\"data\":{\"fails\":null,\"a\":\"A\"}}",
            json);
    }

    [Fact]
    public async Task An_input_type_that_throws_is_an_error_wherever_its_value_stands()
    {
        var schema = SdlSchema.Build("type Query { a(v: I): Int } input I { b: Int }");
        ((InputObjectModel)schema.Types["I"]).Create = _ => throw new InvalidOperationException("password=secret");
        var executor = new RequestExecutor(schema, new ExecutorOptions());
        var given = new Dictionary<string, object?> { ["v"] = new Dictionary<string, object?> { ["b"] = 1 } };

        var byLiteral = await executor.ExecuteAsync("{ a(v: { b: 1 }) }");
        var byVariable = await executor.ExecuteAsync(request => request.SetDocument("query($v: I) { a(v: $v) }").SetVariableValues(given));

        Assert.StartsWith("{\"errors\":[{\"message\":\"Unexpected Execution Error\"", byLiteral.ToJson(false));
        Assert.StartsWith("{\"errors\":[{\"message\":\"Unexpected Execution Error\"", byVariable.ToJson(false));
        Assert.DoesNotContain("secret", byLiteral.ToJson() + byVariable.ToJson());
    }

    [Fact]
    public async Task A_resolvers_own_error_keeps_its_code_and_gets_its_place()
        => Assert.Equal(
            "{\"errors\":[{\"message\":\"mine\",\"locations\":[{\"line\":1,\"column\":3}],\"path\":[\"own\"],"
            + "\"extensions\":{\"code\":\"MY_CODE\",\"more\":1}}],\"data\":{\"own\":null}}",
            await Run(request => request.SetDocument("{ own }")));

    [Fact]
    public async Task An_error_filter_sees_the_exception_and_may_replace_the_error()
    {
        var executor = CodeSchema.Executor(Sdl, _resolvers, new ExecutorOptions { ErrorFilters = [new Coded()] });

        Assert.Contains("\"message\":\"hidden\",", (await executor.ExecuteAsync("{ fails }")).ToJson(false));
        Assert.Contains("\"extensions\":{\"code\":\"INTERNAL\"}", (await executor.ExecuteAsync("{ fails }")).ToJson(false));
    }

    [Fact]
    public async Task Query_fields_run_side_by_side_and_mutation_fields_one_after_another()
    {
        var log = new ConcurrentQueue<string>();
        async Task<int> Work(string name)
        {
            log.Enqueue("+" + name);
            await Task.Yield();
            await Task.Yield();
            log.Enqueue("-" + name);
            return 1;
        }

        // Neither field can end before the other has begun; run one after another, they would wait for ever.
        var begun = 0;
        var bothBegun = new TaskCompletionSource();
        async Task<int> Meet()
        {
            if (Interlocked.Increment(ref begun) == 2)
            {
                bothBegun.SetResult();
            }

            await bothBegun.Task.WaitAsync(TimeSpan.FromMinutes(1));
            return 1;
        }

        var executor = CodeSchema.Executor(Sdl.Replace("a: String b: String list", "one: Int two: Int three: Int list"), new()
        {
            ["Query.one"] = _ => Meet(),
            ["Query.two"] = _ => Meet(),
            ["Mutation.one"] = _ => Work("one"),
            ["Mutation.two"] = _ => Work("two"),
            ["Mutation.three"] = _ => Work("three")
        });

        await executor.ExecuteAsync("mutation { two one three }");
        Assert.Equal(["+two", "-two", "+one", "-one", "+three", "-three"], log);
        Assert.Null((await executor.ExecuteAsync("{ two one }")).ExpectOperationResult().Errors);
    }

    [Fact]
    public async Task A_request_that_takes_too_long_ends_with_a_code_even_if_a_resolver_never_answers()
    {
        var executor = CodeSchema.Executor(
            "type Query { never: Int }",
            new() { ["Query.never"] = _ => new TaskCompletionSource<object?>().Task },
            new ExecutorOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(50) });

        var result = (await executor.ExecuteAsync("{ never }")).ExpectOperationResult();

        Assert.Equal("HC0045", Assert.Single(result.Errors!).Code);
        Assert.False(result.IsDataSet);
    }

    private static async Task<string?> Late(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return "late";
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_request()
    {
        using var gone = new CancellationTokenSource();
        var run = Executor().ExecuteAsync("{ slow }", gone.Token);
        await gone.CancelAsync();

        Assert.Equal("HC0049", Assert.Single((await run).ExpectOperationResult().Errors!).Code);
    }

    [Fact]
    public async Task An_answer_that_would_grow_without_measure_is_refused()
    {
        var executor = CodeSchema.Executor(Sdl, _resolvers, new ExecutorOptions { ResultFieldsMax = 50_000 });

        var result = (await executor.ExecuteAsync("{ many { list { list { list { a } } } } }")).ExpectOperationResult();

        Assert.Contains("more than 50000 fields", Assert.Single(result.Errors!).Message);
    }

    [Fact]
    public async Task Fragments_that_double_at_each_level_end_at_the_bound_of_the_answer()
    {
        var fragments = Enumerable.Range(0, 100)
            .Select(i => $"fragment F{i} on Deep {{ x: deep {{ ...F{i + 1} }} y: deep {{ ...F{i + 1} }} }}");
        var executor = CodeSchema.Executor(Sdl, _resolvers, new ExecutorOptions { ResultFieldsMax = 100_000 });

        var result = await executor.ExecuteAsync("{ deep { ...F0 } } " + string.Concat(fragments) + " fragment F100 on Deep { a }");

        Assert.Contains("more than 100000 fields", result.ToJson());
    }

    [Fact]
    public async Task Documents_are_kept_up_to_a_bound_and_hostile_ones_not_at_all()
    {
        var executor = CodeSchema.Executor(Sdl, _resolvers, new ExecutorOptions { CachedDocumentsMax = 10 });
        for (var i = 0; i < 100; i++)
        {
            await executor.ExecuteAsync($"{{ a{i}: a }}");
        }

        Assert.InRange(executor.CachedDocuments, 5, 10);
        await executor.ExecuteAsync("{ nope }");
        await executor.ExecuteAsync("{ a } #" + new string('x', 100_000));
        Assert.InRange(executor.CachedDocuments, 5, 10);
    }

    [Fact]
    public async Task A_hundred_requests_at_once_are_answered_each_with_its_own_values()
    {
        var executor = Executor();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => executor.ExecuteAsync(request => request
            .SetDocument("query($v: String) { text(v: $v) b }")
            .SetVariableValues(new Dictionary<string, object?> { ["v"] = $"t{i}" })))));

        Assert.All(
            answers.Index(),
            answer => Assert.Equal($$$"""{"data":{"text":"t{{{answer.Index}}}","b":"B"}}""", answer.Item.ToJson(false)));
    }

    private static RequestExecutor Executor() => CodeSchema.Executor(Sdl, _resolvers);

    private static async Task<string> Run(Action<OperationRequestBuilder> request)
        => (await Executor().ExecuteAsync(request)).ToJson(false);

    private sealed class Coded : IErrorFilter
    {
        public IError OnError(IError error)
            => error.Exception is InvalidOperationException ? error.WithMessage("hidden").WithCode("INTERNAL") : error;
    }
}
