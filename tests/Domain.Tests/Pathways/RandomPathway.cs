using Networks.Domain.Assessments;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Pathways;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;

namespace Networks.Domain.Tests.Pathways;

/// <summary>
/// A life on the pathway drawn from a seed: the record, and the same as plain happenings by day, which <see cref="Replay"/> tells again
/// with loops and counters and nothing of the product's rules.
/// </summary>
internal sealed class RandomPathway
{
    public static readonly DateOnly First = new(2026, 1, 1);
    public const int Length = 330;

    private readonly Random _draw;

    public RandomPathway(int seed)
    {
        _draw = new Random(seed);
        Groups = new Dictionary<GroupId, PathwayGroup>
        {
            [GroupId.Of("G1")] = new(GroupId.Of("G1"), OfferKind.LunchClub, Maybe(4, 100), Maybe(4, Length)),
            [GroupId.Of("G2")] = new(GroupId.Of("G2"), OfferKind.Activity, null, null),
        };
        Resident = Life();
    }

    public IReadOnlyDictionary<GroupId, PathwayGroup> Groups { get; }

    public Resident Resident { get; }

    private DateOnly Day(int from, int until) => First.AddDays(_draw.Next(from, until));

    private DateOnly? Maybe(int oneIn, int until) => _draw.Next(oneIn) == 0 ? Day(0, until) : null;

    private DateOnly? ConsentEnd() => Maybe(5, Length) is { } end && end > First.AddDays(150) ? end : null;

    private Resident Life()
    {
        DateOnly? referred = _draw.Next(6) == 0 ? null : Day(0, 120);
        OfferKind[] kinds = [OfferKind.Befriending, OfferKind.LunchClub];
        return new Resident
        {
            Id = ResidentId.Of("R1"),
            Facts = new ResidentFacts
            {
                Ward = WardCode.Of("E05001390"),
                ReferredOn = referred,
                RegisteredOn = _draw.Next(3) == 0 ? null : Day(0, 40),
                LeftOn = Maybe(6, Length),
                Seeking = [.. kinds.Where(_ => _draw.Next(3) > 0)],
                WaitingSince = Maybe(3, 200),
                ConnectionsAskedOn = Maybe(2, 200),
                PausedUntil = Maybe(5, Length),
                Consents = _draw.Next(5) == 0 ? [] : [new Consent(Consent.Matching, Maybe(2, 150), ConsentEnd())],
            },
            RecordedOn = Maybe(2, 100),
            Matches = [.. Matches()],
            Contacts = [.. Enumerable.Range(0, _draw.Next(12)).Select(_ => new Contact { On = Day(60, Length), Match = _draw.Next(1, 4) })],
            Memberships = [.. Memberships()],
            Attendances =
            [
                .. Enumerable.Range(0, _draw.Next(9))
                    .Select(_ => new Attendance(GroupId.Of(_draw.Next(2) == 0 ? "G1" : "G2"), Day(60, Length), null)),
            ],
            Assessments = Maybe(3, 200) is { } on
                ? [new Assessment { Instrument = Instrument.Ucla3, On = on, Answers = ["2", "2", "2"] }]
                : [],
            ProposedOn = [.. Enumerable.Range(0, _draw.Next(3)).Select(_ => Day(30, 200)).Order()],
        };
    }

    // One after the other, as a record has them; the last may go on.
    private IEnumerable<Match> Matches()
    {
        var from = 60;
        for (var number = 1; number <= _draw.Next(4); number++)
        {
            var since = from + _draw.Next(40);
            var ended = since + _draw.Next(90);
            var goesOn = _draw.Next(3) == 0;
            yield return new Match
            {
                Number = number,
                Volunteer = VolunteerId.Of("V1"),
                Kind = OfferKind.Befriending,
                Since = First.AddDays(since),
                EndedOn = goesOn ? null : First.AddDays(ended),
                Ending = goesOn || _draw.Next(4) == 0 ? null : _draw.Next(2) == 0 ? MatchEnding.Planned : MatchEnding.VolunteerLeft,
                ReviewDue = _draw.Next(3) == 0 ? null : First.AddDays(since + 42),
                LastContact = Maybe(6, Length),
                Milestones = [.. Milestones(since)],
            };
            if (goesOn)
            {
                yield break;
            }

            from = ended;
        }
    }

    private IEnumerable<Milestone> Milestones(int since)
    {
        MilestoneKind[] kinds = [.. Enum.GetValues<MilestoneKind>(), MilestoneKind.Review];
        return kinds.Where(_ => _draw.Next(3) == 0)
            .Select(kind => new Milestone(kind, First.AddDays(since + _draw.Next(80))))
            .Distinct()
            .OrderBy(step => step.On)
            .ThenBy(step => step.Kind);
    }

    private IEnumerable<Membership> Memberships()
    {
        foreach (var name in (string[])["G1", "G2"])
        {
            if (_draw.Next(3) == 0)
            {
                var since = Maybe(1, 220)!.Value;
                yield return new Membership
                {
                    Group = GroupId.Of(name),
                    Since = _draw.Next(6) == 0 ? null : since,
                    EndedOn = _draw.Next(3) == 0 ? since.AddDays(_draw.Next(120)) : null,
                    Proposal = _draw.Next(2) == 0 ? Sample.Proposal("nov-2", OfferKind.LunchClub) : null,
                };
            }
        }
    }
}
