using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Matching.Fits;
using Orleans;

namespace Networks.Matching.Policies;

/// <summary>The choices a matching round leaves to the people who run it; policy.yaml in files. Every part has a default.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.policy")]
public sealed record MatchingPolicy
{
    /// <summary>The policy of a round that names none.</summary>
    public static MatchingPolicy Default { get; } = new();

    /// <summary>The band a person without one ranks as: 1 (most urgent) to 4. Default 4.</summary>
    [Id(0)] public int BandWhenEmpty { get; init; } = PriorityBand.Least;

    /// <summary>How far someone travels whose limit is not known. Default 5 kilometres.</summary>
    [Id(1)] public Metres DefaultTravel { get; init; } = new(5000);

    /// <summary>How many days a place is held for a published proposal, 1 to 365. Default 21.</summary>
    [Id(2)] public int HoldDays { get; init; } = 21;

    /// <summary>
    /// Checks a volunteer must hold to meet people in a mode. Out and about asks what visits ask and online what the telephone asks,
    /// unless the policy names them.
    /// </summary>
    [Id(3)] public ImmutableArray<ModeChecks> RequiredChecks { get; init; } =
    [
        new(ContactMode.Visit, ["references", "interview", "induction"]),
        new(ContactMode.Phone, ["references", "induction"]),
    ];

    /// <summary>Wishes that are noted instead of kept: of gender, time, language, home. Default none.</summary>
    [Id(4)] public ImmutableArray<Constraint> Soft { get; init; } = [];

    /// <summary>Guarantees and quotas; null = none.</summary>
    [Id(5)] public RoundBounds? Bounds { get; init; }

    /// <summary>
    /// Organisations that agreed to rounds pooled with others, each with the day. Default none, and then a pair across organisations is
    /// only noted. Where any is named, such a pair may be only if both agreed by the day and she consents to pooled rounds.
    /// </summary>
    [Id(6)] public ImmutableArray<PoolingConsent> Pooling { get; init; } = [];

    /// <summary>Respects ranked choices instead of helping the neediest first; null = does not.</summary>
    [Id(7)] public ChoicePolicy? RankedChoices { get; init; }

    /// <summary>
    /// Checks a volunteer must hold for a kind of help besides those of the way they meet, such as for sharing a home. Default none: which
    /// are right, and lawful, is the provider's to say.
    /// </summary>
    [Id(8)] public ImmutableArray<KindChecks> RequiredChecksOfKinds { get; init; } = [];

    /// <summary>
    /// Households, by the reference that stands in their records, whose people asked to be visited together: those of them who wait share
    /// one place of a volunteer (<see cref="Problems.VisitedTogether"/>). Default none: living together is no wish to be visited together.
    /// </summary>
    [Id(9)] public ImmutableArray<string> VisitedTogether { get; init; } = [];

    /// <summary>True if the organisation agreed to pool by the day.</summary>
    public bool HasPooled(OrganisationId organisation, DateOnly day) =>
        Pooling.Any(consent => consent.Organisation == organisation && consent.AgreedOn <= day);

    /// <summary>The checks asked for by <paramref name="kind"/> itself.</summary>
    public ImmutableArray<string> ChecksFor(OfferKind kind) =>
        RequiredChecksOfKinds.FirstOrDefault(checks => checks.Kind == kind)?.Checks ?? [];

    /// <summary>The checks asked for in <paramref name="mode"/>.</summary>
    public ImmutableArray<string> ChecksFor(ContactMode mode)
    {
        var named = RequiredChecks.FirstOrDefault(checks => checks.Mode == mode)
            ?? RequiredChecks.FirstOrDefault(checks => checks.Mode == AskedAs(mode));
        return named?.Kinds ?? [];
    }

    /// <summary>The same with nothing that these people chose, nor who chose them.</summary>
    public MatchingPolicy Without(Func<ResidentId, bool> isGone) =>
        RankedChoices is { } choices && choices.Names(isGone) ? this with { RankedChoices = choices.Without(isGone) } : this;

    /// <summary>Reads policy.yaml. An unknown key or a value out of range is refused with its line and what was meant.</summary>
    public static PolicyReading Read(string yaml) => PolicyYaml.Read(yaml);

    /// <summary>Writes policy.yaml, every key with its value; what most rounds do without only where it is there.</summary>
    public string ToYaml() => PolicyYaml.Write(this);

    private static ContactMode AskedAs(ContactMode mode) => mode switch
    {
        ContactMode.OutAndAbout => ContactMode.Visit,
        ContactMode.Online => ContactMode.Phone,
        _ => mode,
    };
}

/// <summary>The checks one mode asks for.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.mode-checks")]
public sealed record ModeChecks([property: Id(0)] ContactMode Mode, [property: Id(1)] ImmutableArray<string> Kinds);

/// <summary>The checks one kind of one-to-one help asks for.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.kind-checks")]
public sealed record KindChecks([property: Id(0)] OfferKind Kind, [property: Id(1)] ImmutableArray<string> Checks);

/// <summary>An organisation's own agreement to rounds pooled with others, as its residents give theirs.</summary>
/// <param name="Organisation">Which.</param>
/// <param name="AgreedOn">The day it agreed; it holds from that day.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.pooling-consent")]
public sealed record PoolingConsent([property: Id(0)] OrganisationId Organisation, [property: Id(1)] DateOnly AgreedOn);

/// <summary>What came of reading a policy.</summary>
public abstract record PolicyReading
{
    private PolicyReading()
    {
    }

    /// <summary>The policy as read.</summary>
    public sealed record Accepted(MatchingPolicy Policy) : PolicyReading;

    /// <summary>The text is no policy.</summary>
    /// <param name="Line">Line of the fault, from 1.</param>
    /// <param name="Reason">What is wrong there.</param>
    /// <param name="Suggestion">What was probably meant, or empty.</param>
    public sealed record Refused(int Line, string Reason, string Suggestion) : PolicyReading
    {
        /// <inheritdoc/>
        public override string ToString() => $"policy.yaml, line {Line}: {Reason}{(Suggestion == "" ? "" : " " + Suggestion)}";
    }
}
