using HotChocolate;

namespace Networks.GraphQLApi.Simulations;

/// <summary>A scenario to begin with.</summary>
[GraphQLName("ScenarioTemplate")]
public sealed class ScenarioTemplateType
{
    internal ScenarioTemplateType(string name) => Name = name;

    /// <summary>Its name, such as grant-ends-in-march.</summary>
    public string Name { get; }

    /// <summary>Its text, as YAML.</summary>
    public string Text => ScenarioTemplates.Read(Name);
}
