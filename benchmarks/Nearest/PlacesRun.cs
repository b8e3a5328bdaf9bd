using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Networks.Benchmarks.Areas;
using Networks.Benchmarks.SideBySide;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Networks.Graph.Matches;
using Networks.Graph.Residents;

namespace Networks.Benchmarks.Nearest;

/// <summary>
/// The nearest ten groups with places that share an interest with somebody, in the engine of one process, beside measuring every group and
/// sorting. Both must name the same groups in the same order.
/// </summary>
internal sealed class PlacesRun : IRun
{
    private const int Rows = 10;
    private const int Warmup = 300;
    private const int QuestionsMin = 1_000;
    private const int Seed = 11;
    private static readonly DateTimeOffset Noon = new(GeneratedArea.Reference, new TimeOnly(12, 0), TimeSpan.Zero);
    private static readonly Dictionary<WardCode, GeoPoint> NoPoints = [];

    public string Name => "places";

    public Task<IReadOnlyList<Figure>> Measure(RunSetting setting)
    {
        var area = setting.Area;
        var graph = new AreaEntries(area).Graph();
        var random = new Random(Seed);
        var (ours, sorting) = (new List<double>(), new List<double>());
        var limit = TimeSpan.FromSeconds(setting.Seconds * 2);
        var clock = Stopwatch.StartNew();
        for (var question = 0; question < Warmup + QuestionsMin || clock.Elapsed < limit; question++)
        {
            var who = random.Next(area.Residents);
            var query = new OpenPlacesQuery
            {
                Near = AreaNames.Resident(who),
                Kinds = [OfferKind.Activity],
                Interests = [.. area.Interests[who].Select(AreaNames.Interest)],
                Page = new Page { First = Rows },
            };
            var (mine, answer) = Time(() => graph.OpenPlaces(query, Noon, GeneratedArea.Reference, NoPoints));
            var (plain, expected) = Time(() => Sorted(area, who));
            string[] got = [.. answer.Places.Select(place => place.Group!.Value.Value)];
            if (!expected.SequenceEqual(got))
            {
                throw new InvalidOperationException(
                    $"Near {query.Near}: {string.Join(' ', got)}, but all of them say {string.Join(' ', expected)}.");
            }

            if (question >= Warmup)
            {
                ours.Add(mine);
                sorting.Add(plain);
            }
        }

        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            Of(Figure.Ours, ours),
            Of("measuring every group and sorting", sorting),
        ]);
    }

    private static Figure Of(string side, List<double> times)
    {
        var rising = times.Order().ToArray();
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"p95 {rising.At(.95):#,0.0}, p99 {rising.At(.99):#,0.0}, {rising.Length:N0} questions, one core");
        return new Figure(TableRows.NearestPlaces, side, rising.At(.5), "us", note);
    }

    private static ImmutableArray<string> Sorted(GeneratedArea area, int who)
    {
        var home = AreaNames.Point(area.HouseholdX[area.Household[who]], area.HouseholdY[area.Household[who]]);
        var likes = area.Interests[who];
        return
        [
            .. Enumerable.Range(0, area.Groups.Length)
                .Where(at => area.Groups[at].Capacity > area.Groups[at].Members && likes.Contains(area.Groups[at].Interest))
                .OrderBy(at => home.DistanceTo(AreaNames.Point(area.Groups[at].X, area.Groups[at].Y)).Value)
                .ThenBy(at => at)
                .Take(Rows)
                .Select(at => AreaNames.Group(at).Value),
        ];
    }

    private static (double Microseconds, T Result) Time<T>(Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        return (Stopwatch.GetElapsedTime(start).TotalMicroseconds, result);
    }
}
