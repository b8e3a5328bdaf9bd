using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Networks.Domain.Commands;
using Networks.Grains.Wards;

namespace Networks.Grains.Commands;

/// <summary>Tells whether two commands say the same: a digest of the command's kind and everything in it.</summary>
internal static class CommandDigest
{
    private const int BytesKept = 16;

    private static readonly JsonSerializerOptions Options = new(StateJson.Options)
    {
        TypeInfoResolver = StateJson.Options.TypeInfoResolver!.WithAddedModifier(LeaveOutWhatIsNotGiven),
    };

    /// <summary>The first 16 bytes of a SHA-256, in hex.</summary>
    public static string Of(object command)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(command.GetType().Name));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Options));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, BytesKept));
    }

    private static void LeaveOutWhatIsNotGiven(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.PropertyType.IsAssignableTo(typeof(IChange))))
        {
            property.ShouldSerialize = (_, value) => value is IChange { IsGiven: true };
        }
    }
}
