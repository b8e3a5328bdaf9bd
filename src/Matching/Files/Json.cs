using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Networks.Matching.Files;

/// <summary>What the JSON files of rounds and snapshots share.</summary>
public static class Json
{
    /// <summary>Reads one file whole, or says where it is wrong.</summary>
    public static T Read<T>(string json, string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, ProblemFile.Options)
                ?? throw new MatchingFileException(file, 1, "The file holds null.");
        }
        catch (JsonException fault)
        {
            throw new MatchingFileException(file, (int)(fault.LineNumber ?? 0) + 1, $"At {fault.Path ?? "$"}: {fault.Message}");
        }
    }

    /// <summary>Empty lists say no more than leaving them out, and absent ones must not come back as default arrays.</summary>
    internal static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            // A list that a constructor asks for would come back uninitialised if it were left out.
            if (property.AssociatedParameter is null && !property.IsRequired && property.PropertyType.IsGenericType
                && property.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            {
                property.ShouldSerialize = (_, value) => value is IStructuralEquatable and ICollection { Count: > 0 };
            }
        }
    }
}
