using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Networks.Domain.Commands;
using Networks.Grains.Wards;

namespace Networks.Grains.Commands;

/// <summary>Tells whether two commands say the same: a digest of the command's kind and everything in it.</summary>
internal static class CommandDigest
{
    private static readonly JsonSerializerOptions Options = new(StateJson.Options)
    {
        TypeInfoResolver = StateJson.Options.TypeInfoResolver!.WithAddedModifier(LeaveOutWhatIsNotGiven),
    };

    /// <summary>The first 16 bytes of a SHA-256, in hex.</summary>
    public static string Of(object command) => JsonDigest.Of(command.GetType().Name, command, Options);

    private static void LeaveOutWhatIsNotGiven(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.PropertyType.IsAssignableTo(typeof(IChange))))
        {
            property.ShouldSerialize = (_, value) => value is IChange { IsGiven: true };
        }
    }
}
