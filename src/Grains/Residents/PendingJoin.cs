using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Orleans;

namespace Networks.Grains.Residents;

/// <summary>
/// A group being joined, written before the group is asked for the place: whatever happens in between, the record knows what it has begun
/// and finishes it, so no place stays taken without its membership.
/// </summary>
/// <param name="Join">The command, with its first day filled in.</param>
/// <param name="Digest">What the caller's command said (<see cref="CommandDigest"/>).</param>
[GenerateSerializer, Immutable, Alias("networks.pending-join")]
public sealed record PendingJoin([property: Id(0)] JoinGroup Join, [property: Id(1)] string Digest);
