using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Matching.Fairness;
using Networks.Matching.LookAhead;
using Networks.Matching.Losses;
using Networks.Matching.Plans;
using Networks.Matching.Pooling;
using Networks.Matching.Recruiting;
using Orleans;

namespace Networks.Grains.MatchingRounds;

/// <summary>A question about a round that has a plan: what would be if something were otherwise. Nothing is changed by asking.</summary>
[GenerateSerializer, Immutable, Alias("networks.round-question")]
public abstract record RoundQuestion
{
    private protected RoundQuestion()
    {
    }
}

/// <summary>Where to recruit and where to stop.</summary>
[GenerateSerializer, Immutable, Alias("networks.ask-recruiting")]
public sealed record AskRecruiting([property: Id(0)] RecruitingBy By) : RoundQuestion;

/// <summary>What these recruits would change, each alone and all together.</summary>
[GenerateSerializer, Immutable, Alias("networks.ask-recruits")]
public sealed record AskRecruits([property: Id(0)] ImmutableArray<RecruitWish> Wishes) : RoundQuestion;

/// <summary>Who would lose a place without this offer, and what moving at most so many others would keep.</summary>
[GenerateSerializer, Immutable, Alias("networks.ask-loss")]
public sealed record AskLoss([property: Id(0)] OfferId Offer, [property: Id(1)] int MovedMax) : RoundQuestion;

/// <summary>How the plan treats groups, beside other ways of deciding; the last round's policy as YAML, null if there was none.</summary>
[GenerateSerializer, Immutable, Alias("networks.ask-fairness")]
public sealed record AskFairness([property: Id(0)] string? LastPolicy) : RoundQuestion;

/// <summary>What guarantees and quotas would cost.</summary>
[GenerateSerializer, Immutable, Alias("networks.ask-bounds")]
public sealed record AskBounds([property: Id(0)] FairnessDimension Dimension, [property: Id(1)] ImmutableArray<GroupBound> Bounds)
    : RoundQuestion;

/// <summary>What these organisations gain by one round together; empty = all of the round.</summary>
[GenerateSerializer, Immutable, Alias("networks.ask-pooling")]
public sealed record AskPooling([property: Id(0)] ImmutableArray<OrganisationId> Organisations) : RoundQuestion;

/// <summary>What the plan changes against the plan that stood before.</summary>
[GenerateSerializer, Immutable, Alias("networks.ask-difference")]
public sealed record AskDifference : RoundQuestion;

/// <summary>What putting these two together by hand would change, or keeping them apart.</summary>
[GenerateSerializer, Immutable, Alias("networks.ask-pair")]
public sealed record AskPair(
    [property: Id(0)] ResidentId Resident, [property: Id(1)] OfferId Offer, [property: Id(2)] bool Together) : RoundQuestion;

/// <summary>What waiting so many days would be worth for pairs of these people; empty = for those that fit least.</summary>
[GenerateSerializer, Immutable, Alias("networks.ask-look-ahead")]
public sealed record AskLookAhead([property: Id(0)] int WaitDays, [property: Id(1)] ImmutableArray<ResidentId> Residents) : RoundQuestion;

/// <summary>What came of a question.</summary>
[GenerateSerializer, Immutable, Alias("networks.round-study")]
public abstract record RoundStudy
{
    private protected RoundStudy()
    {
    }
}

/// <summary>Profiles to look for, the best first.</summary>
[GenerateSerializer, Immutable, Alias("networks.recruiting-study")]
public sealed record RecruitingStudy([property: Id(0)] ImmutableArray<RecruitingValue> Values) : RoundStudy;

/// <summary>The recruits asked about.</summary>
[GenerateSerializer, Immutable, Alias("networks.recruits-study")]
public sealed record RecruitsStudy([property: Id(0)] RecruitingTogether Together) : RoundStudy;

/// <summary>The plan without one of its offers.</summary>
[GenerateSerializer, Immutable, Alias("networks.loss-study")]
public sealed record LossStudy([property: Id(0)] LossAnswer Loss) : RoundStudy;

/// <summary>The fairness ledger.</summary>
[GenerateSerializer, Immutable, Alias("networks.fairness-study")]
public sealed record FairnessStudy([property: Id(0)] FairnessLedger Ledger) : RoundStudy;

/// <summary>The price of the bounds.</summary>
[GenerateSerializer, Immutable, Alias("networks.bounds-study")]
public sealed record BoundsStudy([property: Id(0)] BoundPrice Price) : RoundStudy;

/// <summary>The value of pooling.</summary>
[GenerateSerializer, Immutable, Alias("networks.pooling-study")]
public sealed record PoolingStudy([property: Id(0)] PoolingValue Value) : RoundStudy;

/// <summary>The plan against the plan before; null where none stood before.</summary>
[GenerateSerializer, Immutable, Alias("networks.difference-study")]
public sealed record DifferenceStudy([property: Id(0)] PlanDifference? Difference) : RoundStudy;

/// <summary>Match now or wait.</summary>
[GenerateSerializer, Immutable, Alias("networks.look-ahead-study")]
public sealed record LookAheadStudy([property: Id(0)] LookAheadAnswer Answer) : RoundStudy;

/// <summary>The question asks for what cannot be.</summary>
[GenerateSerializer, Immutable, Alias("networks.study-refused")]
public sealed record StudyRefused([property: Id(0)] string Argument, [property: Id(1)] string Sentence) : RoundStudy;
