using System.Text.Json;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Volunteers;
using Networks.Grains.Groups;
using Networks.Grains.Residents;
using Networks.Grains.Volunteers;
using Networks.Grains.Wards;
using Networks.Matching.LookAhead;
using Networks.Matching.Problems;

namespace Networks.Grains.MatchingRounds;

/// <summary>
/// Reads what happened in a round's wards before it opened, from the records as they are: everybody counts who was referred and seeks, or
/// was matched with, something, whether or not she still waits; whom nobody dated does not.
/// </summary>
internal sealed class RoundHistories(IEntityRows rows)
{
    /// <summary>The history that a round's forecast is made from.</summary>
    public async Task<RoundHistory> Of(MatchingProblem problem)
    {
        var (referrals, places) = (new List<PastEvent>(), new List<PastEvent>());
        foreach (var ward in problem.Wards)
        {
            foreach (var kind in (await rows.ReadWardVersions(ward.Code, CancellationToken.None)).GroupBy(one => one.Kind, one => one.Id))
            {
                await foreach (var row in rows.ReadMany(kind.Key, [.. kind], CancellationToken.None))
                {
                    referrals.AddRange(row.Kind == EntityKind.Resident ? Referral(row) : []);
                    places.AddRange(row.Kind switch
                    {
                        EntityKind.Volunteer => Freed(State<VolunteerState>(row).Volunteer),
                        EntityKind.Group => Freed(State<GroupState>(row).Group),
                        _ => [],
                    });
                }
            }
        }

        return new RoundHistory(problem.AsOf, [.. referrals.OrderBy(Order)], [.. places.OrderBy(Order)]);
    }

    private static IEnumerable<PastEvent> Referral(EntityRow row)
    {
        if (State<ResidentState>(row).Resident is not { } resident)
        {
            yield break;
        }

        var kinds = resident.Facts.Seeking.Concat(resident.Matches.Select(match => match.Kind)).Select(kind => (OfferKind?)kind);
        if (kinds.Min() is { } kind && (resident.Facts.ReferredOn ?? resident.Facts.WaitingSince) is { } on)
        {
            yield return new PastEvent(kind, resident.Facts.Ward, on);
        }
    }

    // A place is new with the volunteer, and again when a match has ended and the time between two matches is over.
    private static IEnumerable<PastEvent> Freed(Volunteer? volunteer) =>
        volunteer?.Facts.Roles.Select(role => role.Offers()).OfType<OfferKind>().Order().Select(kind => (OfferKind?)kind).FirstOrDefault()
            is { } kind
            ? Events(kind, volunteer.Facts.Ward, volunteer.Facts.ActiveFrom, volunteer.Places, Rematch.From)
            : [];

    private static IEnumerable<PastEvent> Freed(Group? group) => group is null
        ? []
        : Events(group.Facts.Kind, group.Facts.Ward, group.Facts.OpenedOn, group.Places, ended => ended);

    private static IEnumerable<PastEvent> Events(
        OfferKind kind, Domain.Wards.WardCode ward, DateOnly? since, Places places, Func<DateOnly, DateOnly> free) =>
        Enumerable.Repeat(since, places.Capacity ?? 0)
            .Concat(places.Taken.Select(one => one.EndedOn is { } ended ? free(ended) : (DateOnly?)null))
            .OfType<DateOnly>().Select(on => new PastEvent(kind, ward, on));

    private static (DateOnly, string, OfferKind) Order(PastEvent one) => (one.On, one.Ward.Value, one.Kind);

    private static T State<T>(EntityRow row) => JsonSerializer.Deserialize<T>(row.Json.Span, StateJson.Options)!;
}
