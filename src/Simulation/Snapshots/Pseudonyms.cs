using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Residents;

namespace Networks.Simulation.Snapshots;

/// <summary>
/// Numbers instead of people's references and households, in the order of the references: a run needs to tell people apart, and nobody who
/// reads a snapshot or a report needs to know who they are. Volunteers and groups keep their references, which levers name.
/// </summary>
public static class Pseudonyms
{
    /// <summary>The snapshot with its people numbered.</summary>
    public static AreaSnapshot Given(AreaSnapshot snapshot)
    {
        ImmutableArray<SnapshotPerson> people = [.. snapshot.People.OrderBy(person => person.Facts.Resident)];
        var numbers = people.Select((person, at) => (person.Facts.Resident, Number: ResidentId.Of(Numbered('p', at))))
            .ToDictionary(pair => pair.Resident, pair => pair.Number);
        var households = people.Select(person => person.Facts.Household)
            .Concat(snapshot.Offers.Select(offer => offer.Facts.Household)).OfType<string>().Distinct().Order(StringComparer.Ordinal)
            .Select((household, at) => (household, Number: Numbered('h', at)))
            .ToDictionary(pair => pair.household, pair => pair.Number, StringComparer.Ordinal);
        string? Home(string? household) => household is null ? null : households[household];
        return snapshot with
        {
            People =
            [
                .. people.Select(person => person with
                {
                    Facts = person.Facts with { Resident = numbers[person.Facts.Resident], Household = Home(person.Facts.Household) },
                }),
            ],
            Offers =
            [
                .. snapshot.Offers.Select(offer => offer with
                {
                    Facts = offer.Facts with
                    {
                        Exclusions = [.. offer.Facts.Exclusions.Where(numbers.ContainsKey).Select(excluded => numbers[excluded]).Order()],
                        SamePerson = offer.Facts.SamePerson is { } same && numbers.TryGetValue(same, out var number) ? number : null,
                        Household = Home(offer.Facts.Household),
                    },
                }),
            ],
        };
    }

    private static string Numbered(char letter, int at) => letter + (at + 1).ToString("D7", CultureInfo.InvariantCulture);
}
