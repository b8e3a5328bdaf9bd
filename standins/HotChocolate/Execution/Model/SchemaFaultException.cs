namespace HotChocolate.Model;

/// <summary>The schema breaks a rule of the specification; one line per fault.</summary>
internal sealed class SchemaFaultException(IReadOnlyList<string> faults)
    : Exception("The schema is not valid:\n" + string.Join('\n', faults.Select(fault => "- " + fault)))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
