using HotChocolate.Language;

namespace HotChocolate.Model;

/// <summary>Whether the default of an input field holds, through the defaults of what it leaves out, itself.</summary>
internal sealed class DefaultCheck
{
    private readonly HashSet<InputValueModel> _open = [];

    public static bool HoldsItself(InputValueModel field) => new DefaultCheck().Visit(field);

    private bool Visit(InputValueModel field)
    {
        if (!_open.Add(field))
        {
            return true;
        }

        var holds = field.DefaultValue is not null && field.Type.Named is InputObjectModel input && Visit(field.DefaultValue, input);
        _open.Remove(field);
        return holds;
    }

    private bool Visit(ValueNode literal, InputObjectModel type) => literal switch
    {
        ListValueNode list => list.Items.Any(item => Visit(item, type)),
        ObjectValueNode given => type.Fields.Exists(field => given.Fields.FirstOrDefault(entry => entry.Name == field.Name) is { } entry
            ? field.Type.Named is InputObjectModel inner && Visit(entry.Value, inner)
            : Visit(field)),
        _ => false
    };
}
