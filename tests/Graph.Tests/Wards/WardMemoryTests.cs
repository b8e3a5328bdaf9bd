using System.Globalization;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Tests.Residents;

namespace Networks.Graph.Tests.Wards;

/// <summary>What a ward hands on from picture to picture never shows: every answer is that of a graph that remembers nothing.</summary>
public sealed class WardMemoryTests
{
    [Fact]
    public void However_questions_and_changes_follow_each_other_every_answer_is_that_of_a_graph_built_anew() =>
        UnconnectedTests.ForSeeds((area, seed) =>
        {
            var graph = area.Built();
            Question[] questions = [.. Enumerable.Range(0, 5).Select(_ => Question.Drawn(area))];
            for (var change = 0; change < 10; change++)
            {
                // Some questions are not asked for several changes, so that more than one step lies between two answers.
                var fresh = area.Built();
                foreach (var question in questions.Where(_ => area.Below(3) == 0))
                {
                    Agree(question, fresh, graph, $"seed {seed} after {change} changes");
                }

                graph = area.Change(graph);
            }

            Assert.All(questions, question => Agree(question, area.Built(), graph, $"seed {seed} at last"));
        });

    [Fact]
    public void Changes_of_several_wards_told_in_one_step_make_the_graph_that_is_built_anew() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        Question[] questions = [.. Enumerable.Range(0, 3).Select(_ => Question.Drawn(area))];
        for (var step = 0; step < 4; step++)
        {
            Assert.All(questions, question => Agree(question, area.Built(), graph, $"seed {seed} after {step} steps"));
            graph = area.ChangeTogether(graph, 1 + area.Below(6));
        }

        Assert.All(questions, question => Agree(question, area.Built(), graph, $"seed {seed} at last"));
    });

    [Fact]
    public void Two_pictures_made_from_one_never_take_what_the_other_found() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var question = Question.Drawn(area);
        var start = area.Built();
        List<(AreaGraph Graph, string Answer)> pictures = [(start, question.Ask(area.Built()))];
        for (var step = 0; step < 6; step++)
        {
            // Every picture is asked before the next is made, and every one again, the oldest first, after each.
            Assert.All(pictures, picture => Assert.Equal(picture.Answer, question.Ask(picture.Graph)));
            pictures.Add((area.Change(pictures[^1].Graph), question.Ask(area.Built())));
            var told = new RandomArea(seed);
            var other = told.Change(start);
            Assert.True(question.Ask(told.Built()) == question.Ask(other), $"seed {seed}, step {step}");
        }
    });

    [Fact]
    public void A_ward_in_which_more_has_changed_than_it_notes_is_worked_out_anew()
    {
        var area = new RandomArea(17);
        var graph = area.Built();
        var question = Question.Drawn(area);
        question.Ask(graph);
        for (var change = 0; change < 1500; change++)
        {
            graph = area.Change(graph);
        }

        Agree(question, area.Built(), graph, "after 1500 changes");
    }

    private static void Agree(Question question, AreaGraph fresh, AreaGraph graph, string when) =>
        Assert.True(question.Ask(fresh) == question.Ask(graph), $"{when}: {question}");

    /// <summary>A rule, a day and a moment, and everything that is remembered for them, in words.</summary>
    private sealed record Question(UnconnectedRule Rule, DateOnly Day, DateTimeOffset Now)
    {
        public static Question Drawn(RandomArea area) => new(
            area.Rule(), area.Day(), new DateTimeOffset(area.Day(), new TimeOnly(area.Below(24), 0), TimeSpan.Zero));

        public string Ask(AreaGraph graph)
        {
            var totals = graph.Totals(new TotalsQuery { Rule = Rule }, Day, Now);
            var people = graph.Unconnected(new UnconnectedQuery { Rule = Rule }, Day);
            var waiting = graph.Waiting(new Networks.Graph.Matches.WaitingQuery { All = true }, Day);
            return string.Join('\n', totals.Wards.Select(Words)
                .Append(string.Create(CultureInfo.InvariantCulture, $"{people.TotalCount} {people.NeverAskedCount}"))
                .Concat(people.People.Select(person => $"{person.Resident} {person.Evidence.Sentence}"))
                .Concat(waiting.People.Select(person => $"{person.Resident} {string.Join(',', person.Seeking)}")));
        }

        private static string Words(WardTotals ward) => string.Create(
            CultureInfo.InvariantCulture,
            $"{ward.Ward} {ward.Residents} {ward.Unconnected} {ward.NeverAsked} {ward.Waiting} {Words(ward.WaitingBySet)} "
                + $"{ward.Volunteers} {ward.BefriendersWithCapacity} {ward.Groups} {ward.OpenPlaces} {Words(ward.OpenPlacesBySet)}");

        private static string Words(IEnumerable<KindSetCount> sets) =>
            string.Join(';', sets.Select(set => $"{string.Join('+', set.Kinds)}={set.Count}"));
    }
}
