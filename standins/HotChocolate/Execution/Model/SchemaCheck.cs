namespace HotChocolate.Model;

/// <summary>The rules of section 3 of the specification that a schema must keep.</summary>
internal static class SchemaCheck
{
    public static void Run(SchemaModel schema, IReadOnlyList<NamedModel> types, IReadOnlyList<DirectiveModel> directives)
    {
        var twice = types.GroupBy(type => type.Name).Where(group => group.Count() > 1).Select(group => group.Key).ToArray();
        if (twice.Length > 0)
        {
            throw new SchemaFaultException([.. twice.Select(name => $"Two types are called {name}.")]);
        }
    }
}
