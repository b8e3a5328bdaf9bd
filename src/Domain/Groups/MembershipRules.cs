using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using static System.FormattableString;

namespace Networks.Domain.Groups;

/// <summary>When a resident's memberships begin and end, as far as she decides; whether there is a place, the group decides.</summary>
public static class MembershipRules
{
    /// <summary>Most memberships one record keeps, ended ones included.</summary>
    public const int MembershipsMax = 500;

    /// <summary>
    /// Refusals in order: group, since, proposal; left, leaving, member, given, full. Joining again by the same proposal is accepted again.
    /// </summary>
    public static Decision<Resident> Join(Resident present, JoinGroup command, Moment at)
    {
        if (command.Proposal is { } proposal && present.Memberships.Any(known => known.Proposal == proposal))
        {
            return Decision<Resident>.Unchanged(present);
        }

        var refusal = Values.First(
            Values.Reference("group", command.Group.Value),
            Values.Planned("since", command.Since, at),
            command.Proposal is { } asked ? Proposed(present, asked) : null,
            ResidentRules.IsLeaving(present, at),
            Current(present, command.Group, at) is null
                ? null
                : new WrongState("member", $"'{present.Id}' is a member of '{command.Group}' already."),
            command.Proposal is null ? null : Given(present, at),
            present.Memberships.Length < MembershipsMax
                ? null
                : new WrongState("full", $"The record keeps {MembershipsMax} memberships already."));
        return refusal is not null ? refusal : Decision<Resident>.Accept(present with
        {
            Memberships = present.Memberships.Add(new Membership
            {
                Group = command.Group,
                Since = command.Since ?? at.Today,
                Proposal = command.Proposal,
            }),
            Proposals = present.Proposals.RemoveAll(pending => pending.Proposal == command.Proposal),
        });
    }

    /// <summary>Refusals in order: not a member; on; ended sooner. An agreed end may be brought forward but not put off.</summary>
    public static Decision<Resident> Leave(Resident present, LeaveGroup command, Moment at)
    {
        if (Current(present, command.Group, at) is not { } membership)
        {
            return new WrongState("not-a-member", $"'{present.Id}' is no member of '{command.Group}'.");
        }

        var refusal = Values.First(
            Values.End("on", membership.Since, command.On, at),
            membership.EndedOn is { } ended && ended < command.On
                ? new WrongState("ended", Invariant($"The membership ends on {ended:yyyy-MM-dd} already."))
                : null);
        return refusal is not null
            ? refusal
            : Decision<Resident>.Accept(present with
            {
                Memberships = present.Memberships.Replace(membership, membership with { EndedOn = command.On }),
            });
    }

    /// <summary>Her membership that holds, or is agreed for a later day; null if there is none.</summary>
    public static Membership? Current(Resident resident, GroupId group, Moment at) =>
        resident.Memberships.FirstOrDefault(known => known.Group == group && (known.EndedOn is null || known.EndedOn > at.Today));

    /// <summary>
    /// Refuses whatever a round would give her beside a group that another round gave her: one of the kinds she seeks is what she waits
    /// for. What she joins by herself is hers to choose.
    /// </summary>
    internal static WrongState? Given(Resident present, Moment at) => present.Memberships
        .FirstOrDefault(known => known.Proposal is { } proposal && !proposal.Kind.IsOneToOne()
            && present.Facts.Seeking.Contains(proposal.Kind) && (known.EndedOn is null || known.EndedOn > at.Today)) is { } given
        ? new WrongState("given", $"'{present.Id}' was given a place in '{given.Group}', which she sought; she waits for no other.")
        : null;

    private static Refusal? Proposed(Resident present, ProposalId proposal) =>
        Values.First(ProposalRules.IsHers(present, proposal), ProposalRules.IsOf(proposal, oneToOne: false));
}
