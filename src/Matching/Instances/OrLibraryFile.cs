using Networks.Matching.Allocations;

namespace Networks.Matching.Instances;

/// <summary>
/// Reads the OR-Library's assignment files: the number of people, as many places; then either all costs row by row, or "row column cost"
/// for each pair that may be. Which of the two it is shows in how many numbers there are.
/// </summary>
internal static class OrLibraryFile
{
    private const int SizeMax = 20_000;

    public static PublishedInstance Read(InstanceLines lines)
    {
        if (!lines.NextNumber("The number of people", 1, SizeMax, out var size))
        {
            throw lines.Fault("The file is empty; it must begin with the number of people.");
        }

        var (numbers, lineOf) = (new List<long>(), new List<int>());
        while (lines.NextNumber("The number", -AllocationProblem.FitMax, AllocationProblem.FitMax, out var number))
        {
            numbers.Add(number);
            lineOf.Add(lines.Number);
        }

        var people = (int)size;
        var isDense = numbers.Count == size * size;
        if (!isDense && numbers.Count % 3 != 0)
        {
            throw lines.Fault($"After the number of people stand {numbers.Count} numbers; {size * size} costs were expected, or threes "
                + "of row, column and cost.");
        }

        var count = isDense ? numbers.Count : numbers.Count / 3;
        var (from, to, cost) = (new int[count], new int[count], new int[count]);
        for (var at = 0; at < count; at++)
        {
            (from[at], to[at], cost[at]) = isDense
                ? (at / people, people + at % people, (int)numbers[at])
                : (Index(numbers, lineOf, 3 * at, people, "row", lines),
                    people + Index(numbers, lineOf, 3 * at + 1, people, "column", lines), (int)numbers[3 * at + 2]);
        }

        var isPerson = new bool[2 * people];
        Array.Fill(isPerson, true, 0, people);
        var instance = AssignmentRows.ToInstance(isPerson, from, to, cost);
        return instance with { Places = instance.People };
    }

    private static int Index(List<long> numbers, List<int> lineOf, int at, int most, string what, InstanceLines lines) =>
        numbers[at] >= 1 && numbers[at] <= most
            ? (int)numbers[at] - 1
            : throw lines.FaultAt(lineOf[at], $"The {what} is '{numbers[at]}'; it must be from 1 to {most}.");
}
