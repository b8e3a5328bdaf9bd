using System.Globalization;
using Networks.Matching.Allocations;
using Networks.Matching.Flows;
using Networks.Matching.Tests.Allocations;

namespace Networks.Matching.Tests.Instances;

/// <summary>
/// 240 drawn allocations with what networkx 3.6.1 made of them (network_simplex, each person worth twice the one after her and more than
/// all fits): ties, places of nobody, people without candidates, candidates named twice, fits below zero. A line holds places | for each
/// person in order her candidates as offer:fit | who is helped | total fit.
/// </summary>
public class NetworkxTests
{
    [Fact]
    public void The_same_people_are_helped_as_well_as_networkx_says_by_both_engines()
    {
        using var file = typeof(NetworkxTests).Assembly.GetManifestResourceStream("networkx-3.6.1.txt")!;
        var lines = new StreamReader(file).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(240, lines.Length);
        foreach (var line in lines)
        {
            var parts = line.Split('|');
            var problem = Read(parts[0], parts[1]);
            bool[] helped = [.. parts[2].Select(mark => mark == '1')];
            var fit = Number(parts[3]);
            var found = AllocationSolver.Solve(problem);
            Assert.Null(AllocationProof.FirstFault(problem, found));
            Assert.True(helped.SequenceEqual(found.OfferOf.Select(offer => offer >= 0)), line);
            Assert.True(fit == found.Fit, $"{found.Fit} instead of {line}");
            var flow = Assert.IsType<FlowAnswer.Optimal>(NetworkSimplex.Solve(PlainAllocations.AsFlow(problem, helped)));
            Assert.True(fit == -flow.Cost, $"{-flow.Cost} instead of {line}");
        }
    }

    private static AllocationProblem Read(string places, string people)
    {
        var (start, offer, fit) = (new List<int> { 0 }, new List<int>(), new List<int>());
        foreach (var person in people.Split(';'))
        {
            foreach (var pair in person.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                offer.Add(Number(pair.Split(':')[0]));
                fit.Add(Number(pair.Split(':')[1]));
            }

            start.Add(offer.Count);
        }

        return new AllocationProblem([.. start], [.. offer], [.. fit], [.. places.Split(',').Select(Number)]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
