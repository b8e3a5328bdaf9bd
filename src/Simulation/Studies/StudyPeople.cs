using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Matching.Problems;
using Networks.Simulation.Communities;
using Networks.Simulation.Snapshots;

namespace Networks.Simulation.Studies;

/// <summary>
/// The people of a study: those who wait at the fork as they are, and everybody ever referred as whom a new referral may be like, with all
/// she ever sought and without what concerns her alone (whom she must not meet).
/// </summary>
internal sealed class StudyPeople
{
    private readonly List<Seeker> _seekers = [];
    private readonly Dictionary<ResidentId, int> _waiting = [];
    private readonly Dictionary<ResidentId, int> _like = [];
    private readonly AreaSnapshot _snapshot;
    private readonly ImmutableArray<SnapshotPerson> _people;

    public StudyPeople(AreaSnapshot snapshot, IReadOnlySet<WardCode> wards)
    {
        _snapshot = snapshot;
        _people = [.. snapshot.People.Where(person => wards.Contains(person.Facts.Ward))];
        var kinds = snapshot.Offers.ToDictionary(offer => offer.Facts.Offer, offer => offer.Facts.Kinds);
        foreach (var person in _people)
        {
            if (IsOnRegister(person) && !person.Facts.Seeking.IsEmpty)
            {
                _waiting[person.Facts.Resident] = _seekers.Count;
                _seekers.Add(person.Facts);
            }

            var sought = person.Facts.Seeking
                .Concat(person.Stays.SelectMany(stay => stay.Kind is { } kind ? [kind] : kinds.GetValueOrDefault(stay.Offer, [])));
            _like[person.Facts.Resident] = _seekers.Count;
            _seekers.Add(Like(person.Facts, [.. sought.Distinct().Order()], _seekers.Count));
        }
    }

    /// <summary>The rows of the fit table are made from these.</summary>
    public ImmutableArray<Seeker> Seekers => [.. _seekers];

    /// <summary>People on the register at the fork.</summary>
    public int OnRegister => _people.Count(IsOnRegister);

    /// <summary>Everybody referred within so many days before the fork, ward by ward.</summary>
    public ILookup<WardCode, SnapshotPerson> ReferredWithin(int days) => _people
        .Where(person => person.ReferredOn is { } on && on <= _snapshot.Day && on > _snapshot.Day.AddDays(-days))
        .ToLookup(person => person.Facts.Ward);

    /// <summary>Everybody ever referred, ward by ward.</summary>
    public ILookup<WardCode, SnapshotPerson> EverReferred => _people.ToLookup(person => person.Facts.Ward);

    /// <summary>The rows of a new referral who is like <paramref name="person"/>.</summary>
    public ImmutableArray<int> RowsLike(SnapshotPerson person, ILookup<int, int> rows) => [.. rows[_like[person.Facts.Resident]]];

    /// <summary>Wishes that wait. What she is asked about already is taken as answered with yes.</summary>
    public IEnumerable<PlannedWish> Waiting(FitTable fits, ILookup<int, int> rows) =>
        from person in _people
        where _waiting.ContainsKey(person.Facts.Resident)
        from row in rows[_waiting[person.Facts.Resident]]
        where !person.Proposals.Any(proposal => Wish.ClassOf(proposal.Kind) == fits.Rows[row].Class)
        let since = person.Facts.WaitingSince ?? person.ReferredOn ?? _snapshot.Day
        let paused = person.Facts.PausedUntil is { } until ? until.DayNumber - _snapshot.Day.DayNumber : 0
        select new PlannedWish(row, Math.Max(0, _snapshot.Day.DayNumber - since.DayNumber), Math.Max(0, paused));

    /// <summary>Matches and memberships that go on, and proposals taken as answered with yes.</summary>
    public IEnumerable<PlannedStay> Stays(FitTable fits, ILookup<int, int> rows, StudyOffers offers)
    {
        foreach (var person in _people)
        {
            var hers = rows[_like[person.Facts.Resident]].ToArray();
            int Row(WishClass wish) => hers.Append(-1).First(row => row < 0 || fits.Rows[row].Class == wish);
            foreach (var stay in person.Stays.Where(stay => stay.Holds(_snapshot.Day) && offers.At(stay.Offer) >= 0))
            {
                var wish = stay.Offer.Holder == OfferHolder.Group ? WishClass.Group : WishClass.OneToOne;
                var elapsed = _snapshot.Day.DayNumber - (stay.Since ?? _snapshot.Day).DayNumber;
                yield return new PlannedStay(Row(wish), offers.At(stay.Offer), elapsed, stay.WeeksPlanned * 7.0);
            }

            foreach (var proposal in person.Proposals.Where(proposal => offers.At(proposal.Offer) >= 0))
            {
                yield return new PlannedStay(Row(Wish.ClassOf(proposal.Kind)), offers.At(proposal.Offer), 0);
            }
        }
    }

    /// <summary>Places of volunteers that rest after a match which ended within so many days before the fork.</summary>
    public IEnumerable<PlannedRest> Resting(StudyOffers offers, double gapDays) =>
        from person in _people
        from stay in person.Stays
        where stay.EndedOn <= _snapshot.Day && stay.Offer.Holder == OfferHolder.Volunteer && offers.At(stay.Offer) >= 0
        let until = stay.EndedOn!.Value.DayNumber + gapDays - _snapshot.Day.DayNumber
        where until > 0
        select new PlannedRest(offers.At(stay.Offer), until);

    private bool IsOnRegister(SnapshotPerson person) => !(person.LeftOn <= _snapshot.Day);

    private static Seeker Like(Seeker person, ImmutableArray<OfferKind> sought, int number) => person with
    {
        Resident = ResidentId.Of(string.Create(CultureInfo.InvariantCulture, $"like {number}")),
        Seeking = sought, Exclusions = [], KeptApart = [], PausedUntil = null, Household = null,
    };
}
