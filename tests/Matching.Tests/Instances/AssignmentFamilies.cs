using System.Globalization;
using System.Text;

namespace Networks.Matching.Tests.Instances;

/// <summary>
/// Families of assignment problems that are published, made anew from a seed so that no data has to be kept. Each is a square of people
/// and places with the cost of every pair that may be.
/// </summary>
/// <param name="Name">What the family is called.</param>
/// <param name="Size">How many people, and as many places.</param>
/// <param name="Pairs">Person, place (from 0) and cost.</param>
/// <param name="Optimum">The least cost where a published law or the making says it; null where only the engines can.</param>
internal sealed record AssignmentFamilies(string Name, int Size, (int Person, int Place, int Cost)[] Pairs, long? Optimum)
{
    private const int Large = 100_000_000;

    public static IEnumerable<AssignmentFamilies> All(int seed)
    {
        yield return MacholWien(seed, 60);
        yield return LineOfHomes(seed, 60);
        yield return OrLibrary(seed, 100);
        yield return Planted(seed, 150);
        yield return Sparse("high-cost", seed, 256, random => random.Next(Large));
        yield return Sparse("low-cost", seed, 256, random => random.Next(100));
        yield return Sparse("two-cost", seed, 256, random => random.Next(2) == 0 ? 100 : Large);
        yield return Geometric(seed, 80);
        yield return Dense(seed, 80);
    }

    /// <summary>
    /// Person i with place j costs i x j: by the rearrangement inequality the least is n (n + 1) (n + 2) / 6, and most ways towards it are
    /// long (Machol and Wien, "A hard assignment problem", Operations Research 24, 1976).
    /// </summary>
    public static AssignmentFamilies MacholWien(int seed, int size) =>
        Square("Machol-Wien", new Random(seed), size, (person, place) => (person + 1) * (place + 1)) with
        {
            Optimum = (long)size * (size + 1) * (size + 2) / 6,
        };

    /// <summary>
    /// People and places along a line, the cost their distance: a Monge matrix, which is least along its diagonal once both are in order
    /// (Hoffman, "On simple linear programming problems", 1963).
    /// </summary>
    public static AssignmentFamilies LineOfHomes(int seed, int size)
    {
        var random = new Random(seed);
        int[] homes = [.. Enumerable.Range(0, size).Select(_ => random.Next(1_000_000)).Order()];
        int[] places = [.. Enumerable.Range(0, size).Select(_ => random.Next(1_000_000)).Order()];
        return Square("line", random, size, (person, place) => Math.Abs(homes[person] - places[place])) with
        {
            Optimum = homes.Zip(places, (home, place) => (long)Math.Abs(home - place)).Sum(),
        };
    }

    /// <summary>All costs alike from 1 to 100, as in assign100 to assign800 (Beasley, OR-Library).</summary>
    public static AssignmentFamilies OrLibrary(int seed, int size)
    {
        var random = new Random(seed);
        return Square("OR-Library", random, size, (_, _) => random.Next(1, 101));
    }

    /// <summary>Costs made from prices, so that the least is their sum and nobody need be asked for it.</summary>
    public static AssignmentFamilies Planted(int seed, int size)
    {
        var random = new Random(seed);
        int[] value = [.. Enumerable.Range(0, size).Select(_ => random.Next(-500, 500))], price = [.. value.Select(_ => random.Next(1000))];
        int[] own = Shuffled(random, size);
        var family = Square("planted", random, size, (person, place) =>
            value[person] + price[place] + (own[person] == place ? 0 : random.Next(4) * random.Next(300)));
        return family with { Optimum = value.Sum(one => (long)one) + price.Sum(one => (long)one) };
    }

    /// <summary>
    /// The DIMACS challenge's assignments with few pairs, 2 log n for each person (Goldberg and Kennedy, "An efficient cost scaling
    /// algorithm for the assignment problem", Mathematical Programming 71, 1995); one of hers is so chosen that everybody can be assigned.
    /// </summary>
    public static AssignmentFamilies Sparse(string name, int seed, int size, Func<Random, int> cost)
    {
        var (random, degree) = (new Random(seed), 2 * (int)Math.Log2(size));
        var own = Shuffled(random, size);
        return new AssignmentFamilies(name, size, [.. Enumerable.Range(0, size).SelectMany(person => Enumerable.Range(0, degree)
            .Select(at => at == 0 ? own[person] : random.Next(size)).Distinct()
            .Select(place => (person, place, cost(random))))], null);
    }

    /// <summary>Two sets of points in a square, the cost their distance (the geometric family of the same paper).</summary>
    public static AssignmentFamilies Geometric(int seed, int size)
    {
        var random = new Random(seed);
        (int X, int Y)[] Points() => [.. Enumerable.Range(0, size).Select(_ => (random.Next(1_000_000), random.Next(1_000_000)))];
        var (homes, places) = (Points(), Points());
        return Square("geometric", random, size, (person, place) =>
            (int)Math.Sqrt(Math.Pow(homes[person].X - places[place].X, 2) + Math.Pow(homes[person].Y - places[place].Y, 2)));
    }

    /// <summary>All pairs with costs up to a hundred million (the dense family of the same paper).</summary>
    public static AssignmentFamilies Dense(int seed, int size)
    {
        var random = new Random(seed);
        return Square("dense", random, size, (_, _) => random.Next(Large));
    }

    /// <summary>As the OR-Library writes it: all costs row by row, or row, column and cost.</summary>
    public string AsOrLibrary()
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $" {Size}\n"));
        foreach (var (person, place, cost) in Pairs)
        {
            var pair = Pairs.Length == Size * Size ? (FormattableString)$" {cost}" : $" {person + 1} {place + 1} {cost}\n";
            text.Append(pair.ToString(CultureInfo.InvariantCulture)).Append(place % 13 == 0 && Pairs.Length == Size * Size ? "\n" : "");
        }

        return text.ToString();
    }

    /// <summary>As DIMACS writes assignments.</summary>
    public string AsAssignment() => Text($"p asn {2 * Size} {Pairs.Length}", Enumerable.Range(1, Size).Select(node => Text($"n {node}")),
        Pairs.Select(pair => Text($"a {pair.Person + 1} {Size + pair.Place + 1} {pair.Cost}")));

    /// <summary>The same as DIMACS writes flows, for the other engine.</summary>
    public string AsFlow() => Text($"p min {2 * Size} {Pairs.Length}",
        Enumerable.Range(1, 2 * Size).Select(node => Text($"n {node} {(node <= Size ? 1 : -1)}")),
        Pairs.Select(pair => Text($"a {pair.Person + 1} {Size + pair.Place + 1} 0 1 {pair.Cost}")));

    // Listed in another order than the law's, so that nothing can be read off the numbers.
    private static AssignmentFamilies Square(string name, Random random, int size, Func<int, int, int> cost)
    {
        var (people, places) = (Shuffled(random, size), Shuffled(random, size));
        return new AssignmentFamilies(name, size, [.. Enumerable.Range(0, size).SelectMany(person => Enumerable.Range(0, size)
            .Select(place => (person, place, cost(people[person], places[place]))))], null);
    }

    private static int[] Shuffled(Random random, int size)
    {
        int[] order = [.. Enumerable.Range(0, size)];
        random.Shuffle(order);
        return order;
    }

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    private static string Text(FormattableString problem, IEnumerable<string> nodes, IEnumerable<string> arcs) =>
        string.Join('\n', [Text(problem), .. nodes, .. arcs, ""]);
}
