using System.Text;

namespace HotChocolate.Language;

/// <summary>Literals, names and the small steps that all parts of the grammar share.</summary>
internal ref partial struct Parser
{
    private ValueNode ParseValue(bool constant)
    {
        var location = _lexer.Location;
        switch (_lexer.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseList(constant, location);
            case TokenKind.BraceLeft:
                return ParseObject(constant, location);
            case TokenKind.Int:
                return Taken(new IntValueNode(Encoding.UTF8.GetString(_lexer.Text)) { Location = location });
            case TokenKind.Float:
                return Taken(new FloatValueNode(Encoding.UTF8.GetString(_lexer.Text)) { Location = location });
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                return ParseNamedValue(location);
            case TokenKind.Dollar when !constant:
                _lexer.Next();
                return new VariableNode(ParseName()) { Location = location };
            case TokenKind.Dollar:
                _lexer.Next();
                throw _lexer.Kind == TokenKind.Name
                    ? new SyntaxException($"Unexpected variable \"${Encoding.UTF8.GetString(_lexer.Text)}\" in constant value.", location)
                    : Unexpected();
            default:
                throw Unexpected();
        }
    }

    private ValueNode ParseNamedValue(Location location)
        => Is("true"u8) ? Taken(new BooleanValueNode(true) { Location = location })
            : Is("false"u8) ? Taken(new BooleanValueNode(false) { Location = location })
            : Is("null"u8) ? Taken(new NullValueNode { Location = location })
            : new EnumValueNode(ParseName()) { Location = location };

    private StringValueNode ParseString()
        => (StringValueNode)Taken(
            new StringValueNode(_lexer.StringValue, _lexer.Kind == TokenKind.BlockString) { Location = _lexer.Location });

    private ValueNode Taken(ValueNode value)
    {
        _lexer.Next();
        return value;
    }

    private ListValueNode ParseList(bool constant, Location location)
    {
        Descend();
        _lexer.Next();
        var items = new List<ValueNode>();
        while (!Skip(TokenKind.BracketRight))
        {
            items.Add(ParseValue(constant));
        }

        _depth--;
        return new ListValueNode(items.ToArray()) { Location = location };
    }

    private ObjectValueNode ParseObject(bool constant, Location location)
    {
        Descend();
        _lexer.Next();
        var fields = new List<ObjectFieldNode>();
        while (!Skip(TokenKind.BraceRight))
        {
            var at = _lexer.Location;
            var name = ParseName();
            Expect(TokenKind.Colon);
            fields.Add(new ObjectFieldNode(name, ParseValue(constant)) { Location = at });
        }

        _depth--;
        return new ObjectValueNode(fields.ToArray()) { Location = location };
    }

    private string ParseName()
    {
        if (_lexer.Kind != TokenKind.Name)
        {
            throw Expected(TokenKind.Name.Text());
        }

        var name = NameTable.Get(_lexer.Text);
        _lexer.Next();
        return name;
    }

    private readonly bool Is(ReadOnlySpan<byte> keyword) => _lexer.Kind == TokenKind.Name && _lexer.Text.SequenceEqual(keyword);

    private bool Skip(TokenKind kind)
    {
        if (_lexer.Kind != kind)
        {
            return false;
        }

        _lexer.Next();
        return true;
    }

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!Is(keyword))
        {
            return false;
        }

        _lexer.Next();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (!Skip(kind))
        {
            throw Expected(kind.Text());
        }
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!SkipKeyword(keyword))
        {
            throw Expected($"\"{Encoding.UTF8.GetString(keyword)}\"");
        }
    }

    private void Descend()
    {
        if (++_depth > _options.DepthMax)
        {
            throw _lexer.Fault($"Document nests deeper than {_options.DepthMax} levels. Parsing aborted.");
        }
    }

    private readonly SyntaxException Expected(string what) => _lexer.Fault($"Expected {what}, found {Found()}.");

    private readonly SyntaxException Unexpected() => _lexer.Fault($"Unexpected {Found()}.");

    private readonly string Found() => _lexer.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float
            => $"{_lexer.Kind.Text()} \"{Model.ValueText.Shorten(Encoding.UTF8.GetString(_lexer.Text))}\"",
        TokenKind.String or TokenKind.BlockString => $"{_lexer.Kind.Text()} \"{Model.ValueText.Shorten(_lexer.StringValue)}\"",
        var kind => kind.Text()
    };
}
