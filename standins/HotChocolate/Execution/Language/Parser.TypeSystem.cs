using System.Text;

namespace HotChocolate.Language;

/// <summary>Type system definitions and extensions (section 3). A request may not hold them; validation says so.</summary>
internal ref partial struct Parser
{
    private DefinitionNode ParseTypeSystemDefinition()
    {
        var location = _lexer.Location;
        var description = ParseDescription();
        var extends = description is null && SkipKeyword("extend"u8);
        var kind = TypeKindOfKeyword();
        if (kind is not null)
        {
            _lexer.Next();
            return ParseTypeDefinition(kind.Value, location, description, extends);
        }

        if (Is("schema"u8))
        {
            _lexer.Next();
            return ParseSchemaDefinition(location, description, extends);
        }

        return !extends && Is("directive"u8) ? ParseDirectiveDefinition(location, description) : throw Unexpected();
    }

    private readonly TypeKind? TypeKindOfKeyword()
        => Is("type"u8) ? TypeKind.Object
            : Is("interface"u8) ? TypeKind.Interface
            : Is("union"u8) ? TypeKind.Union
            : Is("enum"u8) ? TypeKind.Enum
            : Is("input"u8) ? TypeKind.InputObject
            : Is("scalar"u8) ? TypeKind.Scalar
            : null;

    private StringValueNode? ParseDescription() => _lexer.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    private TypeDefinitionNode ParseTypeDefinition(TypeKind kind, Location location, StringValueNode? description, bool extends)
    {
        var name = ParseName();
        var interfaces = kind is TypeKind.Object or TypeKind.Interface ? ParseImplements() : [];
        return new TypeDefinitionNode(kind, name)
        {
            Location = location,
            Description = description,
            IsExtension = extends,
            Interfaces = interfaces,
            Directives = ParseDirectives(true),
            Fields = kind is TypeKind.Object or TypeKind.Interface ? ParseFieldDefinitions() : [],
            InputFields = kind == TypeKind.InputObject ? ParseInputValues(TokenKind.BraceLeft, TokenKind.BraceRight) : [],
            UnionMembers = kind == TypeKind.Union && Skip(TokenKind.EqualSign) ? ParseSeparated(TokenKind.Pipe) : [],
            EnumValues = kind == TypeKind.Enum ? ParseEnumValues() : []
        };
    }

    private NamedTypeNode[] ParseImplements() => SkipKeyword("implements"u8) ? ParseSeparated(TokenKind.Ampersand) : [];

    private NamedTypeNode[] ParseSeparated(TokenKind separator)
    {
        Skip(separator);
        var types = new List<NamedTypeNode>();
        do
        {
            types.Add(ParseNamedType());
        }
        while (Skip(separator));

        return types.ToArray();
    }

    private FieldDefinitionNode[] ParseFieldDefinitions()
    {
        if (!Skip(TokenKind.BraceLeft))
        {
            return [];
        }

        var fields = new List<FieldDefinitionNode>();
        do
        {
            var location = _lexer.Location;
            var description = ParseDescription();
            var name = ParseName();
            var arguments = ParseInputValues(TokenKind.ParenLeft, TokenKind.ParenRight);
            Expect(TokenKind.Colon);
            fields.Add(new FieldDefinitionNode(name, ParseType())
            {
                Location = location,
                Description = description,
                Arguments = arguments,
                Directives = ParseDirectives(true)
            });
        }
        while (!Skip(TokenKind.BraceRight));

        return fields.ToArray();
    }

    private InputValueDefinitionNode[] ParseInputValues(TokenKind open, TokenKind close)
    {
        if (!Skip(open))
        {
            return [];
        }

        var values = new List<InputValueDefinitionNode>();
        do
        {
            var location = _lexer.Location;
            var description = ParseDescription();
            var name = ParseName();
            Expect(TokenKind.Colon);
            values.Add(new InputValueDefinitionNode(name, ParseType())
            {
                Location = location,
                Description = description,
                DefaultValue = Skip(TokenKind.EqualSign) ? ParseValue(true) : null,
                Directives = ParseDirectives(true)
            });
        }
        while (!Skip(close));

        return values.ToArray();
    }

    private EnumValueDefinitionNode[] ParseEnumValues()
    {
        if (!Skip(TokenKind.BraceLeft))
        {
            return [];
        }

        var values = new List<EnumValueDefinitionNode>();
        do
        {
            var location = _lexer.Location;
            var description = ParseDescription();
            if (Is("true"u8) || Is("false"u8) || Is("null"u8))
            {
                throw _lexer.Fault($"Name \"{Encoding.UTF8.GetString(_lexer.Text)}\" is reserved and cannot be used for an enum value.");
            }

            values.Add(new EnumValueDefinitionNode(ParseName())
            {
                Location = location,
                Description = description,
                Directives = ParseDirectives(true)
            });
        }
        while (!Skip(TokenKind.BraceRight));

        return values.ToArray();
    }

    private SchemaDefinitionNode ParseSchemaDefinition(Location location, StringValueNode? description, bool extends)
    {
        var directives = ParseDirectives(true);
        var operations = new List<KeyValuePair<OperationKind, NamedTypeNode>>();
        if (extends ? Skip(TokenKind.BraceLeft) : Braced())
        {
            do
            {
                var kind = Is("query"u8) ? OperationKind.Query
                    : Is("mutation"u8) ? OperationKind.Mutation
                    : Is("subscription"u8) ? OperationKind.Subscription
                    : throw Unexpected();
                _lexer.Next();
                Expect(TokenKind.Colon);
                operations.Add(new(kind, ParseNamedType()));
            }
            while (!Skip(TokenKind.BraceRight));
        }

        return new SchemaDefinitionNode
        {
            Location = location,
            Description = description,
            IsExtension = extends,
            Directives = directives,
            OperationTypes = operations.ToArray()
        };
    }

    private bool Braced()
    {
        Expect(TokenKind.BraceLeft);
        return true;
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition(Location location, StringValueNode? description)
    {
        _lexer.Next();
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseInputValues(TokenKind.ParenLeft, TokenKind.ParenRight);
        var repeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        Skip(TokenKind.Pipe);
        var locations = new List<string>();
        do
        {
            var at = _lexer.Location;
            var place = ParseName();
            locations.Add(DirectivePlaces.All.Contains(place) ? place : throw new SyntaxException($"Unexpected Name \"{place}\".", at));
        }
        while (Skip(TokenKind.Pipe));

        return new DirectiveDefinitionNode(name)
        {
            Location = location,
            Description = description,
            Arguments = arguments,
            IsRepeatable = repeatable,
            Locations = locations.ToArray()
        };
    }
}
