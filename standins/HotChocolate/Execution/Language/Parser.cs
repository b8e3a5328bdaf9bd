using System.Text;

namespace HotChocolate.Language;

/// <summary>
/// Recursive descent over the grammar of the October 2021 specification. Depth, tokens, fields and bytes are bounded, so no
/// document can exhaust the stack or the memory.
/// </summary>
internal ref partial struct Parser
{
    private static readonly UTF8Encoding _strictUtf8 = new(false, true);

    private readonly ParserOptions _options;
    private Lexer _lexer;
    private int _depth;
    private int _fields;

    private Parser(ReadOnlySpan<byte> source, ParserOptions options)
    {
        _options = options;
        _lexer = new Lexer(source, options.TokensMax);
        _lexer.Next();
    }

    /// <summary>Parses a document; a fault is a <see cref="SyntaxException"/>.</summary>
    public static DocumentNode Parse(string source, ParserOptions? options = null)
    {
        var limits = options ?? new ParserOptions();
        if (source.Length > limits.DocumentBytesMax)
        {
            throw TooLong(limits);
        }

        try
        {
            return Parse(_strictUtf8.GetBytes(source), limits);
        }
        catch (EncoderFallbackException)
        {
            throw new SyntaxException("The document holds half of a surrogate pair, which is no text.", new Location(1, 1));
        }
    }

    public static DocumentNode Parse(ReadOnlySpan<byte> source, ParserOptions? options = null)
    {
        var limits = options ?? new ParserOptions();
        if (source.Length > limits.DocumentBytesMax)
        {
            throw TooLong(limits);
        }

        var parser = new Parser(source, limits);
        return parser.ParseDocument();
    }

    private static SyntaxException TooLong(ParserOptions limits)
        => new($"The document is longer than {limits.DocumentBytesMax} bytes.", new Location(1, 1));

    private DocumentNode ParseDocument()
    {
        var location = _lexer.Location;
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(ParseDefinition());
        }
        while (_lexer.Kind != TokenKind.EndOfFile);

        return new DocumentNode(definitions.ToArray()) { Location = location, FieldCount = _fields };
    }

    private DefinitionNode ParseDefinition()
    {
        if (_lexer.Kind == TokenKind.BraceLeft)
        {
            var location = _lexer.Location;
            return new OperationDefinitionNode(OperationKind.Query, null, [], [], ParseSelectionSet()) { Location = location };
        }

        if (_lexer.Kind is TokenKind.String or TokenKind.BlockString)
        {
            return ParseTypeSystemDefinition();
        }

        return Is("query"u8) || Is("mutation"u8) || Is("subscription"u8) ? ParseOperation()
            : Is("fragment"u8) ? ParseFragmentDefinition()
            : ParseTypeSystemDefinition();
    }

    private OperationDefinitionNode ParseOperation()
    {
        var location = _lexer.Location;
        var kind = Is("query"u8) ? OperationKind.Query : Is("mutation"u8) ? OperationKind.Mutation : OperationKind.Subscription;
        _lexer.Next();
        var name = _lexer.Kind == TokenKind.Name ? ParseName() : null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(false);
        return new OperationDefinitionNode(kind, name, variables, directives, ParseSelectionSet()) { Location = location };
    }

    private VariableDefinitionNode[] ParseVariableDefinitions()
    {
        if (_lexer.Kind != TokenKind.ParenLeft)
        {
            return [];
        }

        var variables = new List<VariableDefinitionNode>();
        _lexer.Next();
        do
        {
            var location = _lexer.Location;
            Expect(TokenKind.Dollar);
            var name = ParseName();
            Expect(TokenKind.Colon);
            var type = ParseType();
            var defaultValue = Skip(TokenKind.EqualSign) ? ParseValue(true) : null;
            variables.Add(new VariableDefinitionNode(name, type, defaultValue, ParseDirectives(true)) { Location = location });
        }
        while (!Skip(TokenKind.ParenRight));

        return variables.ToArray();
    }

    private FragmentDefinitionNode ParseFragmentDefinition()
    {
        var location = _lexer.Location;
        _lexer.Next();
        var name = Is("on"u8) ? throw Unexpected() : ParseName();
        ExpectKeyword("on"u8);
        var condition = ParseNamedType();
        var directives = ParseDirectives(false);
        return new FragmentDefinitionNode(name, condition, directives, ParseSelectionSet()) { Location = location };
    }

    private SelectionSetNode ParseSelectionSet()
    {
        Descend();
        var location = _lexer.Location;
        var selections = new List<SelectionNode>();
        Expect(TokenKind.BraceLeft);
        do
        {
            selections.Add(_lexer.Kind == TokenKind.Spread ? ParseFragment() : ParseField());
        }
        while (!Skip(TokenKind.BraceRight));

        _depth--;
        return new SelectionSetNode(selections.ToArray()) { Location = location };
    }

    private FieldNode ParseField()
    {
        var location = _lexer.Location;
        var name = ParseName();
        var alias = default(string);
        if (Skip(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        if (_fields >= _options.FieldsMax)
        {
            throw new SyntaxException($"Document contains more than {_options.FieldsMax} fields. Parsing aborted.", location);
        }

        var index = _fields++;
        var arguments = ParseArguments(false);
        var directives = ParseDirectives(false);
        var selectionSet = _lexer.Kind == TokenKind.BraceLeft ? ParseSelectionSet() : null;
        return new FieldNode(alias, name, arguments, directives, selectionSet) { Location = location, Index = index };
    }

    private SelectionNode ParseFragment()
    {
        var location = _lexer.Location;
        _lexer.Next();
        if (_lexer.Kind == TokenKind.Name && !Is("on"u8))
        {
            return new FragmentSpreadNode(ParseName(), ParseDirectives(false)) { Location = location };
        }

        var condition = SkipKeyword("on"u8) ? ParseNamedType() : null;
        var directives = ParseDirectives(false);
        return new InlineFragmentNode(condition, directives, ParseSelectionSet()) { Location = location };
    }

    private ArgumentNode[] ParseArguments(bool constant)
    {
        if (!Skip(TokenKind.ParenLeft))
        {
            return [];
        }

        var arguments = new List<ArgumentNode>();
        do
        {
            var location = _lexer.Location;
            var name = ParseName();
            Expect(TokenKind.Colon);
            arguments.Add(new ArgumentNode(name, ParseValue(constant)) { Location = location });
        }
        while (!Skip(TokenKind.ParenRight));

        return arguments.ToArray();
    }

    private DirectiveNode[] ParseDirectives(bool constant)
    {
        if (_lexer.Kind != TokenKind.At)
        {
            return [];
        }

        var directives = new List<DirectiveNode>();
        while (_lexer.Kind == TokenKind.At)
        {
            var location = _lexer.Location;
            _lexer.Next();
            directives.Add(new DirectiveNode(ParseName(), ParseArguments(constant)) { Location = location });
        }

        return directives.ToArray();
    }

    private TypeNode ParseType()
    {
        Descend();
        var location = _lexer.Location;
        TypeNode type;
        if (Skip(TokenKind.BracketLeft))
        {
            type = new ListTypeNode(ParseType()) { Location = location };
            Expect(TokenKind.BracketRight);
        }
        else
        {
            type = ParseNamedType();
        }

        _depth--;
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type) { Location = location } : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var location = _lexer.Location;
        return new NamedTypeNode(ParseName()) { Location = location };
    }
}
