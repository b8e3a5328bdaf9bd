using HotChocolate.Language;
using HotChocolate.Model;
using HotChocolate.Validation;
using Networks.HotChocolate.Tests.Engine.Support;

namespace Networks.HotChocolate.Tests.Engine.Validation;

/// <summary>Section 5 of the specification, rule by rule: documents that keep it, and documents that break it with what is said.</summary>
public sealed class DocumentValidatorTests
{
    private static SchemaModel Schema { get; } = SdlSchema.Build(Resources.Text("schema.graphql"));

    [Theory]
    [InlineData("{ dog { id } }")]
    [InlineData("query A { dog { id } } query B { cat { id } } mutation C { second { id } }")]
    [InlineData("subscription { ticks }")]
    [InlineData("subscription S { ...F } fragment F on Subscription { ticks ticks }")]
    [InlineData("subscription { ticks humans @skip(if: true) { id } }")]
    [InlineData("{ dog { __typename } __schema { description } __type(name: \"Dog\") { name } }")]
    [InlineData("{ dogOrHuman { __typename ... on Dog { barks } } }")]
    [InlineData("{ pet { ... on Dog { size } ... on Cat { lives } } }")]
    [InlineData("{ dog { ...F ...F } } fragment F on Node { id ...G } fragment G on Being { name }")]
    [InlineData("{ node(id: 1) { ... on Pet { owner { id } } ... { id } } }")]
    [InlineData("{ anything { ... on Node { id } ... on Pet { name } } }")]
    [InlineData("{ dog { name name(formal: null) } }", "differing arguments")]
    [InlineData("{ pet { ... on Dog { a: name(formal: true) } ... on Cat { a: name(formal: false) } } }")]
    [InlineData("{ pet { ... on Dog { a: barks } ... on Cat { a: meows } } }", "conflicting types")]
    [InlineData("{ pet { ... on Dog { a: barks } ... on Cat { a: size } } }")]
    [InlineData("query ($a: Int!) { echoInt(v: $a) }")]
    [InlineData("query ($a: Int = 3) { echoMany(b: $a) }")]
    [InlineData("query ($a: Int) { echoMany(b: $a) }")]
    [InlineData("query ($a: Int!) { echoList(v: [1, $a]) echoMatrix(v: [[$a]]) }")]
    [InlineData("query ($a: Filter) { echoFilter(v: $a, w: { inner: $a, moods: HAPPY, matrix: [[1, null]] }) }")]
    [InlineData("query ($f: Boolean!) { dog @include(if: $f) { id @skip(if: false) } }")]
    [InlineData("{ dog @repeat @repeat(times: 2) { id } }")]
    [InlineData("{ echoFloat(v: 1) echoId(v: 12) echoList(v: 1) echoMatrix(v: 1) }")]
    [InlineData("query ($a: Mood @once) { echoMood(v: $a) }")]
    public void A_document_that_keeps_the_rules_is_accepted(string document, string? otherwise = null)
    {
        var errors = Validate(document);

        Assert.Equal(otherwise is null ? 0 : 1, errors.Length);
        Assert.All(errors, message => Assert.Contains(otherwise!, message));
    }

    [Theory]
    [InlineData("{ dog { id } } type X { a: Int }", "\"X\" definition is not executable")]
    [InlineData("schema { query: Q } { dog { id } }", "schema definition is not executable")]
    [InlineData("fragment F on Dog { id }", "holds no operation", "Fragment \"F\" is never used.")]
    [InlineData("query A { dog { id } } query A { dog { id } }", "There can be only one operation named \"A\".")]
    [InlineData("{ dog { id } } query A { dog { id } }", "This anonymous operation must be the only defined operation.")]
    [InlineData("subscription S { ticks humans { id } }", "Subscription \"S\" must select only one top level field.")]
    [InlineData("subscription { __typename }", "must not select an introspection top level field.")]
    [InlineData("{ dog { meows } }", "Cannot query field \"meows\" on type \"Dog\".")]
    [InlineData("{ pet { barks } }", "Cannot query field \"barks\" on type \"Pet\".")]
    [InlineData("{ dogOrHuman { id } }", "Cannot query field \"id\" on type \"DogOrHuman\".")]
    [InlineData("{ dog { __schema { description } } }", "Cannot query field \"__schema\" on type \"Dog\".")]
    [InlineData("{ dog }", "Field \"dog\" of type \"Dog\" must have a selection of subfields.")]
    [InlineData("{ dog { id { x } } }", "Field \"id\" must not have a selection since type \"ID!\" has no subfields.")]
    [InlineData("{ dog { a: barks a: size } }", "\"barks\" and \"size\" are different fields", "conflicting types")]
    [InlineData("{ dog { name name(formal: true) } }", "they have differing arguments")]
    [InlineData("{ dog { a: name } dog { a: nickname } }", "\"name\" and \"nickname\" are different fields")]
    [InlineData("{ dog { ...F ...G } } fragment F on Dog { a: name } fragment G on Dog { a: nickname }", "are different fields")]
    [InlineData("{ pet { ... on Dog { owner { a: id } } ... on Cat { owner { a: score } } } }", "conflicting types \"ID!\" and \"Float\"")]
    [InlineData("{ echoInt(v: 1, v: 2) }", "There can be only one argument named \"v\".")]
    [InlineData("{ echoInt(w: 1) }", "Unknown argument \"w\" on field \"Query.echoInt\".")]
    [InlineData("{ echoString }", "Field \"echoString\" argument \"v\" of type \"String!\" is required, but it was not provided.")]
    [InlineData("{ dog @skip { id } }", "Directive \"@skip\" argument \"if\" of type \"Boolean!\" is required")]
    [InlineData("{ dog { ...F } } fragment F on Dog { id } fragment F on Dog { name }", "There can be only one fragment named \"F\".")]
    [InlineData("{ dog { ...F } } fragment F on Nope { id }", "Unknown type \"Nope\".")]
    [InlineData("{ dog { ... on Nope { id } } }", "Unknown type \"Nope\".")]
    [InlineData("{ dog { ...F } } fragment F on Mood { id }", "Fragment \"F\" cannot condition on non composite type \"Mood\".")]
    [InlineData("{ dog { ... on Filter { id } } }", "Fragment cannot condition on non composite type \"Filter\".")]
    [InlineData("{ dog { id } } fragment F on Dog { id }", "Fragment \"F\" is never used.")]
    [InlineData("{ dog { ...Nope } }", "Unknown fragment \"Nope\".")]
    [InlineData("{ dog { ...F } } fragment F on Dog { ...F }", "Cannot spread fragment \"F\" within itself.")]
    [InlineData(
        "{ dog { ...F } } fragment F on Dog { owner { ...G } } fragment G on Human { pets { ...F } }",
        "Cannot spread fragment \"F\" within itself via \"G\".")]
    [InlineData("{ dog { ... on Cat { id } } }", "Fragment cannot be spread here as objects of type \"Dog\" can never be of type \"Cat\".")]
    [InlineData("{ dog { ...F } } fragment F on Human { id }", "Fragment \"F\" cannot be spread here")]
    [InlineData("{ pet { ... on Human { id } } }", "objects of type \"Pet\" can never be of type \"Human\".")]
    [InlineData("{ echoInt(v: \"1\") }", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("{ echoInt(v: 2147483648) }", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("{ echoInt(v: 999999999999999999999999999999) }", "non 32-bit signed integer")]
    [InlineData("{ echoInt(v: 1.0) }", "Int cannot represent non-integer value: 1.0")]
    [InlineData("{ echoFloat(v: 1e999) }", "Float cannot represent non numeric value: 1e999")]
    [InlineData("{ echoString(v: 1) }", "String cannot represent a non string value: 1")]
    [InlineData("{ echoBoolean(v: 1) }", "Boolean cannot represent a non boolean value: 1")]
    [InlineData("{ echoId(v: 1.5) }", "ID cannot represent a non-string and non-integer value: 1.5")]
    [InlineData("{ echoMood(v: \"HAPPY\") }", "Enum \"Mood\" cannot represent non-enum value: \"HAPPY\".")]
    [InlineData("{ echoMood(v: SAD) }", "Value \"SAD\" does not exist in \"Mood\" enum.")]
    [InlineData("{ echoString(v: null) }", "Expected value of type \"String!\", found null.")]
    [InlineData("{ echoList(v: [1, null]) }", "Expected value of type \"Int!\", found null.")]
    [InlineData("{ echoFilter(v: 1) }", "Expected value of type \"Filter\", found 1.")]
    [InlineData("{ echoFilter(v: { nope: 1 }) }", "Field \"nope\" is not defined by type \"Filter\".")]
    [InlineData("{ echoFilter(v: { text: \"a\", text: \"b\" }) }", "There can be only one input field named \"text\".")]
    [InlineData("{ echoStrict(v: { a: 1 }) }", "Field \"Strict.b\" of required type \"[String!]!\" was not provided.")]
    [InlineData("{ dog @nope { id } }", "Unknown directive \"@nope\".")]
    [InlineData("{ dog @deprecated { id } }", "Directive \"@deprecated\" may not be used on FIELD.")]
    [InlineData("query @skip(if: true) { dog { id } }", "Directive \"@skip\" may not be used on QUERY.")]
    [InlineData("{ dog @once @once { id } }", "The directive \"@once\" can only be used once at this location.")]
    [InlineData("query ($a: Int, $a: Int) { echoInt(v: $a) }", "There can be only one variable named \"$a\".")]
    [InlineData("query ($a: Dog) { echoInt(v: $a) }", "Variable \"$a\" cannot be non-input type \"Dog\".", "used in position expecting")]
    [InlineData("query ($a: [Nope!]) { echoInt(v: $a) }", "Unknown type \"Nope\".")]
    [InlineData("query ($a: Int = \"x\") { echoInt(v: $a) }", "Int cannot represent non-integer value: \"x\"")]
    [InlineData("{ echoInt(v: $a) }", "Variable \"$a\" is not defined.")]
    [InlineData("query Q { ...F } fragment F on Query { echoInt(v: $a) }", "Variable \"$a\" is not defined by operation \"Q\".")]
    [InlineData("query Q($a: Int) { dog { id } }", "Variable \"$a\" is never used in operation \"Q\".")]
    [InlineData("query ($a: Int) { echoStrict(v: { a: $a, b: [] }) }", "\"$a\" of type \"Int\" used in position expecting type \"Int!\".")]
    [InlineData("query ($a: String) { echoInt(v: $a) }", "Variable \"$a\" of type \"String\" used in position expecting type \"Int\".")]
    [InlineData("query ($a: [Int]) { echoList(v: $a) }", "used in position expecting type \"[Int!]!\".")]
    [InlineData("query ($a: Int) { echoMatrix(v: $a) }", "used in position expecting type \"[[Int]]\".")]
    public void A_document_that_breaks_a_rule_is_told_which(string document, string message, string? and = null)
    {
        var errors = Validate(document);

        Assert.Contains(errors, error => error.Contains(message));
        Assert.All(errors, error => Assert.True(error.Contains(message) || (and is not null && error.Contains(and)), error));
    }

    [Fact]
    public void Every_error_says_where_and_by_which_section()
    {
        var error = Assert.Single(DocumentValidator.Validate(Schema, Parser.Parse("{\n  dog { nope }\n}")));

        Assert.Equal((2, 9), (error.Locations![0].Line, error.Locations[0].Column));
        Assert.Equal("https://spec.graphql.org/October2021/#sec-Field-Selections", error.Extensions!["specifiedBy"]);
    }

    [Fact]
    public void Validation_stops_at_the_number_of_errors_asked_for()
    {
        var document = Parser.Parse("{ " + string.Join(' ', Enumerable.Range(0, 100).Select(i => $"nope{i}")) + " }");

        Assert.Equal(5, DocumentValidator.Validate(Schema, document, errorsMax: 5).Count);
    }

    [Fact]
    public void Fragments_that_double_at_each_level_are_checked_in_a_moment_and_end()
    {
        var fragments = Enumerable.Range(0, 190)
            .Select(i => $"fragment F{i} on Human {{ a: spouse {{ ...F{i + 1} }} b: spouse {{ ...F{i + 1} }} }}");
        var document = "{ human { ...F0 } } " + string.Concat(fragments) + " fragment F190 on Human { id }";

        Assert.Empty(Validate(document));
    }

    [Fact]
    public void Fragments_that_nest_without_measure_are_refused()
    {
        var fragments = Enumerable.Range(0, 5000).Select(i => $"fragment F{i} on Dog {{ ...F{i + 1} }} ");
        var document = "{ dog { ...F0 } } " + string.Concat(fragments) + " fragment F5000 on Dog { id }";

        Assert.Contains(Validate(document), message => message.Contains("nest deeper than 400 levels"));
    }

    [Fact]
    public void Fields_repeated_a_thousand_times_are_merged_in_a_moment()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 1000).Select(_ => "human { spouse { name } }").Take(600));

        Assert.Empty(Validate("{ " + fields + " }"));
    }

    private static string[] Validate(string document)
        => [.. DocumentValidator.Validate(Schema, Parser.Parse(document)).Select(error => error.Message)];
}
