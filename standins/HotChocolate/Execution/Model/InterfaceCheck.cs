namespace HotChocolate.Model;

/// <summary>IsValidImplementation of the specification: a type keeps every promise of the interfaces it names.</summary>
internal sealed class InterfaceCheck(SchemaModel schema, List<string> faults)
{
    public void Run(ComplexModel type)
    {
        foreach (var twice in type.Interfaces.GroupBy(model => model.Name).Where(group => group.Count() > 1))
        {
            faults.Add($"The type {type.Name} implements {twice.Key} twice.");
        }

        foreach (var model in type.Interfaces)
        {
            if (ReferenceEquals(model, type))
            {
                faults.Add($"The interface {type.Name} implements itself.");
                continue;
            }

            foreach (var inherited in model.Interfaces.Where(inherited => !type.Interfaces.Contains(inherited)))
            {
                faults.Add(ReferenceEquals(inherited, type)
                    ? $"The interfaces {type.Name} and {model.Name} implement each other."
                    : $"The type {type.Name} must implement {inherited.Name}, because {model.Name} does.");
            }

            model.Fields.ForEach(field => Field(type, model, field));
        }
    }

    private void Field(ComplexModel type, InterfaceModel model, FieldModel promised)
    {
        var field = type.Fields.Find(candidate => candidate.Name == promised.Name);
        if (field is null)
        {
            faults.Add($"The type {type.Name} lacks the field {promised.Name} of {model.Name}.");
            return;
        }

        if (!IsSubtype(field.Type, promised.Type))
        {
            faults.Add($"The field {type.Name}.{field.Name} answers {field.Type}, but {model.Name} promises {promised.Type}.");
        }

        foreach (var argument in promised.Arguments)
        {
            var own = field.Arguments.Find(candidate => candidate.Name == argument.Name);
            if (own is null || !own.Type.Same(argument.Type))
            {
                faults.Add($"The field {type.Name}.{field.Name} must take the argument {argument.Name}: {argument.Type} of {model.Name}.");
            }
        }

        var extras = field.Arguments.Where(own => !promised.Arguments.Exists(argument => argument.Name == own.Name));
        foreach (var extra in extras.Where(own => own.IsRequired))
        {
            faults.Add($"The field {type.Name}.{field.Name} requires the argument {extra.Name}, which {model.Name} does not know.");
        }
    }

    private bool IsSubtype(SchemaType type, SchemaType wanted) => (type, wanted) switch
    {
        (NonNullType left, NonNullType right) => IsSubtype(left.Inner, right.Inner),
        (NonNullType left, _) => IsSubtype(left.Inner, wanted),
        (ListType left, ListType right) => IsSubtype(left.Element, right.Element),
        (ObjectModel left, NamedModel right) when !ReferenceEquals(left, right) => schema.IsPossible(right, left),
        (InterfaceModel left, InterfaceModel right) when !ReferenceEquals(left, right) => left.Interfaces.Contains(right),
        _ => ReferenceEquals(type, wanted)
    };
}
