using HotChocolate.Model;
using HotChocolate.Types;

namespace HotChocolate.Inference;

/// <summary>
/// Each C# type once, as output and as input. A type is entered before its fields are filled, so types may speak of each other.
/// </summary>
internal sealed class TypeCatalogue
{
    private readonly Dictionary<Type, NamedModel> _outputs = [];
    private readonly Dictionary<Type, NamedModel> _inputs = [];
    private readonly Dictionary<Type, EnumModel> _enums = [];
    private readonly Dictionary<Type, ScalarModel> _scalars = new()
    {
        [typeof(string)] = BuiltInScalars.String,
        [typeof(bool)] = BuiltInScalars.Boolean,
        [typeof(int)] = BuiltInScalars.Int,
        [typeof(long)] = BuiltInScalars.Long,
        [typeof(double)] = BuiltInScalars.Float,
        [typeof(float)] = BuiltInScalars.Float,
        [typeof(DateOnly)] = BuiltInScalars.LocalDate,
        [typeof(DateTime)] = BuiltInScalars.DateTime,
        [typeof(DateTimeOffset)] = BuiltInScalars.DateTime
    };

    private readonly Queue<Action> _unfinished = new();
    private readonly FieldInference _fields;
    private readonly InputInference _inputFields;

    public TypeCatalogue(SchemaRegistration registration, IServiceProvider services)
    {
        foreach (var (clr, schemaType) in registration.Bindings)
        {
            _scalars[clr] = OfSchemaType(schemaType, $"the binding of {clr.Name}").Named as ScalarModel
                ?? throw new SchemaInferenceException($"{clr.Name} is bound to {schemaType.Name}, which is no scalar.");
        }

        var references = new TypeReferences(this);
        _inputFields = new InputInference(references);
        _fields = new FieldInference(references, _inputFields, registration.Extensions, services);
    }

    public IReadOnlyDictionary<Type, NamedModel> Outputs => _outputs;

    /// <summary>A root type has no C# type of its own; its fields are those of its extensions.</summary>
    public ObjectModel Root(ObjectTypeDescriptor descriptor)
    {
        var model = new ObjectModel(descriptor.TypeName) { Description = descriptor.TypeDescription };
        _fields.Fill(model, runtimeType: null);
        return model;
    }

    public NamedModel Output(Type clr, string owner) =>
        Leaf(clr) ?? (_outputs.TryGetValue(clr, out var known) ? known : EnterOutput(clr, owner));

    public NamedModel Input(Type clr, string owner) =>
        Leaf(clr) ?? (_inputs.TryGetValue(clr, out var known) ? known : EnterInput(clr, owner));

    public NamedModel? FindByName(string name) =>
        name switch
        {
            "ID" => BuiltInScalars.Id,
            "String" => BuiltInScalars.String,
            "Int" => BuiltInScalars.Int,
            "Float" => BuiltInScalars.Float,
            "Boolean" => BuiltInScalars.Boolean,
            _ => _scalars.Values.Concat<NamedModel>(_enums.Values).Concat(_outputs.Values).Concat(_inputs.Values)
                .FirstOrDefault(t => t.Name == name)
        };

    public SchemaType OfSchemaType(Type schemaType, string owner)
    {
        if (schemaType.IsGenericType && schemaType.GetGenericTypeDefinition() is var open)
        {
            var inner = OfSchemaType(schemaType.GetGenericArguments()[0], owner);
            return open == typeof(NonNullType<>) ? new NonNullType(inner) : new ListType(inner);
        }

        return ScalarMarkers.Find(schemaType)
            ?? throw new SchemaInferenceException($"{owner} names {schemaType.Name}, which is no schema type this engine knows.");
    }

    /// <summary>Fills the fields of every type entered so far, and of those that come up on the way.</summary>
    public void Finish()
    {
        while (_unfinished.TryDequeue(out var fill))
        {
            fill();
        }
    }

    private NamedModel? Leaf(Type clr)
    {
        if (_scalars.TryGetValue(clr, out var scalar))
        {
            return scalar;
        }

        if (!clr.IsEnum)
        {
            return null;
        }

        return _enums.TryGetValue(clr, out var known) ? known : _enums[clr] = EnumInference.Of(clr);
    }

    private NamedModel EnterOutput(Type clr, string owner)
    {
        Refuse(clr, owner);
        NamedModel model = (clr.IsInterface || clr.IsAbstract, clr.IsDefined(typeof(UnionTypeAttribute), inherit: false)) switch
        {
            (_, true) => new UnionModel(Naming.OfType(clr)),
            (true, _) => new InterfaceModel(Naming.OfType(clr)),
            _ => new ObjectModel(Naming.OfType(clr)) { IsTypeOf = clr.IsInstanceOfType }
        };
        model.Description = Descriptions.Of(clr);
        _outputs.Add(clr, model);
        if (model is ComplexModel complex)
        {
            _unfinished.Enqueue(() => _fields.Fill(complex, clr));
        }

        return model;
    }

    private InputObjectModel EnterInput(Type clr, string owner)
    {
        Refuse(clr, owner);
        var model = new InputObjectModel(Naming.OfInputType(clr)) { Description = Descriptions.Of(clr) };
        _inputs.Add(clr, model);
        _unfinished.Enqueue(() => _inputFields.Fill(model, clr));
        return model;
    }

    private static void Refuse(Type clr, string owner)
    {
        if (clr == typeof(object) || clr.IsPointer || clr.IsGenericTypeDefinition || typeof(Delegate).IsAssignableFrom(clr)
            || clr.Namespace is "System" or "System.Reflection" or "System.Threading" or "System.Threading.Tasks")
        {
            throw new SchemaInferenceException(
                $"{owner} has the type {clr}, which has no GraphQL type. Ignore the member, bind the type, or register it as a service.");
        }
    }
}
