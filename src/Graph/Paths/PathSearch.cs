using System.Collections.Immutable;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Paths;

/// <summary>
/// Answers through whom a resident could be introduced to a group, to any group with a place, or to a volunteer. Cost: the ties of those
/// met from both sides before the sides meet, and of those who may stand on the paths given; bounded by
/// <see cref="TwoSidedWalk.RowsMax"/> and <see cref="PathDrawing.StepsMax"/>.
/// </summary>
internal static class PathSearch
{
    public static PathAnswer Answer(AreaGraph graph, PathQuery query, DateOnly asOf, DateTimeOffset now)
    {
        var targets = (query.Group is null ? 0 : 1) + (query.Volunteer is null ? 0 : 1) + (query.AnyGroup ? 1 : 0);
        var fault = Ranges.OutOf("hopsMax", query.HopsMax, 0, PathQuery.HopsMost)
            ?? Ranges.OutOf("first", query.First, 0, PathQuery.PathsMax)
            ?? (targets == 1 ? null : "Give exactly one of toGroup, toAnyFittingGroup and toVolunteer: where shall she be led?");
        var day = asOf.DayNumber;
        var from = graph.Node(query.From);
        if (fault is null && from?.Register.Holds(day) != true)
        {
            fault = $"from is {query.From}, but no resident of that reference is on the register.";
        }

        if (fault is not null)
        {
            return new PathAnswer { Paths = [], Complete = true, AsOf = asOf, Fault = fault };
        }

        var scratch = PathScratch.Rent(graph.Ordinals.Residents.Count);
        try
        {
            return Search(graph, scratch, query, from!.Value, asOf, now);
        }
        finally
        {
            PathScratch.Return(scratch);
        }
    }

    private static PathAnswer Search(
        AreaGraph graph, PathScratch scratch, PathQuery query, ResidentNode from, DateOnly asOf, DateTimeOffset now)
    {
        var day = asOf.DayNumber;
        var end = PathEnd.Of(graph, query, from, day, now);
        var answer = new PathAnswer { Paths = [], Complete = true, AsOf = asOf };

        // Whoever is there already needs nobody to lead her.
        if (end.People?.Contains(from.Ordinal) == true)
        {
            return answer with { Outcome = PathOutcome.AlreadyThere };
        }

        var walk = new TwoSidedWalk(graph, scratch, end, from, day, asksConsent: true);
        var drawing = new PathDrawing(graph, scratch, walk, day, Math.Max(query.First, 1));
        var isBounded = false;
        while (walk.Hops < query.HopsMax && drawing.Found.Count < Math.Max(query.First, 1) && !walk.IsOver && !isBounded)
        {
            isBounded = !walk.Widen(isLast: walk.Hops + 1 == query.HopsMax);
            if (!isBounded && walk.Met.Count > 0)
            {
                drawing.Draw(from.Ordinal);
                isBounded = !drawing.IsExhaustive;
            }
        }

        return answer with
        {
            Outcome = drawing.Found.Count > 0 ? PathOutcome.Found
                : isBounded ? PathOutcome.TooMuchWork
                : WithoutConsent(graph, scratch, query, from, end, day),
            Paths = [.. drawing.Found.Take(query.First).Select(path => Path(graph, from, path, end, day))],
            IsBounded = isBounded,
        };
    }

    // Asked only where no way was found: whether one is missing for want of an agreement, and nothing about whose.
    private static PathOutcome WithoutConsent(
        AreaGraph graph, PathScratch scratch, PathQuery query, ResidentNode from, PathEnd end, int day)
    {
        scratch.Begin(graph.Ordinals.Residents.Count);
        var walk = new TwoSidedWalk(graph, scratch, end, from, day, asksConsent: false);
        while (walk.Hops < query.HopsMax && walk.Met.Count == 0 && !walk.IsOver)
        {
            if (!walk.Widen(isLast: walk.Hops + 1 == query.HopsMax))
            {
                return PathOutcome.TooMuchWork;
            }
        }

        return walk.Met.Count > 0 ? PathOutcome.ConsentMissing : PathOutcome.NotWithinHops;
    }

    private static IntroductionPath Path(AreaGraph graph, ResidentNode from, int[] people, PathEnd end, int day)
    {
        var ties = ImmutableArray.CreateBuilder<IntroductionTie>(people.Length);
        var before = from;
        foreach (var person in people)
        {
            var node = graph.Resident(person);
            var strength = TieStrength.Between(before, node, day);
            ties.Add(new IntroductionTie(
                strength.Points,
                strength.LatestContact == ContactDays.None ? null : DateOnly.FromDayNumber(strength.LatestContact),
                strength.Asked));
            before = node;
        }

        return new IntroductionPath(
            [.. people.Select(person => graph.Resident(person).Id)],
            ties.MoveToImmutable(),
            end.People is null ? end.GroupOf(before)?.Entry.Id : null);
    }
}
