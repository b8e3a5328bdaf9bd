using Networks.Matching.Policies;
using Networks.Matching.Solvers;

namespace Networks.Matching.RankedChoices;

/// <summary>What more or fewer places would do in a round that respects ranked choices: everybody asks again.</summary>
internal sealed class RankedPlaces : RoundAgain
{
    private readonly ChoicePolicy policy;
    private readonly long fitNow;

    public RankedPlaces(SolvedProblem solved, ChoicePolicy policy)
        : base(solved.Problem)
    {
        (this.policy, Now) = (policy, [.. solved.Assignment.OfferOf.Select(part => part >= 0)]);
        fitNow = Fit(solved.Assignment.OfferOf);
    }

    public override bool[] Now { get; }

    public override long PlusOneFit(int offer, CancellationToken cancellationToken) =>
        Fit(Ask(Problem.Arcs, Places(offer, 1), cancellationToken)) - fitNow;

    public override bool HelpsWith(int wish, IReadOnlyCollection<int> parts, CancellationToken cancellationToken) =>
        Ask(Problem.Arcs.With(wish, parts), Problem.Places, cancellationToken)[wish] >= 0;

    protected override bool[] Find(int offer, int change, CancellationToken cancellationToken) =>
        [.. Ask(Problem.Arcs, Places(offer, change), cancellationToken).Select(part => part >= 0)];

    private int[] Ask(Arcs arcs, int[] places, CancellationToken cancellationToken) =>
        DeferredAcceptance.Solve(new ChoiceLists(Problem, arcs, places, policy), cancellationToken);

    private long Fit(int[] partOf) =>
        Enumerable.Range(0, partOf.Length).Where(wish => partOf[wish] >= 0).Sum(wish => (long)Problem.Arcs.FitOf(wish, partOf[wish]));
}
