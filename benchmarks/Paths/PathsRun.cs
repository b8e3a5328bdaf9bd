using System.Diagnostics;
using System.Globalization;
using Networks.Benchmarks.Areas;
using Networks.Benchmarks.SideBySide;
using Networks.Domain.Residents;
using Networks.Graph.Areas;
using Networks.Graph.Paths;

namespace Networks.Benchmarks.Paths;

/// <summary>
/// Introduction paths in the engine of one process, each question once on either side, in turns: to any group with places, to one group
/// and to one volunteer drawn at random. Both sides must find the same number of ties.
/// </summary>
internal sealed class PathsRun : IRun
{
    private const int Warmup = 500;
    private const int QuestionsMin = 1_000;
    private const int Seed = 7;
    private const int Sides = 3;
    private const string Plain = "breadth first over plain arrays";
    private static readonly DateOnly Day = GeneratedArea.Reference;

    public string Name => "paths";

    public Task<IReadOnlyList<Figure>> Measure(RunSetting setting)
    {
        var area = setting.Area;
        var graph = new AreaEntries(area, introductions: true).Graph();
        var plain = new PlainPaths(area);
        GC.Collect();
        int[] open = [.. Enumerable.Range(0, area.Groups.Length).Where(at => area.Groups[at].Capacity > area.Groups[at].Members)];
        List<Figure> figures = [];
        figures.AddRange(Kind(setting, graph, plain, TableRows.Path3, 3, (random, from) =>
            (new PathQuery { From = from, AnyGroup = true }, (who, hops) => plain.ToAnyGroup(who, hops))));
        figures.AddRange(Kind(setting, graph, plain, TableRows.Path6, 6, (random, from) =>
        {
            var group = open[random.Next(open.Length)];
            return (new PathQuery { From = from, Group = AreaNames.Group(group) }, (who, hops) => plain.ToGroup(who, group, hops));
        }));
        figures.AddRange(Kind(setting, graph, plain, TableRows.Path6Volunteer, 6, (random, from) =>
        {
            var volunteer = random.Next(area.Volunteers.Length);
            return (
                new PathQuery { From = from, Volunteer = AreaNames.Volunteer(volunteer) },
                (who, hops) => plain.ToVolunteer(who, volunteer, hops));
        }));
        return Task.FromResult<IReadOnlyList<Figure>>(figures);
    }

    private static IEnumerable<Figure> Kind(
        RunSetting setting,
        AreaGraph graph,
        PlainPaths plain,
        string row,
        int hopsMax,
        Func<Random, ResidentId, (PathQuery Query, Func<int, int, int?> Plain)> draw)
    {
        var random = new Random(Seed);
        var (one, three, peers) = (new List<double>(), new List<double>(), new List<double>());
        var found = 0;
        var limit = TimeSpan.FromSeconds(setting.Seconds * 3);
        var clock = Stopwatch.StartNew();
        for (var question = 0; question < Warmup + QuestionsMin || clock.Elapsed < limit; question++)
        {
            int who;
            do
            {
                who = random.Next(setting.Residents);
            }
            while (!plain.HasTies(who));

            var (query, peer) = draw(random, AreaNames.Resident(who));
            // In turns who comes first, because the first to ask finds the rows cold.
            double ours = 0, wanted = 0, theirs = 0;
            PathAnswer answer = null!;
            int? hops = null;
            for (var turn = 0; turn < Sides; turn++)
            {
                switch ((question + turn) % Sides)
                {
                    case 0:
                        (ours, answer) = Time(() => graph.FindPaths(query with { First = 1, HopsMax = hopsMax }, Day, default));
                        break;
                    case 1:
                        (wanted, _) = Time(() => graph.FindPaths(query with { First = 3, HopsMax = hopsMax }, Day, default));
                        break;
                    default:
                        (theirs, hops) = Time(() => peer(who, hopsMax));
                        break;
                }
            }

            Check(query, answer, hops);
            if (question >= Warmup)
            {
                one.Add(ours);
                three.Add(wanted);
                peers.Add(theirs);
                found += hops is null ? 0 : 1;
            }
        }

        var note = string.Create(CultureInfo.InvariantCulture, $"; {found:N0} of {one.Count:N0} found, one core");
        yield return new Figure(row, Figure.Ours, Median(one), "us", $"{Tail(one)}{note}");
        yield return new Figure(row, $"{Figure.Ours}, the best three", Median(three), "us", Tail(three) + note);
        yield return new Figure(row, Plain, Median(peers), "us", Tail(peers) + note);
    }

    private static void Check(PathQuery query, PathAnswer answer, int? hops)
    {
        var ours = answer.Outcome switch
        {
            PathOutcome.AlreadyThere => 0,
            PathOutcome.Found => answer.Paths[0].Hops,
            _ => (int?)null,
        };
        if (ours != hops || answer.IsBounded)
        {
            throw new InvalidOperationException($"{query}: {ours} ties where breadth first finds {hops}; bounded: {answer.IsBounded}.");
        }
    }

    private static double Median(List<double> times) => times.Order().ToArray().At(.5);

    private static string Tail(List<double> times)
    {
        var rising = times.Order().ToArray();
        return string.Create(
            CultureInfo.InvariantCulture, $"p95 {rising.At(.95):#,0.0}, p99 {rising.At(.99):#,0.0}, max {rising[^1]:#,0.0}");
    }

    private static (double Microseconds, T Result) Time<T>(Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        return (Stopwatch.GetElapsedTime(start).TotalMicroseconds, result);
    }
}
