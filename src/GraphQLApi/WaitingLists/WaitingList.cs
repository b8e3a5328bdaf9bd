using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Graph.Matches;

namespace Networks.GraphQLApi.WaitingLists;

/// <summary>An answered waiting list and what stands around it.</summary>
/// <param name="Waiting">The page of people waiting and the count of all.</param>
/// <param name="Paused">The page of people who would wait but asked for a pause.</param>
/// <param name="Seeking">What was asked for; empty = everything.</param>
/// <param name="Wards">The wards asked about.</param>
/// <param name="IsWholeArea">True if no ward was named.</param>
internal sealed record WaitingList(WaitingAnswer Waiting, WaitingAnswer Paused, ImmutableArray<OfferKind> Seeking,
    ImmutableArray<WardFacts> Wards, bool IsWholeArea)
{
    /// <summary>The day before which each paused person is not put forward.</summary>
    public required IReadOnlyDictionary<ResidentId, DateOnly> PausedUntil { get; init; }

    /// <summary>Rows asked for.</summary>
    public required int Limit { get; init; }

    /// <summary>The pause of a person; null if not paused.</summary>
    public DateOnly? Until(WaitingResident person) => PausedUntil.TryGetValue(person.Resident, out var until) ? until : null;
}
