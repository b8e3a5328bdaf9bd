using Networks.Matching.Allocations;
using Networks.Matching.Flows;

namespace Networks.Matching.Instances;

/// <summary>An instance as it is published: everything is numbered from 1 there, from 0 here.</summary>
public abstract record PublishedInstance
{
    private PublishedInstance()
    {
    }

    /// <summary>Reads an instance; throws <see cref="Files.MatchingFileException"/> with file and line where it cannot be read.</summary>
    public static PublishedInstance Read(TextReader text, string file, PublishedFormat format) => format == PublishedFormat.Dimacs
        ? DimacsFile.Read(new InstanceLines(text, file))
        : OrLibraryFile.Read(new InstanceLines(text, file));

    /// <summary>A minimum-cost flow.</summary>
    public sealed record MinimumCost(FlowProblem Problem) : PublishedInstance;

    /// <summary>An assignment: everybody must have one place, at the least cost in all.</summary>
    /// <param name="Problem">Costs stand as fits below zero.</param>
    /// <param name="People">What each person is called in the file.</param>
    /// <param name="Places">What each place is called in the file.</param>
    public sealed record Assignment(AllocationProblem Problem, int[] People, int[] Places) : PublishedInstance;
}
