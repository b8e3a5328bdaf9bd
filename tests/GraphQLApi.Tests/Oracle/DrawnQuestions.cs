using System.Globalization;

namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>What is asked of one area, drawn from its seed, as GraphQL text and as plain values.</summary>
internal sealed class DrawnQuestions
{
    private static readonly string[] Sought =
        ["befriending", "peer-mentoring", "transport", "activity", "peer-support", "lunch-club", "digital-skills"];

    private readonly Random random;

    public DrawnQuestions(DrawnArea area)
        : this(area.Seed, area.Wards, area.Residents, area.Groups, area.Volunteers)
    {
    }

    public DrawnQuestions(
        int seed, IReadOnlyList<string> wards, IReadOnlyList<string> residents, IReadOnlyList<string> groups,
        IReadOnlyList<string> volunteers)
    {
        random = new Random(seed + 1_000_000);
        Day = Text(DrawnArea.Today.AddDays(random.Next(-30, 31)));
        Wards = Some([.. wards]) ?? [.. wards];
        Rule = DrawRule();
        Order = [.. Enumerable.Range(0, random.Next(3)).Select(_ => (
            Pick("WARD", "ID", "LAST_CONTACT", "WAITING_SINCE", "PRIORITY_BAND", "CONNECTIONS"), random.Next(2) == 0))];
        Through = Some("TIE", "ALTER", "MEMBERSHIP", "BEFRIENDING");
        Seeking = Some(Sought);
        Paused = random.Next(3) == 0;
        Alone = Pick("", "true", "false");
        Bands = Some("1", "2", "3", "4");
        WaitingAtLeast = random.Next(2) == 0 ? random.Next(30) : null;
        Isolation = random.Next(2) == 0 ? random.Next(6) : null;
        Person = residents[random.Next(residents.Count)];
        Group = groups.Count > 0 && random.Next(2) == 0 ? groups[random.Next(groups.Count)] : "";
        Volunteer = Group == "" && volunteers.Count > 0 ? volunteers[random.Next(volunteers.Count)] : "";
        HopsMax = random.Next(5);
    }

    public string Day { get; init; }

    public string[] Wards { get; }

    public PlainRule Rule { get; }

    public List<(string Field, bool Descending)> Order { get; }

    public string[]? Through { get; }

    public string[]? Seeking { get; }

    public bool Paused { get; }

    public string Alone { get; }

    public string[]? Bands { get; }

    public int? WaitingAtLeast { get; }

    public int? Isolation { get; }

    public string Person { get; }

    public string Group { get; }

    public string Volunteer { get; }

    public int HopsMax { get; }

    /// <summary>The question; paths are asked for only for somebody on the register, and to somewhere.</summary>
    public string Document(bool withPaths)
    {
        var (target, type) = Group != "" ? ("toGroup: $group", "$group: ID") : ("toVolunteer: $volunteer", "$volunteer: ID");
        var paths = withPaths
            ? $"introductionPaths(from: $person {target} hopsMax: {HopsMax} first: 5) {{ hops steps {{ resident {{ reference }} }} }}"
            : "";
        return $$"""
            query ($wards: [String!], $person: ID!{{(withPaths ? $", {type}" : "")}}) {
              {{Lists($"asOf: \"{Day}\"", "")}}
              resident(id: $person) { isolation(on: "{{Day}}") { score noPartner childrenLessThanMonthly familyLessThanMonthly
                friendsLessThanMonthly noMembership basis }
                now: tiesBothWays(first: 100) { ...Ends } ever: tiesBothWays(first: 100 current: false) { ...Ends } }
              {{paths}}
            }
            fragment Ends on TieEndConnection {
              totalCount nodes { namedByOther other { reference } alterNumber kind contactFrequency lastContact since endedOn } }
            """;
    }

    /// <summary>The questions about the area alone, all of one day as it was known on an evening.</summary>
    public string Document(string knownAt)
    {
        var days = $"asOf: \"{Day}\" knownAt: \"{knownAt}\"";
        return $$"""query ($wards: [String!]) { {{Lists(days, days)}} }""";
    }

    private string Lists(string day, string today)
    {
        var order = string.Join(' ', Order.Select(step => $"{{ field: {step.Field} direction: {(step.Descending ? "DESC" : "ASC")} }}"));
        return $$"""
            list: unconnectedResidents(wards: $wards {{day}} first: 100 orderBy: [{{order}}] rule: {{Text(Rule)}}) {
              totalCount neverAskedCount
              nodes { resident { reference } evidence { criteria isolation hopsToGroup basis connections {
                basis residents alters groups befriending lastContact componentSize } } }
            }
            components(wards: $wards {{day}} through: {{List(Through)}}) { count largest isolates sizes { size count } }
            wards(codes: $wards {{day}}) {
              code residents neverAsked waiting(seeking: {{List(Seeking)}}) unconnectedCount(rule: {{Text(Rule)}}) { value } }
            residents(first: 100 {{today}} where: { wards: $wards livesAlone: {{(Alone == "" ? "null" : Alone)}}
              priorityBands: {{List(Bands)}} seeking: {{List(Seeking)}} waitingAtLeastDays: {{Number(WaitingAtLeast)}}
              isolationAtLeast: {{Number(Isolation)}} }) { totalCount nodes { reference } }
            waitingList(wards: $wards {{today}} first: 100 paused: {{(Paused ? "true" : "false")}} seeking: {{List(Seeking)}}) {
              totalCount nodes { resident { reference } seeking since days priorityBand proposalsDeclined } }
            """;
    }

    private PlainRule DrawRule() => new()
    {
        All = random.Next(2) == 0,
        NoTies = random.Next(2) == 0,
        NoContact = random.Next(2) == 0 ? random.Next(1, 60) : null,
        Component = random.Next(3) == 0 ? random.Next(1, 6) : null,
        NoGroupWithin = random.Next(3) == 0 ? random.Next(0, 7) : null,
        Isolation = random.Next(3) == 0 ? random.Next(0, 6) : null,
        Counting = Some("TIE", "ALTER", "MEMBERSHIP", "BEFRIENDING"),
        TieKinds = Some("partner", "child", "parent", "family", "friend", "neighbour", "acquaintance", "professional"),
        CountStated = random.Next(2) == 0,
        OnlyIfConnected = random.Next(4) == 0,
        Basis = random.Next(3) == 0 ? Some("ASKED", "PARTLY_RECORDED", "NEVER_ASKED") : null,
    };

    private static string Text(PlainRule rule) => $"{{ combine: {(rule.All ? "ALL" : "ANY")} noTies: {(rule.NoTies ? "true" : "false")} "
        + $"noContactSinceDays: {Number(rule.NoContact)} componentAtMost: {Number(rule.Component)} "
        + $"noGroupWithinHops: {Number(rule.NoGroupWithin)} isolationAtLeast: {Number(rule.Isolation)} "
        + $"counting: {List(rule.Counting)} tieKinds: {List(rule.TieKinds)} basis: {List(rule.Basis)} "
        + $"countStatedFrequency: {(rule.CountStated ? "true" : "false")} onlyIfConnected: {(rule.OnlyIfConnected ? "true" : "false")} }}";

    private static string List(string[]? words) => words == null ? "null" : $"[{string.Join(' ', words.Select(Name))}]";

    /// <summary>A word of the files as the schema spells it.</summary>
    public static string Name(string word) => word.ToUpperInvariant().Replace('-', '_');

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "null";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Pick(params string[] values) => values[random.Next(values.Length)];

    private string[]? Some(params string[] values)
    {
        var some = values.Where(_ => random.Next(2) == 0).ToArray();
        return some.Length == 0 || random.Next(3) == 0 ? null : some;
    }
}
