using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Wards;
using Networks.Graph.Wards;

namespace Networks.Benchmarks.GraphAnswers;

/// <summary>
/// A community of a given size: 4,000 residents a ward, one in ten without a tie, one in twenty in a circle of two to five, the others with
/// about five ties of whom nine in ten are neighbours by number; a group for every 300 residents and one resident in four in a group.
/// </summary>
internal sealed class InventedGraph(int residents)
{
    private const int ResidentsPerWard = 4_000;
    private const int ResidentsPerGroup = 300;
    private readonly Random _random = new(42);

    public int Ties { get; private set; }

    public IEnumerable<(WardCode Ward, WardEntries Entries)> Wards()
    {
        for (var first = 0; first < residents; first += ResidentsPerWard)
        {
            var ward = WardCode.Of(string.Create(CultureInfo.InvariantCulture, $"E05{first / ResidentsPerWard:000000}"));
            var people = Enumerable.Range(first, Math.Min(ResidentsPerWard, residents - first)).Select(at => Resident(at, ward));
            var groups = Enumerable.Range(first, Math.Min(ResidentsPerWard, residents - first)).Where(at => at % ResidentsPerGroup == 0)
                .Select(at => new GroupEntry
                {
                    Id = Group(at), Version = 1, Ward = ward, Kind = OfferKind.LunchClub, Places = new Places { Capacity = 30 },
                });
            yield return (ward, new WardEntries([.. people], [], [.. groups]));
        }
    }

    public static ResidentId Id(int at) => ResidentId.Of(string.Create(CultureInfo.InvariantCulture, $"R{at:0000000}"));

    public ResidentEntry Resident(int at, WardCode ward, int version = 1)
    {
        var ties = Named(at).Select(other => new TieEntry(Id(other), null, TieKind.Friend, null, null, null, Day(), [])).ToImmutableArray();
        Ties += ties.Length;
        return new ResidentEntry
        {
            Id = Id(at),
            Version = version,
            Ward = ward,
            Ties = ties,
            Memberships = _random.Next(4) == 0 ? [new MembershipEntry(Group(_random.Next(residents)), null, null, [])] : [],
        };
    }

    private static GroupId Group(int near) =>
        GroupId.Of(string.Create(CultureInfo.InvariantCulture, $"G{near / ResidentsPerGroup:00000}"));

    private DateOnly Day() => new DateOnly(2026, 11, 22).AddDays(-_random.Next(400));

    // By number: 0 has no tie, 1 stands in a small circle with its neighbours, the others are in the large one.
    private IEnumerable<int> Named(int at) => (at % 20) switch
    {
        0 or 10 => [],
        1 => [],
        2 => [at - 1],
        _ => Enumerable.Range(0, _random.Next(1, 6))
            .Select(_ => _random.Next(10) == 0 ? _random.Next(residents) : at + _random.Next(-30, 31))
            .Where(other => other >= 0 && other < residents && other != at && other % 20 is not (0 or 10 or 1 or 2)),
    };
}
