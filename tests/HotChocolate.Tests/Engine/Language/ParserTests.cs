using System.Text;
using HotChocolate.Language;

namespace Networks.HotChocolate.Tests.Engine.Language;

public sealed class ParserTests
{
    [Theory]
    [InlineData("", "Unexpected <EOF>.", 1, 1)]
    [InlineData("{", "Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{\n  ... on\n}", "Expected Name, found \"}\".", 3, 1)]
    [InlineData("{ }", "Expected Name, found \"}\".", 1, 3)]
    [InlineData("notAnOperation Foo { a }", "Unexpected Name \"notAnOperation\".", 1, 1)]
    [InlineData("fragment on on on { a }", "Unexpected Name \"on\".", 1, 10)]
    [InlineData("query ($x: Int = $y) { a }", "Unexpected variable \"$y\" in constant value.", 1, 18)]
    [InlineData("{ a(x: 01) }", "Invalid number, unexpected digit after 0: \"1\".", 1, 9)]
    [InlineData("{ a(x: 1.) }", "Invalid number, expected digit but got: \")\".", 1, 10)]
    [InlineData("{ a(x: 1e) }", "Invalid number, expected digit but got: \")\".", 1, 10)]
    [InlineData("{ a(x: 1a) }", "Invalid number, expected digit but got: \"a\".", 1, 9)]
    [InlineData("{ a(x: -) }", "Invalid number, expected digit but got: \")\".", 1, 9)]
    [InlineData("{ a(x: \"\n\") }", "Unterminated string.", 1, 9)]
    [InlineData("{ a(x: \"\\x\") }", "Invalid character escape sequence: \"\\x\".", 1, 9)]
    [InlineData("{ a(x: \"\\uD800\") }", "Invalid Unicode escape sequence: \"\\uD800\".", 1, 9)]
    [InlineData("{ a(x: \"\\uDC00\\uD800\") }", "Invalid Unicode escape sequence", 1, 9)]
    [InlineData("{ a(x: \"\\u12\") }", "Invalid Unicode escape sequence.", 1, 9)]
    [InlineData("{ a(x: \"\\u{110000}\") }", "Invalid Unicode escape sequence", 1, 9)]
    [InlineData("{ a(x: \"\"\"b) }", "Unterminated string.", 1, 15)]
    [InlineData("{ a\0 }", "Invalid character: U+0000.", 1, 4)]
    [InlineData("{ a ? }", "Unexpected character: \"?\".", 1, 5)]
    [InlineData("{ a 'b' }", "Unexpected single quote character", 1, 5)]
    [InlineData("{ # é😀\n é }", "Unexpected character: \"é\".", 2, 2)]
    [InlineData("{ a(x: \"é😀\") ? }", "Unexpected character: \"?\".", 1, 15)]
    [InlineData("{ a..b }", "Unexpected character: \".\".", 1, 4)]
    [InlineData("enum E { true }", "Name \"true\" is reserved", 1, 10)]
    [InlineData("directive @a on NOWHERE", "Unexpected Name \"NOWHERE\".", 1, 17)]
    public void A_fault_is_told_with_its_place(string document, string message, int line, int column)
    {
        var fault = Assert.Throws<SyntaxException>(() => Parser.Parse(document));

        Assert.StartsWith("Syntax Error: " + message, fault.Message);
        Assert.Equal((line, column), (fault.Location.Line, fault.Location.Column));
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\" a, b # c \"", " a, b # c ")]
    [InlineData("\"\\\" \\\\ \\/ \\b\\f\\n\\r\\t\"", "\" \\ / \b\f\n\r\t")]
    [InlineData("\"\\u0041\\u00e9\\uD83D\\uDE00\\u{1F600}é😀\"", "Aé😀😀é😀")]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"\n\n    Hello,\n      World!\n\n    Yours \\n,\n  \"\"\"", "Hello,\n  World!\n\nYours \\n,")]
    [InlineData("\"\"\" a \\\"\"\" b \" c\"\"\"", " a \"\"\" b \" c")]
    [InlineData("\"\"\"\r\n\ta\r\n\t b\rc\"\"\"", "\ta\n\t b\nc")]
    public void Strings_mean_what_the_specification_says(string literal, string value)
        => Assert.Equal(value, Assert.IsType<StringValueNode>(Value(literal)).Value);

    [Fact]
    public void Every_kind_of_literal_is_read_and_printed_alike()
    {
        const string literal = "[null, true, false, 0, -12, 1.5e-10, RED, \"q\\\"\", [], {}, { a: [1], b: { c: D } }]";

        Assert.Equal(literal, SyntaxPrinter.Print(Value(literal)));
    }

    [Fact]
    public void Everything_the_language_has_is_read()
    {
        const string document = """
            #comment
            query Kitchen($v: [Int!]! = [1] @d(x: 1), $w: T) @a @b(c: "d") {
              alias: field(first: 1.5e3, list: [$v, { x: null, }], deep: {a: {b: ENUM}}) @include(if: $w) {
                on ... on On @x { fragment } ...query
              }
              ... @skip(if: true) { null, true }
            }
            mutation { like } subscription Sub { tick }
            fragment query on Type @f { id }
            schema @s { query: Q mutation: M } extend schema @t
            "described" type A implements & B & C @d { "f" f("a" a: Int = 1 @x): [B!]! @deprecated }
            interface B implements C { f: Int } union U @u = | A | B
            enum E { "v" A @d B } input I { a: Int = {b: [1]} @d } scalar S @specifiedBy(url: "u")
            extend type A { g: Int } extend interface B @d extend union U = C extend enum E { C }
            extend input I { c: Int } extend scalar S @x
            "d" directive @d("a" a: Int) repeatable on | FIELD | INPUT_FIELD_DEFINITION
            """;

        var parsed = Parser.Parse(document);

        Assert.Equal(19, parsed.Definitions.Count);
        var query = Assert.IsType<OperationDefinitionNode>(parsed.Definitions[0]);
        Assert.Equal((2, 1), (query.Location.Line, query.Location.Column));
        Assert.Equal(3, ((FieldNode)query.SelectionSet.Selections[0]).Arguments.Count);
        Assert.Equal(["FIELD", "INPUT_FIELD_DEFINITION"], ((DirectiveDefinitionNode)parsed.Definitions[^1]).Locations);
    }

    [Fact]
    public void A_byte_order_mark_and_commas_are_nothing() => Assert.Equal(2, Parser.Parse("\uFEFF{,,a,b,}").FieldCount);

    [Theory]
    [InlineData("{a", "", 10_000)]
    [InlineData("{", "", 5_000_000)]
    [InlineData("{a(x:[", "", 10_000)]
    [InlineData("{a(x:{y:", "", 10_000)]
    [InlineData("query($x:[", "", 100_000)]
    [InlineData("{...{", "", 10_000)]
    [InlineData("", "{ a }", 200_000)]
    [InlineData("", "@x", 500_000)]
    public void A_bomb_is_refused_before_it_costs_anything(string opening, string tail, int times)
    {
        var unit = opening.Length > 0 ? opening[^1] == '[' ? "[" : opening : tail;
        var bomb = opening + string.Concat(Enumerable.Repeat(unit, times));

        var fault = Assert.Throws<SyntaxException>(() => Parser.Parse(bomb));

        Assert.True(fault.Message.Length < 300, fault.Message);
    }

    [Fact]
    public void Depth_tokens_fields_and_bytes_have_their_own_bounds()
    {
        var options = new ParserOptions { DepthMax = 3, TokensMax = 20, FieldsMax = 4, DocumentBytesMax = 100 };

        Assert.Equal(3, Parser.Parse("{a{b{c}}}", options).FieldCount);
        Refused("{a{b{c{d}}}}", "nests deeper than 3 levels");
        Refused("{a b c d e}", "more than 4 fields");
        Refused("{a(b:[1 2 3 4 5 6 7 8 9 0 1 2 3 4 5])}", "more than 20 tokens");
        Refused("{a}" + new string(' ', 100), "longer than 100 bytes");

        void Refused(string document, string message)
            => Assert.Contains(message, Assert.Throws<SyntaxException>(() => Parser.Parse(document, options)).Message);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_with_their_place()
    {
        var fault = Assert.Throws<SyntaxException>(() => Parser.Parse([.. "{ a(x: \""u8, 0xC3, 0x28, .. "\") }"u8]));
        var half = Assert.Throws<SyntaxException>(() => Parser.Parse("{ a(x: \"\uD800\") }"));

        Assert.Equal("Syntax Error: Invalid UTF-8.", fault.Message);
        Assert.Contains("half of a surrogate pair", half.Message);
    }

    [Fact]
    public void Random_bytes_never_do_worse_than_a_syntax_error()
    {
        var random = new Random(42);
        string[] pieces =
        [
            "{", "}", "(", ")", "[", "]", "\"", "\"\"\"", "\\u", "\\", "a", "on", "...", "$", "1", ".", "-", "e", "#", "\n", "é", "😀",
            ":", "@", "fragment ", "query "
        ];
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (var n = random.Next(1, 40); n > 0; n--)
            {
                text.Append(pieces[random.Next(pieces.Length)]);
            }

            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            if (random.Next(4) == 0)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                Parser.Parse(bytes);
            }
            catch (SyntaxException fault)
            {
                Assert.True(fault.Location.Line > 0 && fault.Location.Column > 0);
            }
        }
    }

    private static ValueNode Value(string literal)
    {
        var document = Parser.Parse($"{{ a(x: {literal}) }}");
        return ((FieldNode)((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections[0]).Arguments[0].Value;
    }
}
