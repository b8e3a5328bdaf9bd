using System.Diagnostics.CodeAnalysis;
using Networks.Domain.Wards;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>The parts of the wards that have told what they hold, ordered by code as UTF-8 bytes.</summary>
internal sealed class WardParts
{
    private readonly WardNumbers numbers;
    private readonly WardPart[] inOrder;

    // By the ward's number: its place in the order + 1, or 0.
    private readonly int[] places;

    private WardParts(WardNumbers numbers, WardPart[] inOrder, int[] places) =>
        (this.numbers, this.inOrder, this.places) = (numbers, inOrder, places);

    public IReadOnlyList<WardPart> Values => inOrder;

    public IEnumerable<WardCode> Keys => inOrder.Select(part => part.Code);

    public int Count => inOrder.Length;

    public WardPart this[WardCode ward] => GetValueOrDefault(ward) ?? throw new KeyNotFoundException($"No ward {ward} is in the graph.");

    public static WardParts Empty(WardNumbers numbers) => new(numbers, [], []);

    public bool ContainsKey(WardCode ward) => GetValueOrDefault(ward) is not null;

    public bool TryGetValue(WardCode ward, [NotNullWhen(true)] out WardPart? part) => (part = GetValueOrDefault(ward)) is not null;

    public WardPart? GetValueOrDefault(WardCode ward) => Of(numbers.Find(ward));

    /// <summary>The part of the ward with this number; null if the ward has not told anything.</summary>
    public WardPart? Of(int number) => number >= 0 && number < places.Length && places[number] > 0 ? inOrder[places[number] - 1] : null;

    /// <summary>The same wards, of which nothing has been worked out yet.</summary>
    public WardParts Afresh() => With([.. inOrder.Select(part => WardPart.First(
        new WardMembers(part.Code, part.Stamp, part.Residents, part.Groups, part.Volunteers)))]);

    /// <summary>The same with some parts new.</summary>
    public WardParts With(IReadOnlyCollection<WardPart> changed)
    {
        if (changed.Count == 0)
        {
            return this;
        }

        if (changed.All(part => ContainsKey(part.Code)))
        {
            WardPart[] parts = [.. inOrder];
            foreach (var part in changed)
            {
                parts[places[numbers.Find(part.Code)] - 1] = part;
            }

            return new WardParts(numbers, parts, places);
        }

        var codes = changed.Select(part => part.Code).ToHashSet();
        WardPart[] all = [.. inOrder.Where(part => !codes.Contains(part.Code)).Concat(changed).OrderBy(part => part.Code)];
        int[] ofEach = [.. all.Select(part => numbers.Of(part.Code))];
        var numbered = new int[ofEach.Max() + 1];
        for (var at = 0; at < all.Length; at++)
        {
            numbered[ofEach[at]] = at + 1;
        }

        return new WardParts(numbers, all, numbered);
    }
}
