using System.Globalization;
using System.Text;
using Networks.Matching.Files;
using Networks.Matching.Instances;
using Networks.Matching.Tests.Allocations;

namespace Networks.Matching.Tests.Instances;

public class PublishedInstanceTests
{
    private static PublishedInstance Read(string text, PublishedFormat format) =>
        PublishedInstance.Read(new StringReader(text), "some.file", format);

    private static InstanceAnswer.Solved Solved(string text, PublishedFormat format) =>
        Assert.IsType<InstanceAnswer.Solved>(InstanceAnswer.Of(Read(text, format)));

    [Fact]
    public void A_minimum_cost_flow_of_the_DIMACS_kind_is_solved_and_written_as_it_writes_solutions()
    {
        // The example of the format's description: four units from 1 to 4.
        const string Text = """
            c This is a simple example file
            p min 4 5
            n 1 4
            n 4 -4
            a 1 2 0 4 2
            a 1 3 0 2 2
            a 2 3 0 2 1
            a 2 4 0 3 3
            a 3 4 0 5 1
            """;
        var solved = Solved(Text, PublishedFormat.Dimacs);
        Assert.Equal(14, solved.Optimum);
        Assert.Equal(["s 14", "f 1 2 2", "f 1 3 2", "f 2 3 2", "f 2 4 0", "f 3 4 4"], solved.Lines);
    }

    [Fact]
    public void An_assignment_of_the_DIMACS_kind_is_solved()
    {
        const string Text = "c three people\np asn 6 6\nn 1\nn 2\nn 5\na 1 3 10\na 1 4 2\na 2 4 1\na 2 6 5\na 5 4 7\na 5 3 1\n";
        var solved = Solved(Text, PublishedFormat.Dimacs);
        Assert.Equal((8, "s 8"), (solved.Optimum, solved.Lines.First()));
        Assert.Equal(["a 1 4 2", "a 2 6 5", "a 5 3 1"], solved.Lines.Skip(1));
    }

    [Fact]
    public void Both_kinds_of_assignment_files_of_the_OR_Library_are_solved()
    {
        Assert.Equal(5, Solved(" 3\n 4 1 3\n 2 0 5\n 3 2\n 2\n", PublishedFormat.OrlibAssign).Optimum);
        var sparse = Solved("2\n1 1 5\n1 2 9\n2 1 3\n2 2 8\n", PublishedFormat.OrlibAssign);
        Assert.Equal(12, sparse.Optimum);
        Assert.Equal(["s 12", "a 1 2 9", "a 2 1 3"], sparse.Lines);
    }

    [Fact]
    public void An_assignment_solved_as_a_flow_costs_the_same()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var size = 2 + random.Next(40);
            int[] cost = [.. Enumerable.Range(0, size * size).Select(_ => random.Next(seed % 2 == 0 ? 100 : 4))];
            var (rows, arcs) = (new StringBuilder($"{size}\n"), new StringBuilder($"p min {2 * size} {size * size}\n"));
            foreach (var node in Enumerable.Range(1, 2 * size))
            {
                arcs.Append(CultureInfo.InvariantCulture, $"n {node} {(node <= size ? 1 : -1)}\n");
            }

            for (var at = 0; at < cost.Length; at++)
            {
                rows.Append(cost[at]).Append(at % 7 == 0 ? '\n' : ' ');
                arcs.Append(CultureInfo.InvariantCulture, $"a {at / size + 1} {size + at % size + 1} 0 1 {cost[at]}\n");
            }

            var flow = Solved(arcs.ToString(), PublishedFormat.Dimacs).Optimum;
            Assert.Equal(flow, Solved(rows.ToString(), PublishedFormat.OrlibAssign).Optimum);
        }
    }

    [Fact]
    public void What_cannot_be_solved_is_said()
    {
        var answer = InstanceAnswer.Of(Read("p asn 4 3\nn 1\nn 2\na 1 3 1\na 2 3 1\na 2 3 2\n", PublishedFormat.Dimacs));
        Assert.Contains("at most 1 of 2", Assert.IsType<InstanceAnswer.Unsolved>(answer).Reason);
        answer = InstanceAnswer.Of(Read("p min 2 1\nn 1 3\nn 2 -3\na 1 2 0 2 1\n", PublishedFormat.Dimacs));
        Assert.Contains("1 units cannot be brought", Assert.IsType<InstanceAnswer.Unsolved>(answer).Reason);
        answer = InstanceAnswer.Of(Read("p min 2 1\nn 1 3\na 1 2 0 2 1\n", PublishedFormat.Dimacs));
        Assert.Contains("differ by 3", Assert.IsType<InstanceAnswer.Unsolved>(answer).Reason);
        answer = InstanceAnswer.Of(Read("p min 2 2\na 1 2 0 -1 -4\na 2 1 0 -1 1\n", PublishedFormat.Dimacs));
        Assert.Contains("No flow is cheapest", Assert.IsType<InstanceAnswer.Unsolved>(answer).Reason);
    }

    [Theory]
    [InlineData("", "some.file, line 1: There is no line of the problem")]
    [InlineData("c\nn 1 2\n", "some.file, line 2: 'n' stands before the line of the problem")]
    [InlineData("p max 2 1\n", "some.file, line 1: A problem of the kind 'max' is not solved here; known are min and asn.")]
    [InlineData("p min 0 1\n", "some.file, line 1: The number of nodes is '0'")]
    [InlineData("p min 2 1\na 1 3 0 1 1\n", "some.file, line 2: The end is '3'; it must be a whole number from 1 to 2.")]
    [InlineData("p min 2 1\na 1 2 0 1\n", "some.file, line 2: The cost is missing at the end of the line.")]
    [InlineData("p min 2 1\na 1 2 3 1 1\n", "some.file, line 2: The upper bound 1 is below the lower bound 3")]
    [InlineData("p min 2 1\na 1 2 0 1 1.5\n", "some.file, line 2: The cost is '1.5'")]
    [InlineData("p min 2 1\na 1 2 0 1 1\na 1 2 0 1 1\n", "some.file, line 3: This is arc 2, and the problem's line announces 1.")]
    [InlineData("p min 2 2\na 1 2 0 1 1\n", "The file ends after 1 arcs, and the problem's line announces 2.")]
    [InlineData("p min 2 1\na 1 2 0 1 1\nn 1 1\n", "some.file, line 3: Nodes must be named before arcs.")]
    [InlineData("p min 2 1\nn 1 1\nn 1 1\n", "some.file, line 3: Node 1 is named twice.")]
    [InlineData("p min 2 1\nx\n", "some.file, line 2: A line begins with 'x'; known are c, n and a.")]
    [InlineData("p asn 3 1\nn 1\na 2 1 4\n", "some.file, line 3: The arc runs from 2 to 1; it must run from a node that an 'n' line names")]
    public void A_broken_DIMACS_file_is_refused_by_line(string text, string reason) =>
        Assert.StartsWith(reason.StartsWith("some", StringComparison.Ordinal) ? reason : "some.file, line 2: " + reason,
            Assert.Throws<MatchingFileException>(() => Read(text.ReplaceLineEndings("\n"), PublishedFormat.Dimacs)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("", "some.file, line 1: The file is empty; it must begin with the number of people.")]
    [InlineData("x", "some.file, line 1: The number of people is 'x'")]
    [InlineData("2\n1 2\n3 4 5\n", "some.file, line 3: After the number of people stand 5 numbers; 4 costs were expected")]
    [InlineData("2\n1 2 x 4\n", "some.file, line 2: The number is 'x'")]
    [InlineData("2\n1 1 5\n\n3 1 5\n", "some.file, line 4: The row is '3'; it must be from 1 to 2.")]
    public void A_broken_OR_Library_file_is_refused_by_line(string text, string reason) =>
        Assert.StartsWith(reason, Assert.Throws<MatchingFileException>(
            () => Read(text.ReplaceLineEndings("\n"), PublishedFormat.OrlibAssign)).Message, StringComparison.Ordinal);

    [Fact]
    public void Random_allocations_written_as_files_come_back_as_they_were()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var flow = PlainAllocations.AsFlow(RandomAllocations.Of(seed, 12, 6), [.. Enumerable.Repeat(true, 12)]);
            var text = new StringBuilder($"p min {flow.Nodes} {flow.Arcs}\n");
            for (var node = 0; node < flow.Nodes; node++)
            {
                text.Append(CultureInfo.InvariantCulture, $"n {node + 1} {flow.Supply[node]}\n");
            }

            for (var arc = 0; arc < flow.Arcs; arc++)
            {
                var ends = $"a {flow.From[arc] + 1} {flow.To[arc] + 1}";
                text.Append(CultureInfo.InvariantCulture, $"{ends} {flow.Lower[arc]} {flow.Upper[arc]} {flow.Cost[arc]}\n");
            }

            var read = Assert.IsType<PublishedInstance.MinimumCost>(Read(text.ToString(), PublishedFormat.Dimacs)).Problem;
            Assert.Equal((flow.Supply, flow.From, flow.To), (read.Supply, read.From, read.To), Same);
            Assert.Equal((flow.Upper, flow.Lower, flow.Cost), (read.Upper, read.Lower, read.Cost), SameBounds);
        }
    }

    private static bool Same((long[], int[], int[]) one, (long[], int[], int[]) other) =>
        one.Item1.SequenceEqual(other.Item1) && one.Item2.SequenceEqual(other.Item2) && one.Item3.SequenceEqual(other.Item3);

    private static bool SameBounds((long[], long[], long[]) one, (long[], long[], long[]) other) =>
        one.Item1.SequenceEqual(other.Item1) && one.Item2.SequenceEqual(other.Item2) && one.Item3.SequenceEqual(other.Item3);
}
