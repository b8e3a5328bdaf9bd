using System.Collections.Immutable;
using System.Text.Json;
using Networks.Domain.Matches;
using Networks.Domain.Wards;
using Networks.Grains.Residents;
using Networks.Grains.Wards;
using Orleans;

namespace Networks.Grains.Matches;

/// <summary>A match that is to be asked about.</summary>
/// <param name="Owner">The resident's record, which owns the match.</param>
/// <param name="Match">The match; its review is due on a day.</param>
public sealed record DueReview(ResidentReading Owner, Match Match)
{
    /// <summary>When the two are to be asked how it goes.</summary>
    public DateOnly Due => Match.ReviewDue!.Value;

    /// <summary>Latest dated contact of the two; null if none is recorded.</summary>
    public DateOnly? LastContact => Owner.Resident.Contacts.Where(contact => contact.Match == Match.Number)
        .Select(contact => (DateOnly?)contact.On)
        .Append(Match.LastContact)
        .Max();

    /// <summary>How far the match has come on <paramref name="day"/>.</summary>
    public MatchStage StageOn(DateOnly day) => MatchStages.Of(Match, day, LastContact);
}

/// <summary>Which matches are to be reviewed: a befriending coordinator's list for the week.</summary>
public static class DueReviews
{
    private static readonly BoardName Asker = new("reviews");

    /// <summary>
    /// Matches of people in <paramref name="wards"/> that have not ended and whose review is due on <paramref name="by"/> or before, the
    /// longest due first, then by resident. The wards say who is matched; only those records are read.
    /// </summary>
    public static async Task<ImmutableArray<DueReview>> Find(
        IGrainFactory grains, IEntityRows rows, IEnumerable<WardCode> wards, DateOnly today, DateOnly by,
        CancellationToken cancellationToken)
    {
        var snapshots = await Task.WhenAll(wards.Select(ward => grains.Ward(ward).Snapshot(Asker, null)));
        string[] matched =
        [
            .. from snapshot in snapshots
               from resident in snapshot.Residents
               where resident.Matches.Any(match => IsOpen(match.EndedOn, today))
               select resident.Id.Value,
        ];
        var due = new List<DueReview>();
        await foreach (var row in rows.ReadMany(EntityKind.Resident, matched, cancellationToken))
        {
            if (JsonSerializer.Deserialize<ResidentState>(row.Json.Span, StateJson.Options)!.Resident is { } resident)
            {
                var owner = new ResidentReading(resident, row.Version);
                due.AddRange(resident.Matches
                    .Where(match => IsOpen(match.EndedOn, today) && match.ReviewDue <= by)
                    .Select(match => new DueReview(owner, match)));
            }
        }

        return [.. due.OrderBy(review => review.Due).ThenBy(review => review.Owner.Resident.Id).ThenBy(review => review.Match.Number)];
    }

    private static bool IsOpen(DateOnly? endedOn, DateOnly today) => endedOn is null || endedOn > today;
}
