using System.Globalization;
using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>
/// Where inside a variable's value a fault lies: a field of an object, or else a place in a list. Put into words only then.
/// </summary>
internal sealed class VariablePath(string variable, VariablePath? parent = null, string? field = null, int index = 0)
{
    public VariablePath Append(string name) => new(variable, this, name);

    public VariablePath Append(int place) => new(variable, this, null, place);

    public CoercionException Fault(object? value, string reason)
    {
        var place = parent is null ? "" : $" at \"{variable}{Segments()}\"";
        return new CoercionException($"Variable \"${variable}\" got invalid value {ValueText.Of(value)}{place}; {reason}");
    }

    private string Segments() => parent is null ? ""
        : parent.Segments() + (field is null ? $"[{index.ToString(CultureInfo.InvariantCulture)}]" : "." + field);
}
