namespace HotChocolate.Inference;

/// <summary>A C# type cannot be put into the schema; the message names the member and the way out.</summary>
internal sealed class SchemaInferenceException(string message) : Exception(message);
