using System.Collections.Immutable;
using HotChocolate;
using HotChocolate.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Networks.HotChocolate.Tests.Inference;

public sealed class OutputTypeTests
{
    [Fact]
    public async Task Nullability_of_values_references_lists_and_tasks_is_what_csharp_says()
    {
        var schema = await InferredSchema.OfAsync(builder => builder.AddTypeExtension(typeof(NullabilityQueries)));
        Assert.Equal(
            [
                "always: String!", "maybe: String", "number: Int!", "maybeNumber: Int", "later: String!", "laterMaybe: String", "soon: Int",
                "list: [String!]!", "listOfMaybe: [String]", "numbers: [Int!]!", "maybeNumbers: [Int]!", "nested: [[String!]!]!"
            ],
            schema.Definition("type Query {"));
    }

    [Fact]
    public async Task Names_lose_get_and_async_and_enums_are_upper_snake()
    {
        var schema = await InferredSchema.OfAsync(builder => builder.AddTypeExtension(typeof(NamingQueries)));
        Assert.Equal(["wards: Int!", "ward: Int!", "away: Int!", "renamed: Int!", "kind: Kind!"], schema.Definition("type Query {"));
        Assert.Equal(["PEER_SUPPORT", "TOO_FAR", "UNDER_18"], schema.Definition("enum Kind {"));
        var answer = await schema.AskAsync("{ kind }");
        Assert.Equal("PEER_SUPPORT", (string)answer["data"]!["kind"]!);
    }

    [Fact]
    public async Task Members_of_base_types_are_fields_and_what_every_record_has_is_not()
    {
        var schema = await InferredSchema.OfAsync(builder => builder.AddTypeExtension(typeof(PageQueries)));
        Assert.Equal(["first: Row", "rows: [Row!]!", "total: Int!"], schema.Definition("type RowPage {").Order(StringComparer.Ordinal));
        Assert.Equal(["describe: String!", "name: String!"], schema.Definition("type Row {"));
    }

    [Fact]
    public async Task Interfaces_and_unions_are_what_csharp_types_implement()
    {
        var schema = await InferredSchema.OfAsync(builder => builder
            .AddTypeExtension(typeof(AnimalQueries))
            .AddType<IAnimal>()
            .AddType<Cat>()
            .AddType<Dog>());
        Assert.Contains("union Pet = Cat | Dog", schema.Text, StringComparison.Ordinal);
        Assert.Contains("type Cat implements Animal", schema.Text, StringComparison.Ordinal);
        var answer = await schema.AskAsync(
            "{ pets { __typename ... on Animal { name } ... on Dog { barks } } animal { __typename name } }");
        Assert.Equal(
            """[{"__typename":"Cat","name":"Tom"},{"__typename":"Dog","name":"Rex","barks":true}]""",
            answer["data"]!["pets"]!.ToJsonString());
        Assert.Equal("""{"__typename":"Cat","name":"Tom"}""", answer["data"]!["animal"]!.ToJsonString());
    }

    [Fact]
    public async Task Descriptions_come_from_the_attribute()
    {
        var schema = await InferredSchema.OfAsync(builder => builder.AddTypeExtension(typeof(DescribedQueries)));
        Assert.Contains("What it is.", schema.Text, StringComparison.Ordinal);
        Assert.Contains("How many.", schema.Text, StringComparison.Ordinal);
        var deprecated = await schema.AskAsync(
            """{ __type(name: "Query") { fields(includeDeprecated: true) { name isDeprecated deprecationReason } } }""");
        Assert.Contains("use described", deprecated.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extension_adds_fields_and_sees_its_parent()
    {
        var schema = await InferredSchema.OfAsync(builder => builder
            .AddTypeExtension(typeof(PageQueries))
            .AddTypeExtension(typeof(RowExtension)));
        var answer = await schema.AskAsync("{ page { rows { name shout } } }");
        Assert.Equal("A!", (string)answer["data"]!["page"]!["rows"]![0]!["shout"]!);
    }

    [Fact]
    public async Task Dates_are_the_scalar_they_are_bound_to()
    {
        var plain = await InferredSchema.OfAsync(builder => builder.AddTypeExtension(typeof(DateQueries)));
        Assert.Equal(["on: LocalDate!"], plain.Definition("type Query {"));
        var bound = await InferredSchema.OfAsync(
            builder => builder.AddTypeExtension(typeof(DateQueries)).BindRuntimeType<DateOnly, DateType>());
        Assert.Equal(["on: Date!"], bound.Definition("type Query {"));
        Assert.Equal("2026-11-22", (string)(await bound.AskAsync("{ on }"))["data"]!["on"]!);
    }

    [QueryType]
    public static class NullabilityQueries
    {
        public static string GetAlways() => "";

        public static string? GetMaybe() => null;

        public static int GetNumber() => 1;

        public static int? GetMaybeNumber() => null;

        public static Task<string> GetLaterAsync() => Task.FromResult("");

        public static Task<string?> GetLaterMaybeAsync() => Task.FromResult<string?>(null);

        public static ValueTask<int?> GetSoonAsync() => new((int?)null);

        public static IReadOnlyList<string> GetList() => [];

        public static string?[]? GetListOfMaybe() => null;

        public static ImmutableArray<int> GetNumbers() => [];

        public static IEnumerable<int?> GetMaybeNumbers() => [];

        public static List<string[]> GetNested() => [];
    }

    [QueryType]
    public static class NamingQueries
    {
        public static int GetWards() => 1;

        public static Task<int> GetWardAsync() => Task.FromResult(1);

        public static int Getaway() => 1;

        [GraphQLName("renamed")]
        public static int GetOld() => 1;

        public static Kind GetKind() => Kind.PeerSupport;

        [GraphQLIgnore]
        public static int GetHidden() => 1;
    }

    public enum Kind
    {
        PeerSupport,
        TooFar,

        [GraphQLName("UNDER_18")]
        Under18
    }

    [QueryType]
    public static class PageQueries
    {
        public static RowPage GetPage() => new() { Rows = [new Row("a")], First = null };
    }

    public abstract class Page<T>
    {
        public required IReadOnlyList<T> Rows { get; init; }

        public required T? First { get; init; }
    }

    public sealed class RowPage : Page<Row>
    {
        public int Total => Rows.Count;
    }

    public sealed record Row(string Name)
    {
        public string Describe() => Name;
    }

    [ExtendObjectType<Row>]
    public static class RowExtension
    {
        public static string GetShout([Parent] Row row) => row.Name.ToUpperInvariant() + "!";
    }

    [QueryType]
    public static class AnimalQueries
    {
        public static IReadOnlyList<IPet> GetPets() => [new Cat(), new Dog()];

        public static IAnimal GetAnimal() => new Cat();
    }

    [InterfaceType("Animal")]
    public interface IAnimal
    {
        string Name { get; }
    }

    [UnionType("Pet")]
    public interface IPet;

    public sealed class Cat : IAnimal, IPet
    {
        public string Name => "Tom";
    }

    public sealed class Dog : IAnimal, IPet
    {
        public string Name => "Rex";

        public bool Barks => true;
    }

    [QueryType]
    public static class DescribedQueries
    {
        [GraphQLDescription("What it is.")]
        public static int GetDescribed([GraphQLDescription("How many.")] int count = 1) => count;

        [GraphQLDeprecated("use described")]
        public static int GetOld() => 1;
    }

    [QueryType]
    public static class DateQueries
    {
        public static DateOnly GetOn() => new(2026, 11, 22);
    }
}
