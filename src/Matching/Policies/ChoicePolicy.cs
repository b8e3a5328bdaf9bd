using System.Collections.Immutable;
using Networks.Domain.Residents;
using Orleans;

namespace Networks.Matching.Policies;

/// <summary>
/// A round that respects ranked choices: nobody is kept from a place she ranks higher by somebody whom that place ranks after her. Whoever
/// is not in a list ranks by default: people rank places by how well they fit, places rank people in the published order of need.
/// </summary>
/// <param name="Residents">Places that people named, best first; what they did not name follows.</param>
/// <param name="Offers">People whom volunteers and groups named, best first; everybody else follows.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.choice-policy")]
public sealed record ChoicePolicy(
    [property: Id(0)] ImmutableArray<Ranking> Residents, [property: Id(1)] ImmutableArray<Ranking> Offers)
{
    /// <summary>Nobody named anything.</summary>
    public static ChoicePolicy Default { get; } = new([], []);

    /// <summary>The same without what these people chose and without them among others' choices.</summary>
    public ChoicePolicy Without(Func<ResidentId, bool> isGone) => this with
    {
        Residents = Residents.RemoveAll(ranking => isGone(ResidentId.Of(ranking.Who))),
        Offers = [.. Offers.Select(ranking => ranking with { Choices = ranking.Choices.RemoveAll(who => isGone(ResidentId.Of(who))) })],
    };

    /// <summary>True if one of these people chose, or was chosen by name.</summary>
    public bool Names(Func<ResidentId, bool> isOne) =>
        Residents.Any(ranking => isOne(ResidentId.Of(ranking.Who)))
        || Offers.Any(ranking => ranking.Choices.Any(who => isOne(ResidentId.Of(who))));
}

/// <summary>One side's stated choices, by reference, best first.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.ranking")]
public sealed record Ranking([property: Id(0)] string Who, [property: Id(1)] ImmutableArray<string> Choices);
