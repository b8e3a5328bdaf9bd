namespace Networks.Benchmarks.SideBySide;

/// <summary>The rows of the table, in its order. A run names them by these words.</summary>
internal static class TableRows
{
    public const string CountNoTies = "unconnected per ward, whole area: no ties";
    public const string CountNoContact = "unconnected per ward, whole area: no contact in 90 days";
    public const string CountComponent = "unconnected per ward, whole area: component of at most 5";
    public const string CountNoGroup = "unconnected per ward, whole area: no group within 2 ties";
    public const string CountIsolation = "unconnected per ward, whole area: ELSA isolation of at least 4";
    public const string CountAfterChange = "unconnected per ward, whole area, right after a change";
    public const string Page = "page of 50 over HTTP, 16 connections";
    public const string Nested = "ward, 50 residents, ties, other ends, groups over HTTP, 16 connections";
    public const string BusyPage = "page of 50 over HTTP, 16 connections, while one more records ties";
    public const string TieAdded = "components after a tie is added";
    public const string TieRemoved = "components after a tie is removed";
    public const string Components = "components of everybody, from nothing";
    public const string Path3 = "introduction path, at most 3 ties, any group with places";
    public const string Path6 = "introduction path, at most 6 ties, one group";
    public const string Path6Volunteer = "introduction path, at most 6 ties, one volunteer";
    public const string NearestPlaces = "nearest 10 groups with places that share an interest";
    public const string Change8 = "durable change over HTTP, 8 connections";
    public const string Change64 = "durable change over HTTP, 64 connections";
    public const string Memory = "memory of the graph, beside 200 bytes a resident and 24 a tie";
    public const string ChangeCost = "one change of the graph";
    public const string Import = "import of the whole area";
    public const string Start = "start of the server to the first answer over the whole area";
    public const string Process = "memory of the one process, after start";
    public const string ProcessLoaded = "memory of the one process, after pages over HTTP";
    public const string KnownAtFirst = "list as it was known on a past evening, first answer";
    public const string KnownAtAgain = "list as it was known on a past evening, again";
    public const string DailyPass = "daily pass of the watches at 03:00";
    public const string DailyPassChange = "durable change over HTTP while the daily pass runs, 8 connections";
    public const string ExportCsv = "export over HTTP: people without a tie, CSV";
    public const string ExportGraphml = "export over HTTP: the connection graph, GraphML";
    public const string ExportGeojson = "export over HTTP: wards with counts, GeoJSON";
    public const string Recovery = "start after a kill, to the first answer over the whole area";

    /// <summary>Every row, in the order of the table.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        CountNoTies, CountNoContact, CountComponent, CountNoGroup, CountIsolation, CountAfterChange, Page, Nested, BusyPage, TieAdded,
        TieRemoved,
        Components, Path3, Path6, Path6Volunteer, NearestPlaces, Change8, Change64, Memory, ChangeCost, Import, Start, Process,
        ProcessLoaded, KnownAtFirst, KnownAtAgain, DailyPass, DailyPassChange, ExportCsv, ExportGraphml, ExportGeojson,
        Recovery,
    ];
}
