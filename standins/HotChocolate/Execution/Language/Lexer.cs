using System.Text;

namespace HotChocolate.Language;

/// <summary>
/// Reads one token after another from UTF-8 text (section 2.1 of the specification). Columns count UTF-16 units, as editors
/// do, so each multi-byte character moves the start of its line.
/// </summary>
internal ref struct Lexer(ReadOnlySpan<byte> source, int tokensMax)
{
    private readonly ReadOnlySpan<byte> _source = source;
    private int _position = source.StartsWith("\uFEFF"u8) ? 3 : 0;
    private int _lineStart = source.StartsWith("\uFEFF"u8) ? 3 : 0;
    private int _tokens;

    public TokenKind Kind { get; private set; }

    /// <summary>Line of the current token, from 1.</summary>
    public int Line { get; private set; } = 1;

    public int Column { get; private set; } = 1;

    public int Start { get; private set; }

    public readonly int End => _position;

    /// <summary>The value of the current string or block string.</summary>
    public string StringValue { get; private set; } = "";

    public readonly Location Location => new(Math.Max(TokenLine, 1), Math.Max(Column, 1));

    public readonly ReadOnlySpan<byte> Text => _source[Start.._position];

    private int TokenLine { get; set; } = 1;

    public void Next()
    {
        SkipIgnored();
        Start = _position;
        TokenLine = Line;
        Column = _position - _lineStart + 1;
        if (_position >= _source.Length)
        {
            Kind = TokenKind.EndOfFile;
            return;
        }

        if (++_tokens > tokensMax)
        {
            throw Fault($"Document contains more than {tokensMax} tokens. Parsing aborted.");
        }

        var first = _source[_position];
        switch (first)
        {
            case (byte)'"':
                ReadString();
                break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                ReadNumber();
                break;
            case (byte)'_' or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z'):
                ReadName();
                break;
            default:
                ReadPunctuator(first);
                break;
        }
    }

    public readonly SyntaxException Fault(string message) => new(message, Location);

    private readonly SyntaxException FaultAt(string message, int position)
        => new(message, new Location(Line, Math.Max(position - _lineStart + 1, 1)));

    private void SkipIgnored()
    {
        while (_position < _source.Length)
        {
            switch (_source[_position])
            {
                case (byte)' ' or (byte)'\t' or (byte)',':
                    _position++;
                    break;
                case (byte)'\n':
                    NewLine(1);
                    break;
                case (byte)'\r':
                    NewLine(_position + 1 < _source.Length && _source[_position + 1] == (byte)'\n' ? 2 : 1);
                    break;
                case (byte)'#':
                    SkipComment();
                    break;
                case 0xEF when _source[_position..].StartsWith("\uFEFF"u8):
                    _position += 3;
                    _lineStart += 2;
                    break;
                default:
                    return;
            }
        }
    }

    private void NewLine(int length)
    {
        _position += length;
        Line++;
        _lineStart = _position;
    }

    private void SkipComment()
    {
        while (_position < _source.Length && _source[_position] is not ((byte)'\n' or (byte)'\r'))
        {
            SkipCharacter();
        }
    }

    /// <summary>Steps over one character of a comment or a string, refusing what the language does not allow in a source text.</summary>
    private void SkipCharacter()
    {
        var first = _source[_position];
        if (first < 0x80)
        {
            if (first < 0x20 && first is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                throw FaultAt($"Invalid character: U+{(int)first:X4}.", _position);
            }

            _position++;
            return;
        }

        if (Rune.DecodeFromUtf8(_source[_position..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
        {
            throw FaultAt("Invalid UTF-8.", _position);
        }

        _position += length;
        _lineStart += length - rune.Utf16SequenceLength;
    }

    private void ReadPunctuator(byte first)
    {
        if (first == (byte)'.' && _source[_position..].StartsWith("..."u8))
        {
            Kind = TokenKind.Spread;
            _position += 3;
            return;
        }

        Kind = first switch
        {
            (byte)'!' => TokenKind.Bang,
            (byte)'$' => TokenKind.Dollar,
            (byte)'&' => TokenKind.Ampersand,
            (byte)'(' => TokenKind.ParenLeft,
            (byte)')' => TokenKind.ParenRight,
            (byte)':' => TokenKind.Colon,
            (byte)'=' => TokenKind.EqualSign,
            (byte)'@' => TokenKind.At,
            (byte)'[' => TokenKind.BracketLeft,
            (byte)']' => TokenKind.BracketRight,
            (byte)'{' => TokenKind.BraceLeft,
            (byte)'|' => TokenKind.Pipe,
            (byte)'}' => TokenKind.BraceRight,
            _ => throw Unexpected()
        };
        _position++;
    }

    private readonly SyntaxException Unexpected()
    {
        if (_position >= _source.Length)
        {
            return FaultAt("Unexpected <EOF>.", _position);
        }

        if (_source[_position] == (byte)'\'')
        {
            return FaultAt("Unexpected single quote character ('), did you mean to use a double quote (\")?", _position);
        }

        return Rune.DecodeFromUtf8(_source[_position..], out var rune, out _) != System.Buffers.OperationStatus.Done
            ? FaultAt("Invalid UTF-8.", _position)
            : Rune.IsControl(rune) || rune.Value > 0xFFFF
                ? FaultAt($"Invalid character: U+{rune.Value:X4}.", _position)
                : FaultAt($"Unexpected character: \"{rune}\".", _position);
    }

    private void ReadName()
    {
        Kind = TokenKind.Name;
        while (++_position < _source.Length && IsNamePart(_source[_position]))
        {
        }
    }

    private static bool IsNamePart(byte value)
        => value is (byte)'_' or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9');

    private void ReadNumber()
    {
        Kind = TokenKind.Int;
        if (_source[_position] == (byte)'-')
        {
            _position++;
        }

        if (Peek() == (byte)'0')
        {
            _position++;
            if (char.IsAsciiDigit((char)Peek()))
            {
                throw FaultAt($"Invalid number, unexpected digit after 0: \"{(char)Peek()}\".", _position);
            }
        }
        else
        {
            ReadDigits();
        }

        if (Peek() == (byte)'.')
        {
            Kind = TokenKind.Float;
            _position++;
            ReadDigits();
        }

        if (Peek() is (byte)'e' or (byte)'E')
        {
            Kind = TokenKind.Float;
            _position++;
            if (Peek() is (byte)'+' or (byte)'-')
            {
                _position++;
            }

            ReadDigits();
        }

        if (Peek() == (byte)'.' || (IsNamePart(Peek()) && !char.IsAsciiDigit((char)Peek())))
        {
            throw FaultAt($"Invalid number, expected digit but got: \"{(char)Peek()}\".", _position);
        }
    }

    private readonly byte Peek() => _position < _source.Length ? _source[_position] : (byte)0;

    private void ReadDigits()
    {
        if (!char.IsAsciiDigit((char)Peek()))
        {
            throw _position >= _source.Length
                ? FaultAt("Invalid number, expected digit but got: <EOF>.", _position)
                : FaultAt($"Invalid number, expected digit but got: \"{(char)Peek()}\".", _position);
        }

        while (char.IsAsciiDigit((char)Peek()))
        {
            _position++;
        }
    }

    private void ReadString()
    {
        if (_source[_position..].StartsWith("\"\"\""u8))
        {
            ReadBlockString();
            return;
        }

        Kind = TokenKind.String;
        var begin = ++_position;
        while (_position < _source.Length && _source[_position] is not ((byte)'\n' or (byte)'\r'))
        {
            if (_source[_position] == (byte)'"')
            {
                StringValue = Encoding.UTF8.GetString(_source[begin.._position]);
                _position++;
                return;
            }

            if (_source[_position] == (byte)'\\')
            {
                ReadEscapedString(begin);
                return;
            }

            SkipCharacter();
        }

        throw FaultAt("Unterminated string.", _position);
    }

    private void ReadEscapedString(int begin)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(_source[begin.._position]));
        while (_position < _source.Length && _source[_position] is not ((byte)'\n' or (byte)'\r'))
        {
            switch (_source[_position])
            {
                case (byte)'"':
                    _position++;
                    StringValue = text.ToString();
                    return;
                case (byte)'\\':
                    ReadEscape(text);
                    break;
                default:
                    var from = _position;
                    SkipCharacter();
                    text.Append(Encoding.UTF8.GetString(_source[from.._position]));
                    break;
            }
        }

        throw FaultAt("Unterminated string.", _position);
    }

    private void ReadEscape(StringBuilder text)
    {
        var letter = _position + 1 < _source.Length ? _source[_position + 1] : (byte)0;
        if (letter == (byte)'u')
        {
            ReadUnicodeEscape(text);
            return;
        }

        text.Append(letter switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => throw FaultAt($"Invalid character escape sequence: \"\\{(letter is > 0x20 and < 0x7F ? (char)letter : '?')}\".", _position)
        });
        _position += 2;
    }

    /// <summary>\uXXXX, a surrogate pair of two of them, or \u{X...}; half a pair is refused, because no text can hold it.</summary>
    private void ReadUnicodeEscape(StringBuilder text)
    {
        var begin = _position;
        var code = ReadUnicodeCode();
        if (code is >= 0xD800 and <= 0xDBFF && _source[_position..].StartsWith("\\u"u8))
        {
            var low = ReadUnicodeCode();
            code = low is >= 0xDC00 and <= 0xDFFF ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00) : -1;
        }

        if (!Rune.IsValid(code))
        {
            throw FaultAt($"Invalid Unicode escape sequence: \"{Encoding.UTF8.GetString(_source[begin.._position])}\".", begin);
        }

        text.Append(new Rune(code).ToString());
    }

    private int ReadUnicodeCode()
    {
        var begin = _position;
        _position += 2;
        var braced = Peek() == (byte)'{';
        _position += braced ? 1 : 0;
        var code = 0;
        var digits = 0;
        while ((braced || digits < 4) && digits < 8 && char.IsAsciiHexDigit((char)Peek()))
        {
            code = (code << 4) | Convert.ToInt32(((char)Peek()).ToString(), 16);
            digits++;
            _position++;
        }

        var closed = braced ? digits > 0 && Peek() == (byte)'}' : digits == 4;
        if (!closed)
        {
            throw FaultAt("Invalid Unicode escape sequence.", begin);
        }

        _position += braced ? 1 : 0;
        return code;
    }

    private void ReadBlockString()
    {
        Kind = TokenKind.BlockString;
        _position += 3;
        var raw = new StringBuilder();
        var begin = _position;
        while (_position < _source.Length)
        {
            var current = _source[_position];
            if (current == (byte)'"' && _source[_position..].StartsWith("\"\"\""u8))
            {
                raw.Append(Encoding.UTF8.GetString(_source[begin.._position]));
                _position += 3;
                StringValue = BlockString.Dedent(raw.ToString());
                return;
            }

            if (current == (byte)'\\' && _source[_position..].StartsWith("\\\"\"\""u8))
            {
                raw.Append(Encoding.UTF8.GetString(_source[begin.._position])).Append("\"\"\"");
                _position += 4;
                begin = _position;
            }
            else if (current is (byte)'\n' or (byte)'\r')
            {
                NewLine(current == (byte)'\r' && _position + 1 < _source.Length && _source[_position + 1] == (byte)'\n' ? 2 : 1);
            }
            else
            {
                SkipCharacter();
            }
        }

        throw FaultAt("Unterminated string.", _position);
    }
}
