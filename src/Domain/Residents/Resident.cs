using System.Collections.Immutable;
using Networks.Domain.Assessments;
using Networks.Domain.Groups;
using Networks.Domain.LifeEvents;
using Networks.Domain.Matches;
using Networks.Domain.Ties;
using Orleans;

namespace Networks.Domain.Residents;

/// <summary>
/// Everything a resident's grain owns: her facts and every edge of hers. A tie is named by one resident, so it has one owner and one
/// write; the undirected graph is the union of what all residents name.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.resident")]
public sealed record Resident
{
    [Id(0)] public required ResidentId Id { get; init; }

    [Id(1)] public required ResidentFacts Facts { get; init; }

    /// <summary>The ties she names, in the order of their numbers.</summary>
    [Id(2)] public ImmutableArray<Tie> Ties { get; init; } = [];

    [Id(3)] public ImmutableArray<Membership> Memberships { get; init; } = [];

    /// <summary>Befriending matches, past and present, in the order of their numbers; at most one is active.</summary>
    [Id(4)] public ImmutableArray<Match> Matches { get; init; } = [];

    /// <summary>Dated contacts over a tie or a match.</summary>
    [Id(5)] public ImmutableArray<Contact> Contacts { get; init; } = [];

    /// <summary>
    /// Proposals awaiting an answer, at most one a kind; an expired one counts for nothing, whether or not anybody has tidied it away.
    /// </summary>
    [Id(6)] public ImmutableArray<PendingProposal> Proposals { get; init; } = [];

    /// <summary>Answered questionnaires, in order of day and instrument.</summary>
    [Id(7)] public ImmutableArray<Assessment> Assessments { get; init; } = [];

    /// <summary>What happened in her life, in order of day and kind.</summary>
    [Id(8)] public ImmutableArray<LifeEvent> LifeEvents { get; init; } = [];

    /// <summary>The days she came to a group, member or not; over a current membership they count as contact.</summary>
    [Id(9)] public ImmutableArray<Attendance> Attendances { get; init; } = [];

    /// <summary>Proposals that she or the other side declined, oldest first: they are counted, and not put to her again unasked.</summary>
    [Id(10)] public ImmutableArray<DeclinedProposal> Declined { get; init; } = [];

    /// <summary>The day her record was first made here; it stands for the start of her wait where no other day is known.</summary>
    [Id(11)] public DateOnly? RecordedOn { get; init; }

    /// <summary>What her facts said before, oldest first; at most one a day.</summary>
    [Id(12)] public ImmutableArray<FactsBefore> Earlier { get; init; } = [];

    /// <summary>
    /// The days on which a proposal was put to her, oldest first, one entry for each; whom or what was proposed stands with the proposal
    /// alone. At most <see cref="ProposalRules.ProposedMax"/>; the oldest go first.
    /// </summary>
    [Id(13)] public ImmutableArray<DateOnly> ProposedOn { get; init; } = [];
}
