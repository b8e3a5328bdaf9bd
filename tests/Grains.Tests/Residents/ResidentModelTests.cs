using Networks.Domain.Matches;
using Networks.Domain.Residents;

namespace Networks.Grains.Tests.Residents;

/// <summary>
/// Random lives against an independent model: after every step the records, the places and the answers must be as people would expect.
/// </summary>
public sealed class ResidentModelTests
{
    private const int Steps = 400;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Records_and_places_are_as_a_simple_model_says_after_every_step(int seed)
    {
        await using var town = await Town.OfItsOwn();
        var lives = await ModelLives.Begin(town, new Random(seed));
        for (var step = 0; step < Steps; step++)
        {
            var what = $"seed {seed}, step {step}: {await lives.Step()}";
            foreach (var (id, person) in lives.Model.People)
            {
                var reading = await town.Grains.Resident(id).Read();
                Assert.True(person.IsRegistered == reading is not null, what);
                if (reading is not null)
                {
                    Compare(person, reading.Resident, town, what);
                }
            }

            foreach (var (id, owner) in lives.Model.Volunteers)
            {
                Compare(owner, await town.Places(id), town, what);
            }

            foreach (var (id, owner) in lives.Model.Groups)
            {
                Compare(owner, await town.Places(id), town, what);
            }
        }

        Assert.True(lives.Accepted > Steps / 6 && lives.Refused > Steps / 10, $"{lives.Accepted} done, {lives.Refused} refused");
        await town.Refresh();
        Assert.Empty((await town.Grains.Area().Check(CancellationToken.None)).Differences);
    }

    private static void Compare(ModelPerson person, Resident resident, Town town, string what)
    {
        var (today, now) = (town.Today, town.Silo.Time.GetUtcNow());
        var facts = resident.Facts;
        var matches = resident.Matches.Where(match => match.Holds(today)).Select(match => match.Volunteer).ToList();
        var open = resident.Proposals.Where(pending => pending.ExpiresAt > now).ToList();

        // Invariant 2: one active match, no two open proposals of one kind.
        Assert.True(matches.Count <= 1, what);
        Assert.True(open.DistinctBy(pending => pending.Proposal.Kind).Count() == open.Count, what);

        // Invariant 10: what consent no longer covers is not in the record, and nobody is asked.
        var agreed = facts.Consents.Where(consent => facts.HasConsent(consent.Kind, today)).Select(consent => consent.Kind).Distinct();
        AssertSame(person.Agreed, agreed, what);
        AssertSame(person.Situations, facts.Situations, what);
        AssertSame(person.Proposal is { } proposal ? [proposal] : [], open.Select(pending => pending.Proposal), what);

        AssertSame(person.Match is { } volunteer ? [volunteer] : [], matches, what);
        AssertSame(person.Groups, resident.Memberships.Where(known => known.Holds(today)).Select(known => known.Group), what);
        AssertSame(
            person.Ties,
            resident.Ties.Where(tie => tie.EndedOn is null || tie.EndedOn > today).Select(tie => tie.Resident!.Value), what);
        AssertSame(person.Answers, resident.Assessments.ToDictionary(known => known.Instrument, known => known.Answers[0]), what);
        AssertSame(person.Events, resident.LifeEvents.Select(known => known.Kind), what);
        AssertSame(person.Attended, resident.Attendances.Select(known => known.Group), what);
        Assert.True(
            (person.LeftOn, person.AskedOn, person.PausedUntil, person.Declined)
            == (facts.LeftOn, facts.ConnectionsAskedOn, facts.PausedUntil, resident.Declined.Length), what);
    }

    // Invariant 1: held and taken together never exceed the capacity.
    private static void Compare(ModelOwner owner, Places places, Town town, string what)
    {
        var (today, now) = (town.Today, town.Silo.Time.GetUtcNow());
        Assert.True(places.TakenOn(today) + places.HeldAt(now, today) <= places.Capacity, what);
        var taken = places.Taken.Where(place => place.EndedOn is null || place.EndedOn > today);
        AssertSame(owner.Taken, taken.Select(place => place.Resident), what);
        AssertSame(owner.Held, places.Held.Where(held => held.CountsAt(now)).Select(held => held.Resident), what);
        Assert.True(owner.Capacity == places.Capacity, what);
    }

    private static void AssertSame<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        string[] wanted = [.. expected.Select(one => $"{one}").Order(StringComparer.Ordinal)];
        string[] found = [.. actual.Select(one => $"{one}").Order(StringComparer.Ordinal)];
        Assert.True(wanted.SequenceEqual(found), $"{what}: expected {string.Join(", ", wanted)}; found {string.Join(", ", found)}");
    }
}
