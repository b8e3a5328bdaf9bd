using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Grains.Residents;
using Networks.Grains.Wards;
using Networks.Graph.Pathways;

namespace Networks.Grains.Pathways;

/// <summary>
/// What one silo remembers of the records of people on the pathway: only what the pathway asks about, each with the version it was taken
/// from, so that a look reads only records that have changed. It may always be thrown away. Safe to use from many threads.
/// </summary>
public sealed class PathwayBook
{
    /// <summary>Most records remembered; those beyond are read at each look. About a kilobyte each.</summary>
    public const int RecordsMax = 200_000;

    /// <summary>Records remembered now.</summary>
    public int Records => _known.Count;

    private readonly ConcurrentDictionary<ResidentId, Known> _known = new();

    /// <summary>
    /// The records of the people found, at the versions their wards know or later; people without a record are left out. Whoever is
    /// remembered of the wards asked about and was not found any more, erased for instance, is forgotten.
    /// </summary>
    public async Task<IReadOnlyDictionary<ResidentId, Resident>> Read(
        IEntityRows rows, PathwayQuery asked, PathwayPeople answer, CancellationToken cancellationToken = default)
    {
        var people = answer.People;
        if (asked.People is null && answer is { Complete: true, IsUnchanged: false })
        {
            Forget(asked.Wards, people);
        }

        var found = new Dictionary<ResidentId, Resident>(people.Length);
        List<string> changed = [];
        foreach (var person in people)
        {
            if (_known.TryGetValue(person.Resident, out var known) && known.Version >= person.Version)
            {
                found[person.Resident] = known.Resident;
            }
            else
            {
                changed.Add(person.Resident.Value);
            }
        }

        if (changed.Count > 0)
        {
            await foreach (var row in rows.ReadMany(EntityKind.Resident, changed, cancellationToken))
            {
                var state = JsonSerializer.Deserialize<ResidentState>(row.Json.Span, StateJson.Options)!;
                if (state.Resident is { } resident)
                {
                    found[resident.Id] = Keep(resident, row.Version);
                }
            }
        }

        return found;
    }

    private void Forget(ImmutableArray<WardCode>? wards, ImmutableArray<PathwayPerson> people)
    {
        var present = people.Select(person => person.Resident).ToHashSet();
        var asked = wards?.ToHashSet();
        foreach (var (resident, known) in _known)
        {
            if (asked?.Contains(known.Resident.Facts.Ward) != false && !present.Contains(resident))
            {
                _known.TryRemove(resident, out _);
            }
        }
    }

    private Resident Keep(Resident resident, int version)
    {
        var kept = Trimmed(resident);
        if (_known.Count < RecordsMax || _known.ContainsKey(resident.Id))
        {
            _known[resident.Id] = new Known(version, kept);
        }

        return kept;
    }

    private static Resident Trimmed(Resident resident) => resident with
    {
        Facts = new ResidentFacts
        {
            Ward = resident.Facts.Ward,
            ReferredOn = resident.Facts.ReferredOn,
            Consents = resident.Facts.Consents.RemoveAll(consent => consent.Kind != Consent.Matching),
            Seeking = resident.Facts.Seeking,
            WaitingSince = resident.Facts.WaitingSince,
            ConnectionsAskedOn = resident.Facts.ConnectionsAskedOn,
            RegisteredOn = resident.Facts.RegisteredOn,
            LeftOn = resident.Facts.LeftOn,
            PausedUntil = resident.Facts.PausedUntil,
        },
        Ties = [],
        Contacts = resident.Contacts.RemoveAll(contact => contact.Match is null),
        Assessments = [.. resident.Assessments.Select(assessment => assessment with { Answers = [] })],
        LifeEvents = [],
        Declined = [],
        Earlier = [],
    };

    private sealed record Known(int Version, Resident Resident);
}
