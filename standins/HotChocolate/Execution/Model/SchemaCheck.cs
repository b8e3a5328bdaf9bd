using HotChocolate.Language;

namespace HotChocolate.Model;

/// <summary>The rules of section 3 of the specification that a schema must keep; all faults are gathered before it is refused.</summary>
internal sealed class SchemaCheck
{
    private readonly SchemaModel _schema;
    private readonly List<string> _faults = [];

    private SchemaCheck(SchemaModel schema) => _schema = schema;

    public static void Run(SchemaModel schema, IReadOnlyList<NamedModel> types, IReadOnlyList<DirectiveModel> directives)
    {
        var check = new SchemaCheck(schema);
        foreach (var twice in types.GroupBy(type => type.Name).Where(group => group.Count() > 1))
        {
            check._faults.Add($"Two types are called {twice.Key}.");
        }

        foreach (var type in types.Where(type => !IsIntrospection(type)))
        {
            check.Type(type);
        }

        foreach (var directive in directives)
        {
            check.Directive(directive);
        }

        if (check._faults.Count > 0)
        {
            throw new SchemaFaultException(check._faults);
        }
    }

    private static bool IsIntrospection(NamedModel type) => Execution.IntrospectionTypes.All.Contains(type);

    private void Type(NamedModel type)
    {
        Name(type.Name, "The type");
        switch (type)
        {
            case ComplexModel complex:
                Fields(complex);
                new InterfaceCheck(_schema, _faults).Run(complex);
                break;
            case UnionModel union:
                Expect(union.Members.Count > 0, $"The union {union.Name} has no members.");
                Unique(union.Members.Select(member => member.Name), $"the union {union.Name}", "member");
                break;
            case EnumModel model:
                Expect(model.Values.Count > 0, $"The enum {model.Name} has no values.");
                Unique(model.Values.Select(value => value.Name), $"the enum {model.Name}", "value");
                model.Values.ForEach(value => Name(value.Name, $"The value of enum {model.Name}"));
                Expect(
                    !model.Values.Exists(value => value.Name is "true" or "false" or "null"),
                    $"The enum {model.Name} has a value named true, false or null.");
                break;
            case InputObjectModel input:
                InputObject(input);
                break;
        }
    }

    private void Fields(ComplexModel type)
    {
        Expect(type.Fields.Count > 0, $"The type {type.Name} has no fields.");
        Unique(type.Fields.Select(field => field.Name), $"the type {type.Name}", "field");
        foreach (var field in type.Fields)
        {
            var place = $"{type.Name}.{field.Name}";
            Name(field.Name, $"The field {type.Name}.");
            Expect(field.Type.IsOutput, $"The field {place} cannot answer the input type {field.Type}.");
            Expect(
                type is not ObjectModel || field.Resolver is not null ^ field.PureResolver is not null,
                $"The field {place} needs exactly one resolver.");
            Expect(
                field.PureResolver is null || field.Arguments.Count == 0,
                $"The field {place} has arguments but a resolver that takes none.");
            Arguments(field.Arguments, $"the field {place}");
        }
    }

    private void Arguments(List<InputValueModel> arguments, string place)
    {
        Unique(arguments.Select(argument => argument.Name), place, "argument");
        foreach (var argument in arguments)
        {
            Name(argument.Name, $"The argument of {place},");
            Expect(argument.Type.IsInput, $"The argument {argument.Name} of {place} cannot take the output type {argument.Type}.");
            Expect(
                !(argument.IsRequired && argument.DeprecationReason is not null),
                $"The required argument {argument.Name} of {place} cannot be deprecated.");
        }
    }

    private void InputObject(InputObjectModel input)
    {
        Expect(input.Fields.Count > 0, $"The input {input.Name} has no fields.");
        Unique(input.Fields.Select(field => field.Name), $"the input {input.Name}", "field");
        foreach (var field in input.Fields)
        {
            Name(field.Name, $"The field {input.Name}.");
            Expect(field.Type.IsInput, $"The field {input.Name}.{field.Name} cannot take the output type {field.Type}.");
            Expect(
                !(field.IsRequired && field.DeprecationReason is not null),
                $"The required field {input.Name}.{field.Name} cannot be deprecated.");
            Expect(!DefaultCheck.HoldsItself(field), $"The default of {input.Name}.{field.Name} holds itself without end.");
        }

        Expect(!NeedsItself(input, input, []), $"The input {input.Name} needs a value of itself without end.");
    }

    /// <summary>Whether a chain of non-null fields, none of them a list, leads from a type back to the one wanted.</summary>
    private static bool NeedsItself(InputObjectModel type, InputObjectModel wanted, HashSet<InputObjectModel> seen)
        => type.Fields.Exists(field => field.Type is NonNullType { Inner: InputObjectModel inner }
            && (ReferenceEquals(inner, wanted) || (seen.Add(inner) && NeedsItself(inner, wanted, seen))));

    private void Directive(DirectiveModel directive)
    {
        Name(directive.Name, "The directive");
        Expect(directive.Locations.Count > 0, $"The directive @{directive.Name} has no locations.");
        Expect(
            directive.Locations.All(DirectivePlaces.All.Contains),
            $"The directive @{directive.Name} names a location the language does not have.");
        Arguments(directive.Arguments, $"the directive @{directive.Name}");
    }

    private void Name(string name, string subject)
    {
        var valid = name.Length > 0
            && (char.IsAsciiLetter(name[0]) || name[0] == '_')
            && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
        Expect(valid, $"{subject} \"{name}\" has no valid name: letters, digits and _ only, and no digit first.");
        Expect(!name.StartsWith("__", StringComparison.Ordinal), $"{subject} \"{name}\" begins with __, which is kept for introspection.");
    }

    private void Unique(IEnumerable<string> names, string place, string what)
    {
        foreach (var twice in names.GroupBy(name => name).Where(group => group.Count() > 1))
        {
            _faults.Add($"Two {what}s of {place} are called {twice.Key}.");
        }
    }

    private void Expect(bool holds, string fault)
    {
        if (!holds)
        {
            _faults.Add(fault);
        }
    }
}
