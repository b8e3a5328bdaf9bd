using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Import.Groups;
using Networks.Import.Refusals;
using Networks.Import.Volunteers;

namespace Networks.Import.Deliveries;

/// <summary>
/// Turns a delivery and what the store holds into the records that shall be: first every resident, then the volunteers and groups whose
/// places they take, then, where a place could not be given after all, the resident's record without it.
/// </summary>
public sealed class DeliveryMerge(Delivery delivery, KnownArea known, DateOnly today, Findings findings)
{
    private static readonly OfferWords VolunteerWords = new(VolunteerFile.Layout.File, "capacity", BefriendingFile.Layout.File, "volunteer",
        "matches", "a match", "others_supported", RefusalCode.UnknownVolunteer);

    private static readonly OfferWords GroupWords = new(GroupFile.Layout.File, "places", MembershipFile.Layout.File, "group",
        "members", "a membership", "others_attending", RefusalCode.UnknownGroup);

    private readonly ResidentMerge residents = new(delivery, findings, today);
    private readonly Dictionary<VolunteerId, Takings> visits = [];
    private readonly Dictionary<GroupId, Takings> members = [];
    private readonly HashSet<(ResidentId Resident, VolunteerId Volunteer, DateOnly? Since)> droppedMatches = [];
    private readonly HashSet<(ResidentId Resident, GroupId Group, DateOnly? Since)> droppedMemberships = [];
    private readonly Dictionary<ResidentId, Resident> storedOf = [];

    /// <summary>The record of a resident as it shall be. Call once for each resident of the delivery, before <see
    /// cref="Volunteers"/>.</summary>
    public Resident Resident(DeliveredResident said, Resident? stored)
    {
        var merged = residents.Of(said, stored);
        if (stored is not null && (said.Matches.Count > 0 || said.Memberships.Count > 0))
        {
            storedOf[stored.Id] = stored;
        }

        foreach (var match in merged.Matches)
        {
            if (stored is null || !stored.Matches.Contains(match))
            {
                var line = said.Matches.Find(row => row.Value.Volunteer == match.Volunteer && row.Value.Since == match.Since).Line;
                Of(visits, match.Volunteer).Add(new Takings.Taking(merged.Id, match.Since, match.EndedOn, line, match.Household));
            }
        }

        foreach (var membership in merged.Memberships)
        {
            if (stored is null || !stored.Memberships.Contains(membership))
            {
                var line = said.Memberships.Find(row => row.Value.Group == membership.Group && row.Value.Since == membership.Since).Line;
                Of(members, membership.Group).Add(new Takings.Taking(merged.Id, membership.Since, membership.EndedOn, line));
            }
        }

        return merged;
    }

    /// <summary>Volunteers that the delivery names or whose places its residents take.</summary>
    public IEnumerable<Volunteer> Volunteers()
    {
        foreach (var id in delivery.Volunteers.Keys.Concat(visits.Keys).Concat(delivery.VolunteerMemberships.Keys).Distinct())
        {
            var said = delivery.Volunteers.GetValueOrDefault(id);
            var stored = known.Volunteers.GetValueOrDefault(id);
            var settlement = new OfferSettlement(VolunteerWords, today, findings, Of(visits, id), taking => Drop(taking, id))
            {
                Name = id.Value,
                Stored = stored?.Places,
                Capacity = said is not null && Has(VolunteerFile.Layout.File, "capacity") ? said.Capacity : stored?.Places.Capacity,
                Others = said is not null && Has(VolunteerFile.Layout.File, "others_supported") ? said.Others : stored?.Places.Others ?? 0,
                Line = said?.Line ?? 0,
            };
            if (settlement.Settle() is { } places)
            {
                var facts = said is null || settlement.RowRefused
                    ? stored!.Facts
                    : VolunteerFile.Merge(stored?.Facts, said.Facts, delivery.Columns(VolunteerFile.Layout.File));
                yield return new Volunteer
                {
                    Id = id,
                    Facts = facts,
                    Places = places,
                    Memberships = Memberships(id, stored),
                    RecordedOn = stored is null ? today : stored.RecordedOn,
                };
            }
            else
            {
                RefuseMemberships(id, said!.Line);
            }
        }
    }

    /// <summary>Groups that the delivery names or whose places its residents take.</summary>
    public IEnumerable<Group> Groups()
    {
        foreach (var id in delivery.Groups.Keys.Concat(members.Keys.Where(id => !delivery.Groups.ContainsKey(id))))
        {
            var said = delivery.Groups.GetValueOrDefault(id);
            var stored = known.Groups.GetValueOrDefault(id);
            var facts = said is null ? stored!.Facts : GroupFile.Merge(stored?.Facts, said.Facts, delivery.Columns(GroupFile.Layout.File));
            var settlement = new OfferSettlement(GroupWords, today, findings, Of(members, id), taking => Drop(taking, id))
            {
                Name = id.Value,
                Stored = stored?.Places,
                Capacity = said is not null && Has(GroupFile.Layout.File, "places") ? said.Capacity : stored?.Places.Capacity,
                Others = said is not null && Has(GroupFile.Layout.File, "others_attending") ? said.Others : stored?.Places.Others ?? 0,
                Line = said?.Line ?? 0,
                IsClosed = facts.ClosedOn <= today,
            };
            if (settlement.Settle() is { } places)
            {
                yield return new Group
                {
                    Id = id,
                    Facts = settlement.RowRefused ? stored!.Facts : facts,
                    Places = places,
                    RecordedOn = stored is null ? today : stored.RecordedOn,
                    Earlier = stored?.Earlier ?? [],
                };
            }
        }
    }

    /// <summary>True if some resident lost a row in <see cref="Volunteers"/> or <see cref="Groups"/>.</summary>
    public bool Dropped => droppedMatches.Count + droppedMemberships.Count > 0;

    /// <summary>
    /// The record without rows whose volunteer or group had no place for them; what such a row was to change stays as it was stored.
    /// </summary>
    public Resident WithoutDropped(Resident merged)
    {
        var stored = storedOf.GetValueOrDefault(merged.Id);
        IEnumerable<Match> Kept(Match match) => !droppedMatches.Contains((merged.Id, match.Volunteer, match.Since)) ? [match]
            : stored?.Matches.Where(known => known.Volunteer == match.Volunteer && known.Since == match.Since) ?? [];
        IEnumerable<Membership> Stays(Membership row) => !droppedMemberships.Contains((merged.Id, row.Group, row.Since)) ? [row]
            : stored?.Memberships.Where(known => MembershipFile.SameKey(known, row)) ?? [];
        return merged with
        {
            Matches = [.. merged.Matches.SelectMany(Kept)],
            Memberships = [.. merged.Memberships.SelectMany(Stays)],
        };
    }

    private ImmutableArray<Membership> Memberships(VolunteerId id, Volunteer? stored) => ResidentMerge.Upserted(
        stored?.Memberships ?? [], delivery.VolunteerMemberships.GetValueOrDefault(id) ?? [], MembershipFile.SameKey,
        (known, read) => MembershipFile.Merge(known, read, delivery.Columns(MembershipFile.Layout.File)));

    private void RefuseMemberships(VolunteerId id, int line)
    {
        foreach (var (at, _) in delivery.VolunteerMemberships.GetValueOrDefault(id) ?? [])
        {
            findings.Recount(MembershipFile.Layout.File);
            findings.Refuse(new RowRefusal(MembershipFile.Layout.File, at, "resident", RefusalCode.UnknownVolunteer,
                $"The row of {id} was refused.", $"See {VolunteerFile.Layout.File}, line {line}."));
        }
    }

    private void Drop(Takings.Taking taking, VolunteerId from) => droppedMatches.Add((taking.Resident, from, taking.Since));

    private void Drop(Takings.Taking taking, GroupId from) => droppedMemberships.Add((taking.Resident, from, taking.Since));

    private bool Has(string file, string column) => delivery.Columns(file).Contains(column);

    private static Takings Of<T>(Dictionary<T, Takings> all, T id)
        where T : notnull
    {
        if (!all.TryGetValue(id, out var takings))
        {
            all.Add(id, takings = new Takings());
        }

        return takings;
    }
}
