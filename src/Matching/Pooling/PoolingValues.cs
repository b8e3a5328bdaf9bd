using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Organisations;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Solvers;
using Networks.Matching.Variants;

namespace Networks.Matching.Pooling;

/// <summary>Solves a round apart and together, with the same wards, day, pins and policy.</summary>
public static class PoolingValues
{
    /// <summary>Why these organisations cannot be asked about, in one sentence; null if they can.</summary>
    public static string? Fault(MatchingProblem problem, ImmutableArray<OrganisationId> takingPart)
    {
        OrganisationId[] named = [.. Named(problem).Distinct().Order()];
        return Unknown(named, takingPart) ?? Unagreed(problem, takingPart);
    }

    /// <summary>
    /// Those asked about; where none is named, everybody of the round whose agreement to pool stands in the policy and holds on its day.
    /// </summary>
    public static ImmutableArray<OrganisationId> TakingPart(MatchingProblem problem, ImmutableArray<OrganisationId> asked) =>
        asked.IsEmpty ? [.. Named(problem).Distinct().Where(one => HasAgreed(problem, one)).Order()] : asked;

    private static bool HasAgreed(MatchingProblem problem, OrganisationId organisation) =>
        problem.Policy.HasPooled(organisation, problem.AsOf);

    private static string? Unagreed(MatchingProblem problem, ImmutableArray<OrganisationId> asked)
    {
        var agreed = TakingPart(problem, asked);
        if (agreed.Length < 2)
        {
            return "Pooling is between two organisations or more; "
                + (agreed.IsEmpty ? "none of this round has" : $"of this round only {agreed[0]} has") + " agreed to it on record"
                + $" by {problem.AsOf:yyyy-MM-dd}. Write the day each agreed in the policy, such as pooling: {{ O1: 2026-11-01 }}.";
        }

        return agreed.Where(organisation => !HasAgreed(problem, organisation)).Select(organisation => (OrganisationId?)organisation)
            .FirstOrDefault() is not { } without ? null
            : $"Organisation '{without}' has not agreed to pool on record by {problem.AsOf:yyyy-MM-dd}. Write the day it agreed in the "
                + $"policy, such as pooling: {{ {without}: 2026-11-01 }}, and open a round with it.";
    }

    private static string? Unknown(OrganisationId[] named, ImmutableArray<OrganisationId> takingPart) =>
        takingPart.Where(organisation => !named.Contains(organisation)).Select(organisation => (OrganisationId?)organisation)
            .FirstOrDefault() is not { } unknown ? null
            : $"Nobody in this round is of organisation '{unknown}'; "
                + (named.Length == 0 ? "no organisation is named in it." : $"it has {string.Join(", ", named)}.");

    /// <summary>
    /// The value of pooling between <paramref name="takingPart"/>; empty = every organisation of the round. Null if the round contradicts
    /// itself. Ask <see cref="Fault"/> first: nothing is to be told of organisations that did not agree.
    /// </summary>
    public static PoolingValue? Of(
        MatchingProblem problem, ImmutableArray<OrganisationId> takingPart, CancellationToken cancellationToken)
    {
        // Every pair that might cross, whoever agreed: what could be is asked here, and who may is counted below.
        var open = problem with { Policy = problem.Policy with { Pooling = [] } };
        if (CompiledProblem.Of(open, cancellationToken).Compiled is not { } compiled)
        {
            return null;
        }

        HashSet<OrganisationId> agreed = [.. takingPart.IsEmpty ? Named(problem) : takingPart];
        bool MayCross(int wish, int part, bool consented) =>
            compiled.Together.MembersOf(wish).All(member => MayOne(member, part, consented));
        bool MayOne(int wish, int part, bool consented) => !Crosses(compiled, wish, part)
            || agreed.Contains(compiled.Wishes[wish].Seeker.Organisation!.Value)
                && agreed.Contains(compiled.Offers[part].Organisation!.Value)
                && (consented || compiled.Wishes[wish].Seeker.ConsentsToPooledRounds == true);
        var apart = PlanVariant.Optimum(
            compiled, (wish, part) => !compiled.Together.MembersOf(wish).Any(member => Crosses(compiled, member, part)), cancellationToken);
        var pooled = PlanVariant.Optimum(compiled, (wish, part) => MayCross(wish, part, consented: false), cancellationToken);
        var consenting = PlanVariant.Optimum(compiled, (wish, part) => MayCross(wish, part, consented: true), cancellationToken);
        var value = new PoolingValue
        {
            HelpedApart = apart.Helped,
            HelpedPooled = pooled.Helped,
            HelpedIfAllConsented = consenting.Helped,
            FitApart = apart.Fit,
            FitPooled = pooled.Fit,
            Organisations = [.. agreed.Order().Select(organisation => Of(compiled, organisation, apart, pooled))],
            Sentence = "",
        };
        return value with { Sentence = Sentence(value) };
    }

    private static OrganisationPooling Of(CompiledProblem problem, OrganisationId organisation, PlanVariant apart, PlanVariant pooled)
    {
        int[] wishes = [.. Enumerable.Range(0, problem.Wishes.Length).Where(wish => problem.PutForward[wish])];
        int[] own = [.. wishes.Where(wish => problem.Wishes[wish].Seeker.Organisation == organisation)];
        bool IsLent(int wish) => Crosses(problem, wish, pooled.OfferOf(wish))
            && problem.Offers[pooled.OfferOf(wish)].Organisation == organisation;
        return new OrganisationPooling(
            organisation,
            own.Length,
            own.Count(wish => problem.Wishes[wish].Seeker.ConsentsToPooledRounds == true),
            own.Count(apart.IsHelped),
            own.Count(pooled.IsHelped),
            wishes.Count(wish => pooled.IsHelped(wish) && IsLent(wish)),
            own.Count(wish => pooled.IsHelped(wish) && Crosses(problem, wish, pooled.OfferOf(wish))));
    }

    private static bool Crosses(CompiledProblem problem, int wish, int part) =>
        problem.Wishes[wish].Seeker.Organisation is { } hers && problem.Offers[part].Organisation is { } theirs && hers != theirs;

    private static IEnumerable<OrganisationId> Named(MatchingProblem problem) =>
        problem.Seekers.Select(seeker => seeker.Organisation).Concat(problem.Offers.Select(offer => offer.Organisation))
            .OfType<OrganisationId>();

    private static string Sentence(PoolingValue value)
    {
        var (gain, more) = (value.HelpedPooled - value.HelpedApart, value.HelpedIfAllConsented - value.HelpedPooled);
        var start = gain == 0 ? string.Create(CultureInfo.InvariantCulture,
                $"One round together would help as many as a round each: {value.HelpedApart}.")
            : string.Create(CultureInfo.InvariantCulture,
                $"One round together would help {value.HelpedPooled}, a round each {value.HelpedApart}: {gain} more.");
        return more == 0 ? start
            : $"{start} Asking everybody for consent to pooled rounds could bring up to {Phrases.Count(more)} more.";
    }
}
