using System.Collections.Immutable;

namespace Networks.Import.SyntheticAreas;

/// <summary>
/// The people of a synthetic area: so many in each ward as its published share asks, of them so many aged 65 or more, in households that
/// never cross a ward. People of a household, and households of a ward, stand next to each other.
/// </summary>
internal sealed class Population
{
    private const int AgeOld = 65;

    private Population(SyntheticAreaOrder order, ImmutableArray<DescribedWard> wards, Person[] people, int[] firstOfWard) =>
        (Order, Wards, People, FirstOfWard) = (order, wards, people, firstOfWard);

    public SyntheticAreaOrder Order { get; }

    public ImmutableArray<DescribedWard> Wards { get; }

    public Person[] People { get; }

    /// <summary>Index of each ward's first person, and the number of people at the end.</summary>
    public int[] FirstOfWard { get; }

    public static Population Of(SyntheticAreaOrder order)
    {
        var wards = order.Area.WardsFor(order.Residents);
        var sizes = Apportionment.Share(order.Residents, [.. wards.Select(ward => (long)ward.Residents)]);
        var people = new Person[order.Residents];
        var first = new int[wards.Length + 1];
        var household = 0;
        for (var ward = 0; ward < wards.Length; ward++)
        {
            first[ward + 1] = first[ward] + sizes[ward];
            var older = (int)(((long)sizes[ward] * wards[ward].Residents65 * 2 + wards[ward].Residents) / (2L * wards[ward].Residents));
            household = House(people.AsSpan(first[ward], sizes[ward]), order, ward, older, household);
        }

        var population = new Population(order, wards, people, first);
        population.PlaceAmongOthers();
        return population;
    }

    // Fills one ward. Who is 65 or more is drawn so that the ward's number comes out exactly (selection sampling, Knuth 3.4.2 S).
    private static int House(Span<Person> people, SyntheticAreaOrder order, int ward, int older, int household)
    {
        var stream = new SeededStream(order.Seed, "households", ward);
        for (var at = 0; at < people.Length; household++)
        {
            var size = Math.Min(people.Length - at, stream.Pick<int>([(1, 300), (2, 350), (3, 160), (4, 130), (5, 60)]));
            var firstIsOlder = false;
            for (var member = 0; member < size; member++, at++)
            {
                var left = people.Length - at;
                var isOlder = older > 0 && (older >= left || (member == 0 || (size == 2 && firstIsOlder)
                    ? stream.Below(left) < older || member == 1 && stream.Chance(800)
                    : false));
                older -= isOlder ? 1 : 0;
                firstIsOlder |= member == 0 && isOlder;
                people[at] = new Person
                {
                    Household = household,
                    HouseholdSize = (byte)size,
                    Ward = (short)ward,
                    BirthYear = (short)(order.Day.Year - Age(ref stream, isOlder, size > 2 && member > 1)),
                };
            }
        }

        return household;
    }

    private static int Age(ref SeededStream stream, bool isOlder, bool maybeChild) =>
        isOlder ? AgeOld + Math.Min(stream.Below(36), stream.Below(36))
        : maybeChild && stream.Chance(150) ? stream.Between(11, 18)
        : stream.Between(19, AgeOld - 1);

    private void PlaceAmongOthers()
    {
        var stream = new SeededStream(Order.Seed, "standing");
        for (var at = 0; at < People.Length; at++)
        {
            People[at].Standing = stream.Pick<Standing>(
                [(Standing.Alone, 100), (Standing.Few, 50), (Standing.Circle, 30), (Standing.Main, 820)]);
            People[at].Left = People[at].Standing == Standing.Main && stream.Chance(8);
        }
    }
}
