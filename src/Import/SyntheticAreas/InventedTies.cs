using Networks.Domain.Residents;
using Networks.Domain.Ties;

namespace Networks.Import.SyntheticAreas;

/// <summary>What is known of each invented tie, and the people outside the register whom some residents name.</summary>
internal sealed class InventedTies(Population population, InventedResidents residents)
{
    private readonly long seed = population.Order.Seed;
    private readonly DateOnly day = population.Order.Day;

    /// <summary>Every tie, grouped by who names it.</summary>
    public IEnumerable<(ResidentId From, Tie Tie)> All()
    {
        var pairs = Friendships.Of(population);
        var next = 0;
        for (var from = 0; from < population.People.Length; from++)
        {
            for (; next < pairs.Length && pairs[next].From == from; next++)
            {
                yield return (residents.Id(from), Between(from, pairs[next].To));
            }

            foreach (var alter in Alters(from))
            {
                yield return (residents.Id(from), alter);
            }
        }
    }

    private Tie Between(int from, int to)
    {
        var stream = new SeededStream(seed, "tie", ((long)from << 32) | (uint)to);
        var kind = Kind(from, to, ref stream);
        var isClose = kind is TieKind.Partner or TieKind.Child or TieKind.Parent or TieKind.Family;
        var ends = !isClose && population.People[from].Standing == Standing.Main && stream.Chance(15);
        return Dated(new Tie { Number = 0, Resident = residents.Id(to), Kind = kind }, isClose, ends, ref stream);
    }

    // Only people with ties name others outside: those who stand alone were asked, or not, and named nobody.
    private IEnumerable<Tie> Alters(int from)
    {
        if (population.People[from].Standing == Standing.Alone)
        {
            yield break;
        }

        var stream = new SeededStream(seed, "alters", from);
        var count = stream.Chance(250) ? stream.Between(1, 3) : 0;
        for (var number = 1; number <= count; number++)
        {
            var kind = stream.Pick<TieKind>([(TieKind.Friend, 45), (TieKind.Family, 30), (TieKind.Child, 15), (TieKind.Professional, 10)]);
            var label = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            yield return Dated(new Tie { Number = 0, Alter = label, Kind = kind }, kind == TieKind.Child, false, ref stream);
        }
    }

    private Tie Dated(Tie tie, bool isClose, bool ends, ref SeededStream stream)
    {
        var last = LastContact(ref stream);
        var ended = ends ? day.AddDays(-stream.Below(700)) : (DateOnly?)null;
        return tie with
        {
            Circle = stream.Chance(500) ? isClose ? 1 : stream.Between(1, 3) : null,
            Frequency = stream.Chance(600) && last is { } on ? Frequency(day.DayNumber - on.DayNumber) : null,
            LastContact = last > ended ? ended : last,
            Since = ended is { } end ? end.AddDays(-stream.Between(200, 3000)) : stream.Chance(100)
                ? day.AddDays(-stream.Between(2000, 9000)) : null,
            EndedOn = ended,
        };
    }

    private DateOnly? LastContact(ref SeededStream stream)
    {
        var (least, most) = stream.Pick<(int, int)>(
            [((0, 7), 300), ((8, 30), 250), ((31, 90), 220), ((91, 365), 140), ((366, 1500), 50), ((-1, -1), 40)]);
        return least < 0 ? null : day.AddDays(-stream.Between(least, most));
    }

    private static ContactFrequency Frequency(int days) => days switch
    {
        <= 2 => ContactFrequency.Daily,
        <= 10 => ContactFrequency.Weekly,
        <= 45 => ContactFrequency.Monthly,
        <= 400 => ContactFrequency.Yearly,
        _ => ContactFrequency.Less,
    };

    private TieKind Kind(int from, int to, ref SeededStream stream)
    {
        ref readonly var one = ref population.People[from];
        ref readonly var other = ref population.People[to];
        if (one.Household != other.Household)
        {
            return stream.Pick<TieKind>(
                [(TieKind.Friend, 55), (TieKind.Neighbour, 25), (TieKind.Acquaintance, 12), (TieKind.Family, 8)]);
        }

        // A later year of birth is a younger person.
        var younger = other.BirthYear - one.BirthYear;
        return younger >= 18 ? TieKind.Child : younger <= -18 ? TieKind.Parent : one.HouseholdSize == 2 ? TieKind.Partner : TieKind.Family;
    }
}
