using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Fits;
using Networks.Matching.Problems;

namespace Networks.Matching.Reasons;

/// <summary>What stands against some offers, to follow their number: "nine share no language with her".</summary>
internal static class Misfit
{
    /// <summary>The words for offers that <paramref name="constraint"/> blocks, one or many.</summary>
    public static string Says(Constraint constraint, Wish wish, Blocked blocked)
    {
        var (one, gender) = (blocked.Many == 1, wish.Seeker.Gender);
        var (them, their, they) = (Phrases.Them(gender), Phrases.Their(gender), Phrases.They(gender).ToLowerInvariant());
        return constraint switch
        {
            Constraint.Checks => one ? "lacks a check in date" : "lack a check in date",
            Constraint.Mode => one ? $"meets people in ways other than {their} own" : $"meet people in ways other than {their} own",
            Constraint.TooFar => TooFar(wish, blocked),
            Constraint.Language => $"{(one ? "shares" : "share")} no language with {them}",
            Constraint.Time => $"{(one ? "has" : "have")} no time in common with {them}",
            Constraint.Gender => $"{(one ? "is" : "are")} not whom one of the two will meet",
            Constraint.HomeFactor => $"{(one ? "comes" : "come")} with something at a home that one of the two cannot be with",
            Constraint.Competence => $"{(one ? "lacks" : "lack")} training in what {Needs(wish)} asks for",
            Constraint.Access => $"{(one ? "lacks" : "lack")} access {they} {Phrases.Verb(gender, "need")}",
            Constraint.Transport => $"{(one ? "has" : "have")} no seat in transport",
            Constraint.Age => $"{(one ? "is" : "are")} not for {their} age",
            Constraint.Excluded => $"{(one ? "is" : "are")} not to be put to {them}",
            Constraint.GroupFull => $"{(one ? "is" : "are")} full",
            Constraint.GroupFit when wish.Class == WishClass.OneToOne =>
                $"{(one ? "has" : "have")} been through something else",
            Constraint.GroupFit => $"{(one ? "is" : "are")} for people in another situation",
            Constraint.OtherOrganisation =>
                $"{(one ? "belongs" : "belong")} to another organisation, and not all who must have agreed to a round together",
            _ => one ? "does not fit" : "do not fit",
        };
    }

    private static string Needs(Wish wish) => $"{Phrases.Their(wish.Seeker.Gender)} support";

    // "live 2.1 to 4.0 km beyond how far they travel"
    private static string TooFar(Wish wish, Blocked blocked)
    {
        var one = blocked.Many == 1;
        if (blocked.Known < blocked.Many)
        {
            return one ? "has no place on record to measure from" : "are too far away, or have no place on record to measure from";
        }

        var (least, most) = (Phrases.Distance(new Metres(blocked.Least)), Phrases.Distance(new Metres(blocked.Most)));
        var span = least == most ? least : $"{least.Replace(" km", "", StringComparison.Ordinal)} to {most}";
        var gender = wish.Seeker.Gender;
        return wish.Kinds is [OfferKind.Homeshare] ? $"{(one ? "is" : "are")} {span} further than asked for"
            : wish.Class == WishClass.OneToOne
            ? $"{(one ? "lives" : "live")} {span} beyond how far they travel"
            : $"{(one ? "is" : "are")} {span} beyond how far {Phrases.They(gender).ToLowerInvariant()} {Phrases.Verb(gender, "travel")}";
    }
}
