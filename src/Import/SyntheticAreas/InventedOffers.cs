using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;

namespace Networks.Import.SyntheticAreas;

/// <summary>
/// Volunteers and groups, who takes their places and how many are free: one volunteer to 150 residents, one group to 300, one free place
/// to 100, of which a quarter with volunteers.
/// </summary>
internal sealed class InventedOffers
{
    private const int ResidentsPerVolunteer = 150;
    private const int ResidentsPerGroup = 300;
    private const int ResidentsPerFreePlace = 100;
    private const int ResidentsPerFreeVisit = 400;
    private const int ResidentsPerMatch = 100;
    private const int ResidentsPerWish = 50;
    private const int MembersPerThousand = 120;
    private const int MatchesOfOneMax = 4;

    private readonly Population population;
    private readonly InventedResidents residents;
    private readonly long seed;
    private readonly DateOnly day;
    private readonly Volunteer[] volunteers;
    private readonly Group[] groups;

    public InventedOffers(Population population, InventedResidents residents)
    {
        (this.population, this.residents) = (population, residents);
        (seed, day) = (population.Order.Seed, population.Order.Day);
        volunteers = [.. PerWard(ResidentsPerVolunteer, Volunteer)];
        groups = [.. PerWard(ResidentsPerGroup, Group)];
        Matches = [.. AssignMatches()];
        Memberships = [.. AssignMembers()];
        ChooseSeekers();
        FreePlaces();
    }

    public IReadOnlyList<Volunteer> Volunteers => volunteers;

    public IReadOnlyList<Group> Groups => groups;

    public IReadOnlyList<(ResidentId Resident, Match Match)> Matches { get; }

    public IReadOnlyList<(ResidentId Resident, Membership Membership)> Memberships { get; }

    private IEnumerable<T> PerWard<T>(int residentsPerOffer, Func<int, int, T> make)
    {
        var count = Math.Max(1, population.People.Length / residentsPerOffer);
        var shares = Apportionment.Share(count, [.. population.Wards.Select((_, ward) => (long)SizeOf(ward))]);
        var number = 0;
        for (var ward = 0; ward < shares.Length; ward++)
        {
            for (var more = shares[ward]; more > 0; more--)
            {
                yield return make(ward, number++);
            }
        }
    }

    private int SizeOf(int ward) => population.FirstOfWard[ward + 1] - population.FirstOfWard[ward];

    private Volunteer Volunteer(int ward, int number)
    {
        var stream = new SeededStream(seed, "volunteer", number);
        var role = stream.Pick<VolunteerRole>(
            [(VolunteerRole.Befriender, 86), (VolunteerRole.PeerMentor, 5), (VolunteerRole.DigitalBuddy, 5), (VolunteerRole.Driver, 4)]);
        var from = day.AddDays(-stream.Between(60, 2500));
        return new Volunteer
        {
            Id = VolunteerId.Of("V" + (number + 1).ToString("0000", CultureInfo.InvariantCulture)),
            Facts = new VolunteerFacts
            {
                Ward = population.Wards[ward].Code,
                Roles = [role],
                Gender = stream.Pick<Gender>([(Gender.Female, 62), (Gender.Male, 38)]),
                BirthYear = day.Year - stream.Between(20, 78),
                Home = InventedResidents.Near(population.Wards[ward], ref stream),
                TravelMetresMax = stream.Chance(800) ? new Metres(stream.Pick<int>([3000, 5000, 5000, 8000, 10000])) : null,
                Languages = InventedResidents.Languages(ref stream),
                Interests = InventedResidents.Interests(ref stream),
                Competences = stream.Chance(200) ? [stream.Pick<string>(["dementia", "mental-health", "sight-loss", "hearing-loss"])] : [],
                Available = InventedResidents.Slots(ref stream, 2, 7),
                Checks = Checks(from, ref stream),
                ActiveFrom = from,
                Organisation = InventedWords.Organisations[number % 4 == 3 ? 1 : 0].Id,
            },
            Places = new Places { Capacity = 0 },
        };
    }

    // One in twelve is still waiting for induction and cannot be placed yet.
    private static ImmutableArray<Check> Checks(DateOnly from, ref SeededStream stream)
    {
        var checks = ImmutableArray.Create(
            new Check("references", from.AddDays(-20), null), new Check("interview", from.AddDays(-14), null));
        return stream.Chance(80) ? checks : checks.Add(new Check("induction", from.AddDays(-3), null));
    }

    private Group Group(int ward, int number)
    {
        var stream = new SeededStream(seed, "group", number);
        var kind = stream.Pick<OfferKind>(
        [
            (OfferKind.Activity, 45), (OfferKind.LunchClub, 17), (OfferKind.WarmSpace, 12), (OfferKind.PeerSupport, 12),
                (OfferKind.DigitalSkills, 9),
            (OfferKind.Other, 5),
        ]);
        var interest = stream.Pick<string>(InventedWords.Interests);
        var hasLimit = number % 2 == 0;
        return new Group
        {
            Id = GroupId.Of("G" + (number + 1).ToString("0000", CultureInfo.InvariantCulture)),
            Facts = new GroupFacts
            {
                Name = Name(population.Wards[ward].Name, kind, interest),
                Ward = population.Wards[ward].Code,
                Kind = kind,
                Place = InventedResidents.Near(population.Wards[ward], ref stream),
                OpenAccess = !hasLimit,
                Interests = kind == OfferKind.Activity ? [interest] : InventedResidents.Interests(ref stream),
                Languages = ["en"],
                StepFree = stream.Chance(800) ? stream.Chance(850) : null,
                Sessions = Sessions(ref stream),
                OpenedOn = day.AddDays(-stream.Between(100, 4000)),
                ClosedOn = !hasLimit && stream.Chance(60) ? day.AddDays(-stream.Below(90)) : null,
                AssuredOn = stream.Chance(700) ? day.AddDays(-stream.Below(500)) : null,
                Organisation = InventedWords.Organisations[1 + number % 3].Id,
            },
            Places = new Places { Capacity = hasLimit ? 0 : null },
        };
    }

    // Most groups meet once a week, some twice.
    private static ImmutableArray<string> Sessions(ref SeededStream stream)
    {
        var first = $"{stream.Pick<string>(InventedWords.Days)} {stream.Pick<string>(InventedWords.SessionTimes)}";
        var second = $"{stream.Pick<string>(InventedWords.Days)} {stream.Pick<string>(InventedWords.SessionTimes)}";
        return stream.Chance(400) && second != first ? [first, second] : [first];
    }

    private static string Name(string ward, OfferKind kind, string interest) => kind switch
    {
        OfferKind.Activity => $"{ward} {interest} group",
        OfferKind.LunchClub => $"{ward} lunch club",
        OfferKind.WarmSpace => $"{ward} warm space",
        OfferKind.PeerSupport => $"{ward} peer support",
        OfferKind.DigitalSkills => $"{ward} digital skills",
        _ => $"{ward} get-together",
    };

    private IEnumerable<(ResidentId, Match)> AssignMatches()
    {
        int[] befrienders = [.. Enumerable.Range(0, volunteers.Length)
            .Where(at => volunteers[at].Facts.Roles[0] == VolunteerRole.Befriender)];
        if (befrienders.Length == 0)
        {
            yield break;
        }

        var byWard = befrienders.ToLookup(at => volunteers[at].Facts.Ward);
        var stream = new SeededStream(seed, "matches");
        foreach (var at in Draw("matched", population.People.Length / ResidentsPerMatch))
        {
            int[] near = [.. byWard[population.Wards[population.People[at].Ward].Code]];
            var pool = near.Length > 0 && stream.Chance(800) ? near : befrienders;
            var volunteer = pool[stream.Below(pool.Length)];
            if (volunteers[volunteer].Places.Capacity >= MatchesOfOneMax)
            {
                continue;
            }

            population.People[at].Matched = true;
            Grow(volunteer);
            var since = Later(volunteers[volunteer].Facts.ActiveFrom!.Value, day.AddDays(-stream.Between(10, 700)));
            yield return (residents.Id(at), new Match
            {
                Number = 0,
                Volunteer = volunteers[volunteer].Id,
                Kind = OfferKind.Befriending,
                Since = since,
                LastContact = stream.Chance(800) ? Later(since, day.AddDays(-stream.Below(40))) : null,
            });
        }
    }

    private IEnumerable<(ResidentId, Membership)> AssignMembers()
    {
        var byWard = Enumerable.Range(0, groups.Length).ToLookup(at => groups[at].Facts.Ward);
        for (var at = 0; at < population.People.Length; at++)
        {
            var stream = new SeededStream(seed, "member", at);
            if (population.People[at].Left || !stream.Chance(
                population.People[at].Standing == Standing.Alone ? MembersPerThousand / 3 : MembersPerThousand))
            {
                continue;
            }

            int[] near = [.. byWard[population.Wards[population.People[at].Ward].Code]];
            var group = near.Length > 0 && stream.Chance(700) ? near[stream.Below(near.Length)] : stream.Below(groups.Length);
            var since = Later(groups[group].Facts.OpenedOn!.Value, day.AddDays(-stream.Between(1, 1500)));
            var ended = stream.Chance(60) && since < day.AddDays(-100) ? day.AddDays(-stream.Below(90)) : (DateOnly?)null;
            if (ended is null && groups[group].Places.Capacity is { } capacity)
            {
                groups[group] = groups[group] with { Places = groups[group].Places with { Capacity = capacity + 1 } };
            }

            yield return (residents.Id(at), new Membership { Group = groups[group].Id, Since = since, EndedOn = ended });
        }
    }

    private void ChooseSeekers()
    {
        foreach (var at in Draw("seekers", population.People.Length / ResidentsPerWish))
        {
            population.People[at].Seeks = true;
        }
    }

    // Capacity so far is what is taken; now comes what is free.
    private void FreePlaces()
    {
        var stream = new SeededStream(seed, "free");
        var visits = population.People.Length / ResidentsPerFreeVisit;
        for (var more = visits; more > 0; more--)
        {
            Grow(stream.Below(volunteers.Length));
        }

        int[] limited = [.. Enumerable.Range(0, groups.Length).Where(at => groups[at].Places.Capacity is not null)];
        for (var more = population.People.Length / ResidentsPerFreePlace - visits; more > 0; more--)
        {
            var at = limited[stream.Below(limited.Length)];
            groups[at] = groups[at] with { Places = groups[at].Places with { Capacity = groups[at].Places.Capacity + 1 } };
        }
    }

    private void Grow(int at) =>
        volunteers[at] = volunteers[at] with { Places = volunteers[at].Places with { Capacity = volunteers[at].Places.Capacity + 1 } };

    // Exactly so many adults, half of them from those who know few or nobody (selection sampling over both halves).
    private IEnumerable<int> Draw(string purpose, int count)
    {
        var stream = new SeededStream(seed, purpose);
        var eligible = Enumerable.Range(0, population.People.Length).Where(IsFreeAdult).ToLookup(KnowsFew);
        int fewLeft = eligible[true].Count(), otherLeft = eligible[false].Count();
        var fewWanted = Math.Min(count / 2, fewLeft);
        var otherWanted = Math.Min(count - fewWanted, otherLeft);
        List<int> drawn = [];
        foreach (var at in Enumerable.Range(0, population.People.Length).Where(IsFreeAdult))
        {
            ref var left = ref KnowsFew(at) ? ref fewLeft : ref otherLeft;
            ref var wanted = ref KnowsFew(at) ? ref fewWanted : ref otherWanted;
            if (stream.Below(left--) < wanted)
            {
                wanted--;
                drawn.Add(at);
            }
        }

        return drawn;
    }

    private bool IsFreeAdult(int at) =>
        population.People[at] is { Left: false, Matched: false, BirthYear: var year } && day.Year - year > 18;

    private bool KnowsFew(int at) => population.People[at].Standing is Standing.Alone or Standing.Few;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
