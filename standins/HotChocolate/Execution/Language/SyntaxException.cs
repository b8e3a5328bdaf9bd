namespace HotChocolate.Language;

/// <summary>The text is no document of the language; the message names what was expected and what stands there.</summary>
internal sealed class SyntaxException(string message, Location location) : Exception("Syntax Error: " + message)
{
    public Location Location { get; } = location;
}
