using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Networks.Graph.Areas;
using Networks.Graph.Residents;

namespace Networks.GraphQLApi.Exports;

/// <summary>
/// The wards with their counts as GeoJSON (RFC 7946), for a map: each at the point its file gives, without geometry where it gives none.
/// A ward's point says where the ward is, never where anybody lives.
/// </summary>
internal static class WardGeojson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(ExportPicture picture, UnconnectedRule rule, ExportSink sink)
    {
        await using var json = new Utf8JsonWriter(sink.Piece, Readable);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("asOf", Text(picture.AsOf));
        json.WriteNumber("picture", picture.Graph.Stamp);
        json.WriteString("rule", rule.ToString());
        json.WriteStartArray("features");
        for (var at = 0; at < picture.Wards.Length; at++)
        {
            Write(json, picture, at, rule);
            await json.FlushAsync();
            await sink.PassOnAsync();
            sink.Tell(at + 1, picture.Wards.Length);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync();
        await sink.FlushAsync();
    }

    private static void Write(Utf8JsonWriter json, ExportPicture picture, int at, UnconnectedRule rule)
    {
        var ward = picture.Wards[at];
        var query = new TotalsQuery { Wards = [ward.Code], Rule = rule };
        var totals = picture.Graph.Totals(query, picture.AsOf, picture.Now).Wards.FirstOrDefault();
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", ward.Code.Value);
        if (ward.Point is { } point)
        {
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(point.Longitude);
            json.WriteNumberValue(point.Latitude);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("geometry");
        }

        json.WriteStartObject("properties");
        json.WriteString("code", ward.Code.Value);
        json.WriteString("name", ward.Name);
        json.WriteNumber("residents", totals?.Residents ?? 0);
        json.WriteNumber("unconnected", totals?.Unconnected ?? 0);
        json.WriteNumber("neverAsked", totals?.NeverAsked ?? 0);
        json.WriteNumber("groups", totals?.Groups ?? 0);
        json.WriteNumber("openPlaces", totals?.OpenPlaces ?? 0);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
