using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Grains.Commands;
using Networks.Grains.Residents;

namespace Networks.Grains.Wards;

/// <summary>
/// Which records are read and written by <see cref="RecordJson{T}"/>: those of which a row of a resident is made, because every change is
/// one row read and one row written.
/// </summary>
/// <param name="plain">The rules without this.</param>
internal sealed class RecordJsonFactory(JsonSerializerOptions plain) : JsonConverterFactory
{
    /// <summary>The records.</summary>
    public static FrozenSet<Type> Records { get; } =
        new[] { typeof(ResidentState), typeof(Resident), typeof(ResidentFacts), typeof(Tie), typeof(StoredAnswer) }.ToFrozenSet();

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(GeoPoint) || Records.Contains(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => typeToConvert == typeof(GeoPoint)
        ? new GeoPointJson(plain)
        : (JsonConverter)Activator.CreateInstance(typeof(RecordJson<>).MakeGenericType(typeToConvert), plain, options)!;
}
