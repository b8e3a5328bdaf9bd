using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Matching.Fits;
using Networks.Matching.Solvers;

namespace Networks.Matching.Reasons;

/// <summary>What is said, to the coordinator, of people who are visited together.</summary>
internal static class TogetherWords
{
    /// <summary>Who is visited together with the one who has this wish; empty for most.</summary>
    public static ImmutableArray<ResidentId> Others(CompiledProblem problem, int wish) => problem.Together.With(wish) is { } members
        ? [.. members.Where(member => member != wish).Select(member => problem.Wishes[member].Resident).Order()]
        : [];

    /// <summary>"visited together with R2, so the two share one place"; null where she has a place of her own.</summary>
    public static string? Clause(MatchedPair match) => match.Together.IsEmpty ? null
        : $"together with {Names(match.Together)}, so that {Many(match.Together)} share one place";

    /// <summary>A sentence to stand before why she waits; empty where she waits on her own.</summary>
    public static string Before(CompiledProblem problem, int wish) => Others(problem, wish) is { IsEmpty: false } others
        ? $"Asked to be met together with {Names(others)}, so only what suits {Many(others)} counts. "
        : "";

    /// <summary>Whom to look for, where one thing stands against an offer for people visited together.</summary>
    public static string Change(Constraint constraint, string who) => constraint switch
    {
        Constraint.Language => $"{who} who shares a language with each of them",
        Constraint.Time => $"{who} free when each of them is",
        Constraint.Gender => $"{who} whom each of them will meet, and who will meet each of them",
        Constraint.Mode => $"{who} who could meet all of them in one way",
        Constraint.HomeFactor => $"{who} with nothing at a home that one side cannot be with",
        Constraint.GroupFit => $"{who} who has been through what each of them goes through",
        _ => $"{who} trained in what each of them needs",
    };

    private static string Names(ImmutableArray<ResidentId> others) => Phrases.List([.. others.Select(one => one.Value)]);

    private static string Many(ImmutableArray<ResidentId> others) =>
        others.Length == 1 ? "the two" : $"all {Phrases.Count(others.Length + 1)}";
}
