using System.Globalization;
using System.Text;
using System.Xml;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Ties;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Residents;

namespace Networks.GraphQLApi.Exports;

/// <summary>
/// The connection graph as GraphML, which Gephi, yEd, igraph and networkx read. Connections are undirected, as they are counted; each row
/// that is recorded is one edge. No label of a person outside the register stands here.
/// </summary>
internal static class ConnectionGraphml
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string Id, string For, string Type)[] Keys =
    [
        ("as_of", "graph", "string"), ("picture", "graph", "long"),
        ("label", "node", "string"), ("kind", "node", "string"), ("ward", "node", "string"), ("age_band", "node", "string"),
        ("lives_alone", "node", "boolean"), ("basis", "node", "string"), ("offer", "node", "string"),
        ("connection", "edge", "string"), ("tie_kind", "edge", "string"), ("since", "edge", "string"), ("last_contact", "edge", "string"),
        ("days_since_contact", "edge", "int"),
    ];

    public static async Task WriteAsync(ExportPicture picture, ExportSink sink)
    {
        using var xml = XmlWriter.Create(sink.Piece, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true });
        Begin(xml, picture);
        xml.Flush();
        await sink.FlushAsync();
        var within = picture.IsWholeArea ? null : picture.Wards.Select(ward => ward.Code).ToHashSet();
        var total = 2L * picture.Wards.Length;
        for (var at = 0; at < picture.Wards.Length; at++)
        {
            foreach (var node in picture.Graph.NodesOf(picture.Wards[at].Code, picture.AsOf))
            {
                Write(xml, node, picture.AsOf);
                await PassOnAsync(xml, sink);
            }

            sink.Tell(at + 1, total);
        }

        for (var at = 0; at < picture.Wards.Length; at++)
        {
            foreach (var edge in picture.Graph.EdgesOf(picture.Wards[at].Code, within, picture.AsOf))
            {
                Write(xml, edge, picture.AsOf);
                await PassOnAsync(xml, sink);
            }

            sink.Tell(picture.Wards.Length + at + 1, total);
        }

        xml.WriteEndDocument();
        xml.Flush();
        await sink.FlushAsync();
    }

    private static ValueTask PassOnAsync(XmlWriter xml, ExportSink sink)
    {
        xml.Flush();
        return sink.PassOnAsync();
    }

    private static void Begin(XmlWriter xml, ExportPicture picture)
    {
        const string Schema = "http://www.w3.org/2001/XMLSchema-instance";
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Namespace);
        xml.WriteAttributeString("xmlns", "xsi", null, Schema);
        xml.WriteAttributeString("schemaLocation", Schema, $"{Namespace} {Namespace}/1.0/graphml.xsd");
        foreach (var (id, of, type) in Keys)
        {
            xml.WriteStartElement("key", Namespace);
            xml.WriteAttributeString("id", id);
            xml.WriteAttributeString("for", of);
            xml.WriteAttributeString("attr.name", id);
            xml.WriteAttributeString("attr.type", type);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "connections");
        xml.WriteAttributeString("edgedefault", "undirected");
        Data(xml, "as_of", Text(picture.AsOf));
        Data(xml, "picture", picture.Graph.Stamp.ToString(CultureInfo.InvariantCulture));
    }

    private static void Write(XmlWriter xml, in ConnectionNode node, DateOnly asOf)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", Id(node.Id));
        Data(xml, "label", node.Id[(node.Id.IndexOf(':') + 1)..]);
        Data(xml, "kind", Vocabulary<ConnectionNodeKind>.Word(node.Kind));
        Data(xml, "ward", node.Ward.Value);
        Data(xml, "age_band", node.Kind == ConnectionNodeKind.Resident ? PlainWords.Age(node.BirthYear, asOf) : null);
        Data(xml, "lives_alone", node.LivesAlone is { } alone ? XmlConvert.ToString(alone) : null);
        Data(xml, "basis", node.Basis is { } basis ? Vocabulary<EvidenceBasis>.Word(basis) : null);
        Data(xml, "offer", node.Offer is { } offer ? Vocabulary<OfferKind>.Word(offer) : null);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, in ConnectionEdge edge, DateOnly asOf)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("source", Id(edge.From));
        xml.WriteAttributeString("target", Id(edge.To));
        Data(xml, "connection", Vocabulary<ConnectionKind>.Word(edge.Kind));
        Data(xml, "tie_kind", edge.TieKind is { } kind ? Vocabulary<TieKind>.Word(kind) : null);
        Data(xml, "since", edge.Since is { } since ? Text(since) : null);
        Data(xml, "last_contact", edge.LastContact is { } last ? Text(last) : null);
        Data(xml, "days_since_contact", edge.LastContact is { } contact ? XmlConvert.ToString(asOf.DayNumber - contact.DayNumber) : null);
        xml.WriteEndElement();
    }

    // What is not known has no element at all; a reader then leaves the attribute empty.
    private static void Data(XmlWriter xml, string key, string? value)
    {
        if (value is not null)
        {
            xml.WriteStartElement("data", Namespace);
            xml.WriteAttributeString("key", key);
            xml.WriteString(value);
            xml.WriteEndElement();
        }
    }

    // Ids must be one XML name token; what a reference holds beyond that is escaped in a way that can be undone.
    private static string Id(string id) => XmlConvert.EncodeNmToken(id)!;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
