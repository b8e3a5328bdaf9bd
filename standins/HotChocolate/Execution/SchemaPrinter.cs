using HotChocolate.Model;

namespace HotChocolate;

/// <summary>Prints a schema in the schema definition language.</summary>
public static class SchemaPrinter
{
    public static string Print(ISchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return SdlWriter.Write((SchemaModel)schema);
    }
}
