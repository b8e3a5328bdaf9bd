using System.Text.Json;
using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>
/// Which proposal of which round: one per resident and kind, numbered anew when a declined person is proposed again.
/// Written "nov-2/befriending/1/R417"; the round's name and the kind hold no slash, so the rest is the reference, whatever it holds.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.proposal-id")]
[JsonConverter(typeof(ProposalIdJsonConverter))]
public readonly record struct ProposalId(
    [property: Id(0)] RoundName Round,
    [property: Id(1)] OfferKind Kind,
    [property: Id(2)] int Attempt,
    [property: Id(3)] ResidentId Resident)
{
    /// <summary>Reads the written form; false for anything else.</summary>
    public static bool TryParse(string text, out ProposalId id)
    {
        id = default;
        var parts = text.Split('/', 4);
        if (parts.Length != 4 || RoundName.Fault(parts[0]) is not null || !Vocabulary<OfferKind>.TryParse(parts[1], out var kind)
            || !Ordinal.TryParse(parts[2], out var attempt) || References.Fault(parts[3]) is not null)
        {
            return false;
        }

        id = new ProposalId(RoundName.Of(parts[0]), kind, attempt, ResidentId.Of(parts[3]));
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Round}/{Vocabulary<OfferKind>.Word(Kind)}/{Attempt}/{Resident}";
}

/// <summary>Writes a proposal's id as its written form.</summary>
public sealed class ProposalIdJsonConverter : JsonConverter<ProposalId>
{
    /// <inheritdoc/>
    public override ProposalId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ProposalId.TryParse(reader.GetString() ?? "", out var id) ? id : throw new JsonException("This is no proposal id.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ProposalId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
