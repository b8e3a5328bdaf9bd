using System.Collections.Immutable;
using System.Text.Json;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Networks.Grains.Residents;
using Networks.Grains.Wards;
using Networks.Matching.Problems;

namespace Networks.Grains.MatchingRounds;

/// <summary>Who of the people a round froze may not be put forward any more.</summary>
/// <param name="Absent">Left, erased, paused, or without the consent they had.</param>
/// <param name="Erased">Of them those who have no record any more.</param>
/// <param name="WithoutSituations">Those frozen with situations that they do not agree to be kept any more.</param>
/// <param name="Open">The proposals each of the others is still asked about, as her own record has it.</param>
internal sealed record Absences(
    ImmutableHashSet<ResidentId> Absent,
    ImmutableHashSet<ResidentId> Erased,
    ImmutableHashSet<ResidentId> WithoutSituations,
    ImmutableHashSet<ProposalId> Open);

/// <summary>
/// Looks up who of the frozen is absent by now. A round is frozen and people are not: a person may die between the plan and its
/// publishing, and must not be shown or rung up after. Rows whose version is known are not read again, so a look costs one read of each
/// ward's index and little more; and nothing while nothing was written since the last one.
/// </summary>
internal sealed class RoundAbsences(IEntityRows rows, TimeProvider time)
{
    private ImmutableDictionary<string, Known> _known = ImmutableDictionary<string, Known>.Empty;
    private DateOnly _day;
    private Seen? _seen;

    /// <summary>How the people of a round stand now: those in its problem and those it has proposals for.</summary>
    public async Task<Absences> Look(MatchingProblem frozen, MatchingRoundState round)
    {
        // The number is taken before anything is read: whatever is written meanwhile makes the next look read again.
        var (changes, today) = (rows.Changes, time.Moment().Today);
        if (_seen is { } seen && changes is not null && seen.Changes == changes && seen.Day == today
            && ReferenceEquals(seen.Frozen, frozen) && ReferenceEquals(seen.Round, round))
        {
            return seen.Found;
        }

        var found = await LookAgain(frozen, round);
        _seen = new Seen(changes, today, frozen, round, found);
        return found;
    }

    private async Task<Absences> LookAgain(MatchingProblem frozen, MatchingRoundState round)
    {
        var consented = frozen.Seekers.ToDictionary(seeker => seeker.Resident, seeker => seeker.ConsentsToMatching);
        foreach (var proposal in round.Proposals)
        {
            consented.TryAdd(proposal.Id.Resident, true);
        }

        var day = time.Moment().Today;
        var known = day == _day ? _known : ImmutableDictionary<string, Known>.Empty;
        var versions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var ward in frozen.Wards)
        {
            foreach (var row in await rows.ReadWardVersions(ward.Code, CancellationToken.None))
            {
                if (row.Kind == EntityKind.Resident)
                {
                    versions[row.Id] = row.Version;
                }
            }
        }

        // Whoever stands in none of the wards has moved or was erased: only her own row says which.
        string[] news = [.. consented.Keys.Select(resident => resident.Value).Where(id =>
            !versions.TryGetValue(id, out var version) || known.GetValueOrDefault(id)?.Version != version)];
        (_known, _day) = (known.RemoveRange(news).AddRange(await Read(news, day)), day);
        return Answer(consented, _known) with { WithoutSituations = WithoutSituations(frozen, _known) };
    }

    private static Absences Answer(Dictionary<ResidentId, bool> consented, ImmutableDictionary<string, Known> known)
    {
        var absent = ImmutableHashSet.CreateBuilder<ResidentId>();
        var erased = ImmutableHashSet.CreateBuilder<ResidentId>();
        var open = ImmutableHashSet.CreateBuilder<ProposalId>();
        foreach (var (resident, hadConsent) in consented)
        {
            if (!known.TryGetValue(resident.Value, out var person))
            {
                erased.Add(resident);
                absent.Add(resident);
            }
            else if (!person.IsHere || (hadConsent && !person.Consents))
            {
                absent.Add(resident);
            }
            else
            {
                open.UnionWith(person.Open);
            }
        }

        return new Absences(absent.ToImmutable(), erased.ToImmutable(), [], open.ToImmutable());
    }

    private static ImmutableHashSet<ResidentId> WithoutSituations(MatchingProblem frozen, ImmutableDictionary<string, Known> known) =>
    [
        .. frozen.Seekers
            .Where(seeker => !seeker.Situations.IsEmpty
                && known.GetValueOrDefault(seeker.Resident.Value) is { ConsentsToSituations: false })
            .Select(seeker => seeker.Resident),
    ];

    private async Task<Dictionary<string, Known>> Read(IReadOnlyCollection<string> ids, DateOnly day)
    {
        var read = new Dictionary<string, Known>(StringComparer.Ordinal);
        if (ids.Count == 0)
        {
            return read;
        }

        await foreach (var row in rows.ReadMany(EntityKind.Resident, ids, CancellationToken.None))
        {
            if (JsonSerializer.Deserialize<ResidentState>(row.Json.Span, StateJson.Options)!.Resident is { } resident)
            {
                read[row.Id] = new Known(
                    row.Version,
                    resident.Facts.OnRegister(day) && !(resident.Facts.PausedUntil > day),
                    resident.Facts.HasConsent(Consent.Matching, day),
                    resident.Facts.HasConsent(Consent.SpecialCategory, day),
                    [.. resident.Proposals.Select(pending => pending.Proposal)]);
            }
        }

        return read;
    }

    private sealed record Seen(long? Changes, DateOnly Day, MatchingProblem Frozen, MatchingRoundState Round, Absences Found);

    private sealed record Known(
        int Version, bool IsHere, bool Consents, bool ConsentsToSituations, ImmutableArray<ProposalId> Open);
}
