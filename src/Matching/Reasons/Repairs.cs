using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Matching.Fits;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;

namespace Networks.Matching.Reasons;

/// <summary>Finds the smallest single change that would open an offer to somebody.</summary>
internal static class Repairs
{
    // Age, checks, consent and exclusions are never up for relaxing.
    private static readonly Constraint[] Relaxable =
    [
        Constraint.Mode, Constraint.TooFar, Constraint.Language, Constraint.Time, Constraint.Gender, Constraint.HomeFactor,
        Constraint.Competence, Constraint.Access, Constraint.Transport, Constraint.GroupFit,
    ];

    /// <summary>
    /// One constraint given up: one that would help her in this round before one that would not, then the one that opens most offers.
    /// Null if no single one opens any.
    /// </summary>
    public static Repair? Of(
        SolvedProblem solved, Residual residual, Considered considered, WordsAgain? again, CancellationToken cancellationToken)
    {
        var problem = solved.Problem;
        Seeker[] people = [.. problem.Together.MembersOf(considered.Wish).Select(wish => problem.Wishes[wish].Seeker)];
        return Relaxable
            .Where(constraint => !people.Any(one => IsFirm(one, constraint)) && considered.OnlyBlockedBy(constraint) > 0)
            .Select(constraint => new Repair(
                constraint,
                Change(problem, considered, constraint),
                Helps(solved, residual, considered, constraint, again, cancellationToken),
                considered.OnlyBlockedBy(constraint)))
            .OrderByDescending(repair => repair.Matches)
            .ThenByDescending(repair => repair.OffersOpened)
            .ThenBy(repair => repair.Constraint)
            .FirstOrDefault();
    }

    /// <summary>True if she has said that this may never be proposed.</summary>
    public static bool IsFirm(Seeker seeker, Constraint constraint) => seeker.Firm.Contains(constraint switch
    {
        Constraint.Gender => "gender",
        Constraint.Time => "time",
        Constraint.Language => "language",
        Constraint.TooFar => "distance",
        Constraint.Mode => "mode",
        Constraint.HomeFactor => "home",
        _ => "",
    });

    // She would be helped if an opened offer has room, can be given room, or is reached through somebody ranked after her.
    private static bool Helps(
        SolvedProblem solved, Residual residual, Considered considered, Constraint constraint, WordsAgain? again,
        CancellationToken cancellationToken)
    {
        var problem = solved.Problem;
        var opened = considered.OffersOnlyBlockedBy(constraint)
            .Where(offer => !problem.IsForbidden(considered.Wish, offer))
            .SelectMany(offer => problem.Parts.IsDivided(offer) && problem.MayUse(considered.Wish, offer + 1)
                ? [offer, offer + 1] : new[] { offer });
        if (again is not null)
        {
            return again.HelpsWith(considered.Wish, [.. opened], cancellationToken);
        }

        var reach = residual.ReachOf(opened);
        return reach.HasFree || reach.LastRank > considered.Wish;
    }

    private static string Change(CompiledProblem problem, Considered considered, Constraint constraint)
    {
        var wish = problem.Spoken(considered.Wish);
        var (who, her) = ("one " + KindWords.Noun(wish), wish.Seeker);
        var oneToOne = wish.Class == WishClass.OneToOne;
        return constraint switch
        {
            not Constraint.TooFar when problem.Together.With(considered.Wish) is not null => TogetherWords.Change(constraint, who),
            Constraint.Language => oneToOne
                ? $"{who} who {Phrases.Speaks(Gender.Female, her.Languages[0])} in {WardName(problem, wish)}"
                : $"{who} where {Languages.Name(her.Languages[0])} is spoken in {WardName(problem, wish)}",
            Constraint.Time => $"{who} {(oneToOne ? "free" : "that meets")} on {Phrases.Slots(her.Available)}",
            Constraint.Gender => GenderChange(wish, who),
            Constraint.TooFar => Further(problem, considered, wish),
            Constraint.Mode => $"{who} who could {Phrases.Or([.. (her.Modes.IsEmpty ? [ContactMode.Visit] : her.Modes).Select(Meets)])}",
            Constraint.HomeFactor => wish.Kinds.Contains(OfferKind.Homeshare)
                ? $"{who} whose home has no {Phrases.Or(Phrases.Spoken(her.CannotBeWith))}"
                : $"{who} who can be with {Phrases.List([.. her.HomeFactors.Select(Factor)])} at {Phrases.Their(her.Gender)} home",
            Constraint.Competence => $"{who} trained in {Phrases.List([.. her.SupportNeeds.Select(Competence)])}",
            Constraint.Access => $"{who} with {Phrases.List(Phrases.Spoken(her.AccessNeeds.Where(need => need != "transport")))}",
            Constraint.Transport => $"{who} with a seat in its transport",
            _ when oneToOne => $"{who} who has been through the same",
            _ => $"{who} for people in {Phrases.Their(her.Gender)} situation",
        };
    }

    private static string Meets(ContactMode mode) => mode switch
    {
        ContactMode.Phone => "ring",
        ContactMode.Online => "meet online",
        ContactMode.OutAndAbout => "go out and about",
        _ => "visit",
    };

    private static string Factor(string factor) => factor switch
    {
        "dog" or "cat" => "a " + factor,
        "other-pet" => "a pet",
        _ => factor.Replace('-', ' '),
    };

    private static string Competence(string competence) =>
        competence == "bsl" ? "British Sign Language" : competence.Replace('-', ' ');

    private static string GenderChange(Wish wish, string who) => wish.Seeker.PrefersGender.IsEmpty
        ? $"{who} who meets anyone"
        : $"{who} of the gender wished for ({Phrases.Or([.. wish.Seeker.PrefersGender.Select(Vocabulary<Gender>.Word)])})";

    private static string Further(CompiledProblem problem, Considered considered, Wish wish)
    {
        if (considered.NearestTooFar() is not { } nearest)
        {
            return "knowing where the offers are";
        }

        var further = Phrases.Distance(nearest.Beyond) + " further";
        return wish.Class == WishClass.OneToOne && wish.Kinds is not [OfferKind.Homeshare]
            ? $"{problem.Offers[nearest.Offer].Offer.Value} travelling {further}"
            : $"a way for {Phrases.Them(wish.Seeker.Gender)} to {(wish.Class == WishClass.OneToOne ? "move" : "travel")} {further}";
    }

    private static string WardName(CompiledProblem problem, Wish wish) =>
        problem.Problem.Wards.FirstOrDefault(ward => ward.Code == wish.Seeker.Ward)?.Name ?? wish.Seeker.Ward.Value;
}
