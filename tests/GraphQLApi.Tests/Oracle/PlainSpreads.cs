using System.Globalization;

namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>
/// How contacts, reach and support are spread over people, and through whom they are connected, by plain loops over the rows: whoever is
/// taken away is taken away, and everybody left is walked through again.
/// </summary>
internal sealed class PlainSpreads(PlainRows rows, PlainReader reader, IReadOnlyCollection<string> wards, PlainRule counted)
{
    private static readonly (int From, int To)[] ContactDays =
        [(0, 7), (8, 30), (31, 60), (61, 90), (91, 180), (181, 365), (366, int.MaxValue)];

    private static readonly (int From, int To)[] Others = [(0, 0), (1, 5), (6, 20), (21, 50), (51, 150), (151, int.MaxValue)];

    private readonly List<string> register = reader.Register(wards);

    public List<string> Lines() =>
    [
        Connections(), .. Contacts(), .. Reach(), $"supports: {Counts(me => Supports(me).Count)}",
        .. register.Where(me => Supports(me).Count == 1).Select(me => $"on one: {me} {Supports(me)[0].Split(' ')[0]} {reader.Basis(me)}"),
        .. Connectors(),
    ];

    private string Connections() => $"connections: {Counts(me => reader.Connections(me, counted).Count)} in all "
        + Number(register.Sum(me => reader.Connections(me, counted).Count));

    private IEnumerable<string> Contacts()
    {
        var own = register.Select(me => reader.Connections(me, counted)).ToList();
        yield return $"contacts: {register.Count} never asked {register.Count(NeverAsked)} without any {own.Count(all => all.Count == 0)}";
        var each = own.SelectMany(all => all.Select(one => Ago(one.Value.SelectMany(link => link.Contacts)))).ToList();
        var latest = own.Where(all => all.Count > 0)
            .Select(all => Ago(all.Values.SelectMany(links => links).SelectMany(link => link.Contacts))).ToList();
        foreach (var (from, to) in ContactDays)
        {
            yield return $"contacts from {from}: {each.Count(days => days >= from && days <= to)} of "
                + Number(latest.Count(days => days >= from && days <= to));
        }

        yield return $"contacts never: {each.Count(days => days is null)} of {latest.Count(days => days is null)}";
    }

    private IEnumerable<string> Reach()
    {
        foreach (var hops in new int?[] { 0, 1, 2, 3, 4, 5, 6, null })
        {
            yield return $"to group {hops}: {People(me => reader.Hops(me) == hops)}";
        }

        foreach (var (from, to) in Others)
        {
            yield return $"within two ties from {from}: {People(me => Within(me) >= from && Within(me) <= to)}";
        }

        var falling = register.Select(Within).OrderDescending().ToList();
        yield return $"within two ties: {(falling.Count == 0 ? "" : Number(falling[((falling.Count + 1) / 2) - 1]))}";
    }

    // Most cut off first, then by reference; who a volunteer is besides does not matter here.
    private List<string> Connectors()
    {
        Dictionary<string, List<string>> beside = [];
        void Join(string one, string other)
        {
            beside.TryAdd(one, []);
            beside.TryAdd(other, []);
            beside[one].Add(other);
            beside[other].Add(one);
        }

        foreach (var me in rows.Residents.Select(row => row["id"]).Where(reader.OnRegister))
        {
            foreach (var with in reader.Connections(me, counted).Keys.Where(key => !key.StartsWith("ALTER ", StringComparison.Ordinal)))
            {
                Join($"TIE {me}", with);
            }
        }

        var all = beside.Keys.ToList();
        var found = new List<(int CutOff, int Parts, string Node)>();
        foreach (var node in all)
        {
            var parts = Parts(node, beside);
            if (parts.Count > 1)
            {
                found.Add((parts.Sum() - parts.Max(), parts.Count, node));
            }
        }

        var listed = found.Where(one => wards.Contains(WardOf(one.Node))).ToList();
        listed.Sort((left, right) => right.CutOff != left.CutOff ? right.CutOff.CompareTo(left.CutOff)
            : PlainReader.CompareBytes(left.Node.Split(' ')[1], right.Node.Split(' ')[1]));
        return [$"connectors: {listed.Count}", .. listed.Select(one => $"connector: {one.Node} cuts off {one.CutOff} in {one.Parts}")];
    }

    // How many people each part has into which those around a node fall without it.
    private static List<int> Parts(string node, Dictionary<string, List<string>> beside)
    {
        var met = new HashSet<string> { node };
        var parts = new List<int>();
        foreach (var start in beside[node])
        {
            var people = 0;
            var open = new Queue<string>();
            void Meet(string one)
            {
                if (met.Add(one))
                {
                    people += one.StartsWith("TIE ", StringComparison.Ordinal) ? 1 : 0;
                    open.Enqueue(one);
                }
            }

            Meet(start);
            while (open.TryDequeue(out var next))
            {
                beside[next].ForEach(Meet);
            }

            if (people > 0)
            {
                parts.Add(people);
            }
        }

        return parts;
    }

    private string WardOf(string node)
    {
        var of = node.Split(' ')[0] switch { "TIE" => rows.Residents, "MEMBERSHIP" => rows.Groups, _ => rows.Volunteers };
        return of.First(row => row["id"] == node.Split(' ')[1])["ward"];
    }

    // A befriender who is a resident she is tied to is one person with that resident.
    private List<string> Supports(string me)
    {
        var all = reader.Connections(me, counted).Keys.ToList();
        all.RemoveAll(one => one.StartsWith("BEFRIENDING ", StringComparison.Ordinal)
            && all.Contains($"TIE {rows.Volunteers.First(row => one == $"BEFRIENDING {row["id"]}")["resident"]}"));
        return all;
    }

    private int Within(string me)
    {
        List<string> Tied(string id) =>
            [.. reader.Connections(id, new PlainRule { Counting = ["TIE"] }).Values.Select(links => links[0].With)];
        return Tied(me).SelectMany(one => Tied(one).Append(one)).Where(one => one != me).Distinct().Count();
    }

    private int? Ago(IEnumerable<string> contacts)
    {
        var last = contacts.Where(on => on != "" && !PlainWorld.IsAfter(on, reader.Day)).Append("").Max()!;
        return last == "" ? null : DateOnly.Parse(reader.Day, CultureInfo.InvariantCulture).DayNumber
            - DateOnly.Parse(last, CultureInfo.InvariantCulture).DayNumber;
    }

    private string Counts(Func<string, int> numberOf) => string.Join(' ', register.GroupBy(numberOf).OrderBy(number => number.Key)
        .Select(number => $"{number.Key}x{number.Count()}/{number.Count(NeverAsked)}"));

    private string People(Func<string, bool> those) => $"{register.Count(those)} never asked {register.Where(those).Count(NeverAsked)}";

    private bool NeverAsked(string me) => reader.Basis(me) == "NEVER_ASKED";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
