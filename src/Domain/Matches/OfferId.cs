using System.Text.Json;
using System.Text.Json.Serialization;
using Networks.Domain.Groups;
using Networks.Domain.Measures;
using Networks.Domain.Volunteers;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>Who owns the places of an offer.</summary>
[GenerateSerializer, Alias("networks.offer-holder")]
[JsonConverter(typeof(WordJsonConverter<OfferHolder>))]
public enum OfferHolder
{
    Volunteer,
    Group,
}

/// <summary>
/// Whose places are meant: a volunteer's or a group's. Written "volunteer:V31" or "group:G7", because a volunteer and a group may
/// have the same reference. Ordered by reference, then volunteers before groups.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.offer-id")]
[JsonConverter(typeof(OfferIdJsonConverter))]
public readonly record struct OfferId([property: Id(0)] OfferHolder Holder, [property: Id(1)] string Value) : IComparable<OfferId>
{
    /// <summary>The volunteer, if a volunteer owns the places.</summary>
    public VolunteerId? Volunteer => Holder == OfferHolder.Volunteer ? VolunteerId.Of(Value) : null;

    /// <summary>The group, if a group owns the places.</summary>
    public GroupId? Group => Holder == OfferHolder.Group ? GroupId.Of(Value) : null;

    /// <summary>The offer of a volunteer.</summary>
    public static OfferId Of(VolunteerId volunteer) => new(OfferHolder.Volunteer, volunteer.Value);

    /// <summary>The offer of a group.</summary>
    public static OfferId Of(GroupId group) => new(OfferHolder.Group, group.Value);

    /// <summary>Reads the written form; false for anything else.</summary>
    public static bool TryParse(string text, out OfferId id)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var known = Vocabulary<OfferHolder>.TryParse(colon < 0 ? "" : text[..colon], out var holder)
            && References.Fault(text[(colon + 1)..]) is null;
        id = known ? new OfferId(holder, text[(colon + 1)..]) : default;
        return known;
    }

    /// <inheritdoc/>
    public int CompareTo(OfferId other)
    {
        var byReference = References.Compare(Value, other.Value);
        return byReference != 0 ? byReference : Holder.CompareTo(other.Holder);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Vocabulary<OfferHolder>.Word(Holder)}:{Value}";
}

/// <summary>Writes an offer's id as its written form.</summary>
public sealed class OfferIdJsonConverter : JsonConverter<OfferId>
{
    /// <inheritdoc/>
    public override OfferId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        OfferId.TryParse(reader.GetString() ?? "", out var id)
            ? id
            : throw new JsonException("An offer is written volunteer:ID or group:ID.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OfferId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
