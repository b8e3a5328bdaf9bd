using Networks.Matching.Fits;

namespace Networks.Matching.Reasons;

/// <summary>
/// What a solved round says that rests on somebody's situations, and the same without it: for whoever takes back that they may be kept.
/// Points and numbers of the plan stay as they were proved.
/// </summary>
public static class SituationWords
{
    /// <summary>
    /// What a sentence says of a group for people in her situation, or of a volunteer who has been through it; never first: the places of a
    /// group are, and how a volunteer meets her.
    /// </summary>
    internal const string Same = "for people in the same situation";

    private const string Phrase = "; " + Same;

    /// <summary>True if the match names a shared situation.</summary>
    public static bool Tell(MatchReason match) =>
        match.Why.Contains(Phrase, StringComparison.Ordinal) || match.InFull.Contains(Phrase, StringComparison.Ordinal);

    /// <summary>The match without it.</summary>
    public static MatchReason Without(MatchReason match) => match with
    {
        Why = match.Why.Replace(Phrase, "", StringComparison.Ordinal),
        InFull = match.InFull.Replace(Phrase, "", StringComparison.Ordinal),
    };

    /// <summary>True if a group for people in other situations is part of why she waits.</summary>
    public static bool Tell(UnmatchedPerson person) =>
        person.Repair?.Constraint == Constraint.GroupFit || person.BlockedBy.Any(count => count.Constraint == Constraint.GroupFit);

    /// <summary>The reason without it.</summary>
    public static UnmatchedPerson Without(UnmatchedPerson person) => Tell(person)
        ? person with
        {
            BlockedBy = person.BlockedBy.RemoveAll(count => count.Constraint == Constraint.GroupFit),
            Repair = person.Repair?.Constraint == Constraint.GroupFit ? null : person.Repair,
            Explanation = "Part of the reason rested on facts that may not be kept any more. A new round looks again without them.",
            WordsForThePerson = "We have not yet found something that would suit you. We are still looking.",
        }
        : person;
}
