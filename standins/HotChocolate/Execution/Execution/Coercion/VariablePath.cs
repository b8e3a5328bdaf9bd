using System.Globalization;
using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>Where inside a variable's value a fault lies.</summary>
internal sealed class VariablePath(string variable, VariablePath? parent = null, string? segment = null)
{
    public VariablePath Append(string name) => new(variable, this, "." + name);

    public VariablePath Append(int index) => new(variable, this, $"[{index.ToString(CultureInfo.InvariantCulture)}]");

    public CoercionException Fault(object? value, string reason)
    {
        var place = parent is null ? "" : $" at \"{variable}{Segments()}\"";
        return new CoercionException($"Variable \"${variable}\" got invalid value {ValueText.Of(value)}{place}; {reason}");
    }

    private string Segments() => parent?.Segments() + segment;
}
