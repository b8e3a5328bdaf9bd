using HotChocolate;
using HotChocolate.Types;
using Microsoft.Extensions.DependencyInjection;
using ComponentDefaultValue = System.ComponentModel.DefaultValueAttribute;

namespace Networks.HotChocolate.Tests.Inference;

public sealed class InputTypeTests
{
    [Fact]
    public async Task Arguments_keep_their_nullability_and_their_defaults()
    {
        var schema = await InferredSchema.OfAsync(builder => builder.AddTypeExtension(typeof(ArgumentQueries)));
        Assert.Equal(
            [
                "defaults(n: Int! = 3 m: Int = 4 text: String kind: Kind! = ON_FOOT): String!",
                "forced(n: Int! = 3): String!",
                "typed(id: ID! ids: [ID!]): String!"
            ],
            schema.Definition("type Query {").Order(StringComparer.Ordinal));
        Assert.Equal("3 4 - OnFoot", (string)(await schema.AskAsync("{ defaults }"))["data"]!["defaults"]!);
        Assert.Equal(
            "1  x ByBus",
            (string)(await schema.AskAsync("""{ defaults(n: 1, m: null, text: "x", kind: BY_BUS) }"""))["data"]!["defaults"]!);
        Assert.Equal("a|b,c", (string)(await schema.AskAsync("""{ typed(id: "a", ids: ["b", "c"]) }"""))["data"]!["typed"]!);
        Assert.Equal("7|", (string)(await schema.AskAsync("{ typed(id: 7) }"))["data"]!["typed"]!);
    }

    [Fact]
    public async Task Records_are_input_objects_by_their_properties_or_their_constructor()
    {
        var schema = await InferredSchema.OfAsync(builder => builder.AddTypeExtension(typeof(ObjectQueries)));
        Assert.Equal(["name: String!", "age: Int = 18", "tags: [String!]", "inner: PointInput"], schema.Definition("input PersonInput {"));
        Assert.Equal(["x: Float!", "y: Float! = 1.5"], schema.Definition("input PointInput {"));
        Assert.Equal(
            "Ann 18 a;b 2,1.5",
            (string)(
                await schema.AskAsync("""{ person(input: { name: "Ann", tags: ["a", "b"], inner: { x: 2 } }) }"""))["data"]!["person"]!);
        Assert.Equal("Bo  - ", (string)(await schema.AskAsync("""{ person(input: { name: "Bo", age: null }) }"""))["data"]!["person"]!);
    }

    [Fact]
    public async Task An_absent_optional_is_told_from_null()
    {
        var schema = await InferredSchema.OfAsync(builder => builder.AddTypeExtension(typeof(OptionalQueries)));
        Assert.Equal(["name: String"], schema.Definition("input ChangeInput {"));
        Assert.Equal("absent", (string)(await schema.AskAsync("{ change(input: {}) }"))["data"]!["change"]!);
        Assert.Equal("null", (string)(await schema.AskAsync("{ change(input: { name: null }) }"))["data"]!["change"]!);
        Assert.Equal("Ann", (string)(await schema.AskAsync("""{ change(input: { name: "Ann" }) }"""))["data"]!["change"]!);
    }

    [QueryType]
    public static class ArgumentQueries
    {
        public static string GetDefaults(int n = 3, int? m = 4, string? text = null, Kind kind = Kind.OnFoot) =>
            $"{n} {m} {text ?? "-"} {kind}";

        public static string GetForced([DefaultValue(3)] int? n) => $"{n}";

        public static string GetTyped([GraphQLType("ID!")] string id, [GraphQLType("[ID!]")] IReadOnlyList<string>? ids) =>
            id + "|" + string.Join(',', ids ?? []);
    }

    public enum Kind
    {
        OnFoot,
        ByBus
    }

    [QueryType]
    public static class ObjectQueries
    {
        public static string GetPerson(Person input) =>
            string.Join(' ', input.Name, input.Age, Tags(input.Tags), Point(input.Inner));

        private static string Tags(IReadOnlyList<string>? tags) => tags is null ? "-" : string.Join(';', tags);

        private static string Point(PointInput? at) => at is null ? "" : FormattableString.Invariant($"{at.X},{at.Y}");
    }

    public sealed record Person
    {
        public required string Name { get; init; }

        [ComponentDefaultValue(18)]
        public int? Age { get; init; }

        public IReadOnlyList<string>? Tags { get; init; }

        public PointInput? Inner { get; init; }
    }

    public sealed record PointInput(double X, double Y = 1.5);

    [QueryType]
    public static class OptionalQueries
    {
        public static string GetChange(ChangeInput input) => input.Name.HasValue ? input.Name.Value ?? "null" : "absent";
    }

    public sealed record ChangeInput
    {
        public Optional<string?> Name { get; init; }
    }
}
