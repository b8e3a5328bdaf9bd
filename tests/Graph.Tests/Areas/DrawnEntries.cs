using System.Collections.Immutable;
using System.Text.Json;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Wards;

namespace Networks.Graph.Tests.Areas;

/// <summary>
/// Residents' entries with every member drawn from all its values, the outermost ones included, and the plain way to say what must come
/// back: no tie to herself, and all contacts of a row as one ascending list.
/// </summary>
internal sealed class DrawnEntries(int seed)
{
    private const int HubTies = 1000;
    private static readonly string[] Shapes = 
        ["R{0}", "é-{0}", "\ud83d\ude00{0}", "\uff21 {0}", "{0}#1", "{0}-a-reference-as-long-as-any-other-{0}"];

    private static readonly DateOnly[] Edges =
    [
        DateOnly.MinValue, DateOnly.MinValue.AddDays(1), new(1969, 12, 31), new(2026, 11, 22), DateOnly.MaxValue.AddDays(-1),
        DateOnly.MaxValue,
    ];

    private readonly Random random = new(seed);

    public int People { get; init; } = 150;

    public WardCode[] Wards { get; } = [WardCode.Of("W1"), WardCode.Of("W2"), WardCode.Of("W\ud83d\ude00"), WardCode.Of("W0")];

    public static ResidentId Id(int at) => ResidentId.Of(string.Format(null, Shapes[at % Shapes.Length], at));

    public int Below(int limit) => random.Next(limit);

    public ResidentEntry Entry(int at, int version) => new()
    {
        Id = Id(at),
        Version = version,
        Ward = Wards[random.Next(Wards.Length)],
        RegisteredOn = Maybe(Day),
        LeftOn = Maybe(Day),
        ConnectionsAskedOn = Maybe(Day),
        BirthYear = Maybe(() => random.Next(3) switch { 0 => int.MinValue, 1 => 1940, _ => int.MaxValue }),
        LivesAlone = Maybe(() => random.Next(2) == 0),
        Home = Maybe(() => new GeoPoint(random.Next(3) == 0 ? -0.0 : (random.NextDouble() - .5) * 180, (random.NextDouble() - .5) * 360)),
        Seeking = [.. Enum.GetValues<OfferKind>().Where(_ => random.Next(6) == 0)],
        WaitingSince = Maybe(Day),
        PausedUntil = Maybe(Day),
        PriorityBand = Maybe(() => random.Next(0, 6)),
        Ties = Many(at == 0 ? HubTies : 6, () => Tie()),
        Memberships = Many(3, () => new MembershipEntry(GroupId.Of($"G{random.Next(5)}"), Maybe(Day), Maybe(Day), Many(4, Day))),
        Matches = random.Next(4) > 0 ? [] : Many(3, () => new MatchEntry(
            VolunteerId.Of($"V{random.Next(5)}"), (OfferKind)random.Next(6), Maybe(Day), Maybe(Day), Maybe(Day), Many(3, Day))),
        Introductions = random.Next(4) > 0 ? [] : Many(3, () => new ConsentSpan(Maybe(Day), Maybe(Day))),
        DeclinedOn = random.Next(4) > 0 ? [] : Many(3, Day),
        RecordedOn = Maybe(Day),
        IntroductionsAskedOn = random.Next(4) > 0 ? [] : Many(3, Day),
    };

    /// <summary>What the graph must give back for an entry, as text that differs whenever any member does.</summary>
    public static string Back(ResidentEntry entry) => JsonSerializer.Serialize(entry with
    {
        Ties = [.. entry.Ties.Where(tie => tie.Resident != entry.Id).Select(tie => tie with
        {
            LastContact = null, Contacts = Days(tie.Contacts, tie.LastContact),
        })],
        Memberships = [.. entry.Memberships.Select(row => row with { Attendances = Days(row.Attendances, null) })],
        Matches = [.. entry.Matches.Select(row => row with { LastContact = null, Contacts = Days(row.Contacts, row.LastContact) })],
    });

    private static ImmutableArray<DateOnly> Days(ImmutableArray<DateOnly> days, DateOnly? last) =>
        [.. days.Concat(last is { } day ? [day] : []).Distinct().Order()];

    private TieEntry Tie()
    {
        var isAlter = random.Next(5) == 0;
        return new TieEntry(
            isAlter ? null : Id(random.Next(People)), isAlter ? random.Next(3) : null, (TieKind)random.Next(8),
            Maybe(() => (ContactFrequency)random.Next(5)), Maybe(Day), Maybe(Day), Maybe(Day), Many(3, Day));
    }

    private DateOnly Day() => random.Next(4) == 0 ? Edges[random.Next(Edges.Length)] : new DateOnly(2026, 1, 1).AddDays(random.Next(300));

    private T? Maybe<T>(Func<T> draw)
        where T : struct => random.Next(2) == 0 ? draw() : null;

    private ImmutableArray<T> Many<T>(int most, Func<T> draw) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => draw())];
}
