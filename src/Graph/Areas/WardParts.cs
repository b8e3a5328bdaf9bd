using System.Diagnostics.CodeAnalysis;
using Networks.Domain.Wards;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>The parts of the wards that have told what they hold, ordered by code as UTF-8 bytes.</summary>
internal sealed class WardParts
{
    private readonly WardNumbers numbers;
    private readonly Chunks<WardPart?> inOrder;

    // By the ward's number: its place in the order + 1, or 0.
    private readonly int[] places;

    private WardParts(WardNumbers numbers, Chunks<WardPart?> inOrder, int count, int[] places)
    {
        this.numbers = numbers;
        this.inOrder = inOrder;
        this.places = places;
        Count = count;
    }

    public IEnumerable<WardPart> Values => Enumerable.Range(0, Count).Select(place => inOrder[place]!);

    public IEnumerable<WardCode> Keys => Values.Select(part => part.Code);

    public int Count { get; }

    public WardPart this[WardCode ward] => GetValueOrDefault(ward) ?? throw new KeyNotFoundException($"No ward {ward} is in the graph.");

    public static WardParts Empty(WardNumbers numbers) => new(numbers, Chunks<WardPart?>.Empty, 0, []);

    public bool ContainsKey(WardCode ward) => GetValueOrDefault(ward) is not null;

    public bool TryGetValue(WardCode ward, [NotNullWhen(true)] out WardPart? part) => (part = GetValueOrDefault(ward)) is not null;

    public WardPart? GetValueOrDefault(WardCode ward) => Of(numbers.Find(ward));

    /// <summary>The part of the ward with this number; null if the ward has not told anything.</summary>
    public WardPart? Of(int number) => Place(number) is >= 0 and var place ? inOrder[place] : null;

    /// <summary>The same wards, of which nothing has been worked out yet.</summary>
    public WardParts Afresh() => With([.. Values.Select(part => WardPart.First(
        new WardMembers(part.Code, part.Stamp, part.Residents, part.Groups, part.Volunteers)))]);

    /// <summary>The same with some parts new. Cost: the new ones; all of them if a ward is among them that was not here.</summary>
    public WardParts With(ReadOnlySpan<WardPart> changed)
    {
        var write = inOrder.Write();
        foreach (var part in changed)
        {
            var place = Place(numbers.Of(part.Code));
            if (place < 0)
            {
                return Placed(changed);
            }

            write[place] = part;
        }

        return new WardParts(numbers, write.Done(), Count, places);
    }

    private int Place(int number) => number >= 0 && number < places.Length ? places[number] - 1 : -1;

    private WardParts Placed(ReadOnlySpan<WardPart> changed)
    {
        var byCode = Values.ToDictionary(part => part.Code);
        foreach (var part in changed)
        {
            byCode[part.Code] = part;
        }

        WardPart[] all = [.. byCode.Values.OrderBy(part => part.Code)];
        int[] ofEach = [.. all.Select(part => numbers.Of(part.Code))];
        var numbered = new int[ofEach.Max() + 1];
        for (var at = 0; at < all.Length; at++)
        {
            numbered[ofEach[at]] = at + 1;
        }

        return new WardParts(numbers, Chunks<WardPart?>.Of(all), all.Length, numbered);
    }
}
