using Networks.Matching.RankedChoices;
using Networks.Matching.Solvers;

namespace Networks.Matching.Reasons;

/// <summary>Why somebody has no place where ranked choices are respected: whatever fits is full with those it ranks before her.</summary>
internal sealed class ChoiceWords(CompiledProblem problem, RankedPlaces places) : WordsAgain(places)
{
    private const int NamesMax = 3;

    public override bool TellsCrowd(UnmatchedReason reason) => false;

    public override UnmatchedReason ReasonOf(int wish) => UnmatchedReason.NoPlaceThisRound;

    public override string? Explain(int wish, UnmatchedReason reason)
    {
        if (reason != UnmatchedReason.NoPlaceThisRound)
        {
            return null;
        }

        string[] names = [.. problem.Arcs.OffersOf(wish).ToArray().Where(part => !problem.Parts.IsWithoutSeat(part))
            .Select(part => problem.Offers[part].Offer.Value)];
        string[] told = names.Length > NamesMax ? [.. names.Take(NamesMax), $"{Phrases.Count(names.Length - NamesMax)} more"] : names;
        var them = Phrases.Them(problem.Wishes[wish].Seeker.Gender);
        return $"This round respects ranked choices. {Phrases.List(told)} would fit, and "
            + $"{(names.Length == 1 ? "has" : "each has")} no place beyond the people it ranks before {them}.";
    }

    public override Repair? Repair(int wish, UnmatchedReason reason, CancellationToken cancellationToken) =>
        MorePlaces(problem, wish, cancellationToken);
}
