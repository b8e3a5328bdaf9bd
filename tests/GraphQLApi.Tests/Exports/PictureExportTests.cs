using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Networks.GraphQLApi.Exports;
using Networks.GraphQLApi.Tests.CommandLine;

namespace Networks.GraphQLApi.Tests.Exports;

public sealed class PictureExportTests
{
    private static readonly XNamespace Graphml = "http://graphml.graphdrawing.org/xmlns";

    [Fact]
    public async Task The_list_goes_out_with_its_evidence_its_day_and_its_picture_on_each_row()
    {
        using var terminal = new Terminal();
        await terminal.Store("import", terminal.Town());
        var (code, answer, notes) = await terminal.Store(
            "export", terminal.At("list.csv"), "--format", "csv", "--rule", "no-contact:90", "--as-of", "2026-11-22");
        Assert.True(code == 0, answer + notes);
        Assert.Contains("2 wards as of 2026-11-22", answer, StringComparison.Ordinal);
        var rows = File.ReadAllLines(terminal.At("list.csv")).Select(line => line.Split(',')).ToArray();
        Assert.Equal(("resident", "as_of", "picture"), (rows[0][0], rows[0][^2], rows[0][^1]));
        Assert.Equal(["R1", "R2", "R6", "R3"], rows[1..].Select(row => row[0]));
        Assert.All(rows[1..], row => Assert.Equal("2026-11-22", row[^2]));
        Assert.Single(rows[1..].Select(row => long.Parse(row[^1], null)).Distinct());
        Assert.Equal("2026-07-02", rows[2][Array.IndexOf(rows[0], "last_contact")]);

        await terminal.Store("export", terminal.At("west.csv"), "--format", "csv", "--ward", "Batley West");
        Assert.Equal(["R3"], File.ReadAllLines(terminal.At("west.csv"))[1..].Select(line => line.Split(',')[0]));
        Assert.DoesNotContain(Directory.GetFiles(terminal.At()), file => file.EndsWith(".unfinished", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_connection_graph_goes_out_as_graphml_that_can_be_read_back_whole()
    {
        using var terminal = new Terminal();
        await terminal.Store("import", terminal.Town());
        await terminal.Store("import", terminal.Delivery(
            "more",
            ("ties.csv", "from,to,kind,since\nR3,alter:Zoe Example,friend,2026-01-02\n"),
            ("befriending.csv", "volunteer,resident,since,last_contact\nV2,R2,2026-10-01,2026-11-02\n")));
        var (code, answer, notes) = await terminal.Store(
            "export", terminal.At("all.graphml"), "--format", "graphml", "--as-of", "2026-11-22");
        Assert.True(code == 0, answer + notes);
        Assert.DoesNotContain("Zoe", File.ReadAllText(terminal.At("all.graphml")), StringComparison.Ordinal);

        var graph = Read(terminal.At("all.graphml"));
        Assert.Equal("2026-11-22", Data(graph, "as_of"));
        Assert.Equal(
            ["alter:1:R2 alter", "alter:1:R3 alter", "group:G1 group",
                "resident:R1 resident", "resident:R2 resident", "resident:R3 resident",
                "resident:R4 resident", "resident:R5 resident", "resident:R6 resident", "volunteer:V1 volunteer", "volunteer:V2 volunteer"],
            graph.Elements(Graphml + "node").Select(node => $"{Id(node, "id")} {Data(node, "kind")}").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["resident:R2 alter:1:R2 alter child  2026-07-02 143", "resident:R2 volunteer:V2 befriending  2026-10-01 2026-11-02 20",
                "resident:R3 alter:1:R3 alter friend 2026-01-02  ", "resident:R4 resident:R5 tie friend  2026-11-01 21",
                "resident:R5 group:G1 membership  2026-01-01  "],
            graph.Elements(Graphml + "edge").Select(edge => $"{Id(edge, "source")} {Id(edge, "target")} {Data(edge, "connection")} "
                + $"{Data(edge, "tie_kind")} {Data(edge, "since")} {Data(edge, "last_contact")} {Data(edge, "days_since_contact")}")
                .Order(StringComparer.Ordinal));

        await terminal.Store("export", terminal.At("west.graphml"), "--format", "graphml", "--ward", "E05001391", "--as-of", "2026-11-22");
        Assert.Equal(
            ["alter:1:R3", "resident:R3", "resident:R4", "volunteer:V2"],
            Read(terminal.At("west.graphml")).Elements(Graphml + "node").Select(node => Id(node, "id")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_wards_go_out_as_geojson_with_longitude_first_and_no_geometry_where_no_point_is_known()
    {
        using var terminal = new Terminal();
        await terminal.Store("import", terminal.Town());
        await terminal.Store("import", terminal.Delivery("more", ("wards.csv", "code,name\nE05001392,Birstall\n")));
        Assert.Equal(0, (await terminal.Store("export", terminal.At("map.json"), "--format", "geojson", "--as-of", "2026-11-22")).Code);
        var map = JsonNode.Parse(File.ReadAllText(terminal.At("map.json")))!;
        Assert.Equal(("FeatureCollection", "2026-11-22", "no-ties"), ((string)map["type"]!, (string)map["asOf"]!, (string)map["rule"]!));
        var features = map["features"]!.AsArray();
        Assert.Equal(["E05001390", "E05001391", "E05001392"], features.Select(ward => (string)ward!["id"]!));
        Assert.All(features, ward => Assert.Equal("Feature", (string)ward!["type"]!));
        Assert.Equal([-1.62, 53.71], features[0]!["geometry"]!["coordinates"]!.AsArray().Select(number => (double)number!));
        Assert.Null(features[2]!["geometry"]);
        Assert.Equal([4, 2, 0], features.Select(ward => (int)ward!["properties"]!["residents"]!));
        Assert.Equal([2, 1, 0], features.Select(ward => (int)ward!["properties"]!["unconnected"]!));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44 1709", "'+44 1709")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-R1", "'-R1")]
    [InlineData("\tx", "'\tx")]
    [InlineData("-5", "-5")]
    [InlineData("R-1", "R-1")]
    [InlineData("", "")]
    public void A_cell_that_a_spreadsheet_would_run_is_made_harmless(string cell, string written) =>
        Assert.Equal(written, UnconnectedCsv.Harmless(cell));

    [Fact]
    public async Task What_no_file_can_be_written_from_is_refused_in_one_sentence()
    {
        using var terminal = new Terminal();
        await terminal.Store("import", terminal.Town());
        foreach (var (words, sentence) in new (string[], string)[]
        {
            (["x", "--format", "pdf"], "--format does not know 'pdf'; known are csv, graphml, geojson."),
            (["x", "--ward", "Batley East"], "--ward goes with --format only: without it the whole store is written."),
            (["x", "--format", "csv", "--ward", "Batlex East"], "There is no ward 'Batlex East'; did you mean Batley "),
            (["x", "--format", "csv", "--rule", "alone"], "'alone' is no criterion."),
        })
        {
            var (code, answer, notes) = await terminal.Store(["export", terminal.At(words[0]), .. words[1..]]);
            Assert.Equal(2, code);
            Assert.Contains(sentence, answer + notes, StringComparison.Ordinal);
            Assert.False(File.Exists(terminal.At("x")) || Directory.Exists(terminal.At("x")), "Something was written.");
        }
    }

    private static XElement Read(string file)
    {
        using var xml = XmlReader.Create(file);
        return XDocument.Load(xml).Root!.Element(Graphml + "graph")!;
    }

    private static string Id(XElement element, string attribute) => XmlConvert.DecodeName(element.Attribute(attribute)!.Value)!;

    private static string? Data(XElement element, string key) =>
        element.Elements(Graphml + "data").FirstOrDefault(data => data.Attribute("key")!.Value == key)?.Value;
}
