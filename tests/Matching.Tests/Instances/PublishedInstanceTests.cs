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

    [Theory]
    [InlineData("p min 99999999999 1\n", "The number of nodes is '99999999999'; it must be a whole number from 1 to")]
    [InlineData("p min 2 999999999\n", "The number of arcs is '999999999'")]
    [InlineData("p min 2\n", "The number of arcs is missing at the end of the line.")]
    [InlineData("p min 2 1\nn 1 9223372036854775807\n", "The supply is '9223372036854775807'")]
    [InlineData("p min 2 1\nn 1 99999999999999999999\n", "The supply is '99999999999999999999'")]
    [InlineData("p min 2 1\na 1 2 -9223372036854775808 1 1\n", "The lower bound is '-9223372036854775808'")]
    [InlineData("p min 2 1\na 1 2 0 99999999999999999999 1\n", "The upper bound is '99999999999999999999'")]
    [InlineData("p min 2 1\na 1 2 0 1 9223372036854775807\n", "The cost is '9223372036854775807'")]
    [InlineData("p min 2 1\na 1 2 0 1 -9223372036854775807\n", "The cost is '-9223372036854775807'")]
    [InlineData("p min 2 1\na 1 2 0 1 0x10\n", "The cost is '0x10'")]
    [InlineData("p min 2 1\na 0 2 0 1 1\n", "The start is '0'")]
    [InlineData("p min 2 1\np min 2 1\n", "A line begins with 'p'")]
    [InlineData("p asn 2 1\nn 1\na 1 2 2147483648\n", "The cost is '2147483648'")]
    [InlineData("p asn 2 1\nn 1\na 1 2\n", "The cost is missing at the end of the line.")]
    [InlineData("p asn 2 1\na 1 2 3\n", "The arc runs from 1 to 2; it must run from a node that an 'n' line names")]
    [InlineData("p asn 20000000 100000000\n", "The number of nodes is '20000000'")]
    [InlineData("p asn 1000 100000000\n", "The file ends after 0 arcs")]
    public void A_hostile_DIMACS_file_is_refused_by_line_without_making_room_for_what_it_announces(string text, string reason)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Throws<MatchingFileException>(() => Read(text, PublishedFormat.Dimacs));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Contains($"line {text.Count(sign => sign == '\n')}:", fault.Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000_000);
    }

    [Theory]
    [InlineData("999999999\n1\n", "The number of people is '999999999'")]
    [InlineData("0\n", "The number of people is '0'")]
    [InlineData("-3\n", "The number of people is '-3'")]
    [InlineData("3\n1 2\n3 4\n\n", "After the number of people stand 4 numbers; 9 costs were expected")]
    [InlineData("2\n1 2 3 99999999999\n", "The number is '99999999999'")]
    [InlineData("2\n1 2 3 1e3\n", "The number is '1e3'")]
    [InlineData("2\n1 1 5\n2 -1 5\n", "The column is '-1'; it must be from 1 to 2.")]
    public void A_hostile_OR_Library_file_is_refused_by_what_is_wrong_with_it(string text, string reason)
    {
        var fault = Assert.Throws<MatchingFileException>(() => Read(text, PublishedFormat.OrlibAssign));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Odd_instances_are_solved_for_what_they_say()
    {
        // No arcs, a loop that pays until it is full, arcs that double each other, flow that a lower bound forces back, costs below zero.
        Assert.Equal(0, Solved("p min 3 0\n", PublishedFormat.Dimacs).Optimum);
        Assert.Equal(0, Solved("p asn 2 0\n", PublishedFormat.Dimacs).Optimum);
        Assert.Equal(-21, Solved("p min 1 1\na 1 1 0 7 -3\n", PublishedFormat.Dimacs).Optimum);
        Assert.Equal(11, Solved("p min 2 2\nn 1 4\nn 2 -4\na 1 2 0 3 2\na 1 2 0 3 5\n", PublishedFormat.Dimacs).Optimum);
        Assert.Equal(13, Solved("p min 2 2\nn 1 1\nn 2 -1\na 1 2 0 9 3\na 2 1 2 2 2\n", PublishedFormat.Dimacs).Optimum);
        Assert.Equal(-8, Solved("p min 2 2\na 1 2 -4 4 1\na 2 1 -4 4 1\n", PublishedFormat.Dimacs).Optimum);
        const string Twice = "p asn 4 5\nn 1\nn 2\na 1 3 -2\na 1 3 -4\na 1 4 9\na 2 4 -3\na 2 3 0\n";
        Assert.Equal(-7, Solved(Twice, PublishedFormat.Dimacs).Optimum);
        Assert.Equal(-9, Solved("2\n-4 0\n0 -5\n", PublishedFormat.OrlibAssign).Optimum);
        Assert.Equal(4L << 30, Solved($"4\n{string.Join(' ', Enumerable.Repeat(1 << 30, 16))}\n", PublishedFormat.OrlibAssign).Optimum);
    }

    [Fact]
    public void A_flow_that_costs_too_much_to_count_is_refused_in_words()
    {
        const string Text = "p min 2 1\nn 1 100000000000000000\nn 2 -100000000000000000\na 1 2 0 -1 200000000000000000\n";
        Assert.Contains("64 bits", Assert.IsType<InstanceAnswer.Unsolved>(InstanceAnswer.Of(Read(Text, PublishedFormat.Dimacs))).Reason);
    }

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
