using HotChocolate.Model;
using Microsoft.Extensions.DependencyInjection;
using Networks.HotChocolate.Tests.Engine.Support;

namespace Networks.HotChocolate.Tests.Engine.Model;

/// <summary>Section 3 of the specification: schemas that break a rule, and what is said.</summary>
public sealed class SchemaCheckTests
{
    [Theory]
    [InlineData("type Query { __a: Int }", "\"__a\" begins with __")]
    [InlineData("type Query { a: Int a: Int }", "Two fields of the type Query are called a.")]
    [InlineData("type Query { a(b: Int, b: Int): Int }", "Two arguments of the field Query.a are called b.")]
    [InlineData("type Query { a: I } input I { b: Int }", "The field Query.a cannot answer the input type I.")]
    [InlineData("type Query { a(b: Query): Int }", "The argument b of the field Query.a cannot take the output type Query.")]
    [InlineData("type Query { a: Int } type Empty", "The type Empty has no fields.")]
    [InlineData("type Query { a: Int } union U", "The union U has no members.")]
    [InlineData("type Query { a: Int } union U = Query | Query", "Two members of the union U are called Query.")]
    [InlineData("type Query { a: Int } enum E", "The enum E has no values.")]
    [InlineData("type Query { a: Int } enum E { A A }", "Two values of the enum E are called A.")]
    [InlineData("type Query { a: Int } input I", "The input I has no fields.")]
    [InlineData("type Query { a: Int } input I { a: Query }", "The field I.a cannot take the output type Query.")]
    [InlineData("type Query { a: Int } input I { i: I! }", "The input I needs a value of itself without end.")]
    [InlineData("type Query { a: Int } input I { j: J! } input J { i: I! }", "The input J needs a value of itself without end.")]
    [InlineData("type Query { a: Int } input I { i: I = {} }", "The default of I.i holds itself without end.")]
    [InlineData("type Query { a: Int } input I { j: [J] = [{}] } input J { i: I = {} }", "The default of I.j holds itself without end.")]
    [InlineData("type Query { a: Int } input I { b: Int! @deprecated }", "The required field I.b cannot be deprecated.")]
    [InlineData("type Query { a(b: Int! @deprecated): Int }", "The required argument b of the field Query.a cannot be deprecated.")]
    [InlineData("type Query implements N { a: Int } interface N { id: ID! }", "The type Query lacks the field id of N.")]
    [InlineData("type Query implements N { id: ID } interface N { id: ID! }", "The field Query.id answers ID, but N promises ID!.")]
    [InlineData("type Query implements N { a: Int } interface N { a(b: Int): Int }", "must take the argument b: Int of N.")]
    [InlineData("type Query implements N { a(b: Int!): Int } interface N { a(b: Int): Int }", "must take the argument b: Int of N.")]
    [InlineData("type Query implements N { a(c: Int!): Int } interface N { a: Int }", "requires the argument c, which N does not know.")]
    [InlineData(
        "type Query implements M { a: Int } interface M implements N { a: Int } interface N { a: Int }",
        "must implement N, because M does.")]
    [InlineData("type Query { a: Int } interface N implements N { a: Int }", "The interface N implements itself.")]
    [InlineData("type Query { a: Int } interface M implements N { a: Int } interface N implements M { a: Int }", "implement each other.")]
    [InlineData("type Query implements N & N { a: Int } interface N { a: Int }", "The type Query implements N twice.")]
    [InlineData("type Query { a: Int } directive @__d on FIELD", "\"__d\" begins with __")]
    public void A_schema_that_breaks_a_rule_is_refused_with_the_fault(string sdl, string fault)
    {
        var refused = Assert.Throws<SchemaFaultException>(() => SdlSchema.Build(sdl));

        Assert.Contains(refused.Faults, message => message.Contains(fault));
    }

    [Theory]
    [InlineData("type Query { a: Int } input I { i: I j: [I!]! k: J } input J { i: I! }")]
    [InlineData("type Query { a: Int } input I { i: I = { i: null } j: Int = 1 }")]
    [InlineData("type Query implements N { a(c: Int, b: Int = 1): [Query!]! } interface N { a(c: Int): [N] }")]
    [InlineData("type Query { a: Int } type A implements M & N { a: A } interface M implements N { a: M } interface N { a: N }")]
    [InlineData("type Query { u: U } union U = A | Query type A { a: Int }")]
    public void A_schema_that_keeps_the_rules_is_accepted(string sdl) => SdlSchema.Build(sdl);

    [Fact]
    public void Two_types_of_one_name_are_refused()
    {
        var query = new ObjectModel("Query");
        query.Fields.Add(Field("a", Twin()));
        query.Fields.Add(Field("b", Twin()));

        var refused = Assert.Throws<SchemaFaultException>(() => new SchemaModel(Parts(query)));

        Assert.Contains("Two types are called Twin.", refused.Faults);
    }

    [Fact]
    public void A_field_without_a_resolver_or_with_two_is_refused()
    {
        var query = new ObjectModel("Query");
        query.Fields.Add(new FieldModel("none", BuiltInScalars.Int));
        query.Fields.Add(new FieldModel("both", BuiltInScalars.Int) { Resolver = _ => default, PureResolver = _ => null });

        var refused = Assert.Throws<SchemaFaultException>(() => new SchemaModel(Parts(query)));

        Assert.Equal(
            ["The field Query.none needs exactly one resolver.", "The field Query.both needs exactly one resolver."], refused.Faults);
    }

    [Fact]
    public void Types_are_printed_alphabetically_within_their_kind_and_descriptions_keep_their_lines()
    {
        var schema = SdlSchema.Build("""
            "Root." type Query { z: Z "Of\n\"two\" lines" y(a: Int = 1, "why" b: [E!] = [B]): Y @deprecated(reason: "old") }
            scalar Y interface Z { a: Int @deprecated } type Beta implements Z { a: Int } type Alpha { b: Int } enum E { B A }
            """);

        Assert.Equal(
            """"
            schema {
              query: Query
            }

            type Alpha {
              b: Int
            }

            type Beta implements Z {
              a: Int
            }

            "Root."
            type Query {
              z: Z
              """
              Of
              "two" lines
              """
              y(
                a: Int = 1
                "why"
                b: [E!] = [B]
              ): Y @deprecated(reason: "old")
            }

            interface Z {
              a: Int @deprecated
            }

            enum E {
              B
              A
            }

            scalar Y

            """",
            schema.ToString());
    }

    private static ObjectModel Twin()
    {
        var twin = new ObjectModel("Twin");
        twin.Fields.Add(Field("c", BuiltInScalars.Int));
        return twin;
    }

    private static FieldModel Field(string name, SchemaType type) => new(name, type) { PureResolver = _ => null };

    private static SchemaParts Parts(ObjectModel query) =>
        new() { Query = query, Services = new ServiceCollection().BuildServiceProvider() };
}
