using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Grains.WardRegisters;

namespace Networks.GraphQLApi.Areas;

/// <summary>One area of the tree.</summary>
/// <param name="Code">Its official code; where files name a council or place by words alone, the level and those words.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">How large it is.</param>
internal sealed record AreaNode(string Code, string Name, AreaLevel Level)
{
    /// <summary>The next larger area; null for the root.</summary>
    public AreaNode? Parent { get; set; }

    /// <summary>Published count of households; null where not known.</summary>
    public int? Households { get; init; }

    /// <summary>The wards within it, ordered by code; none for an area smaller than a ward.</summary>
    public List<WardFacts> Wards { get; } = [];

    /// <summary>The areas directly within it, ordered by code.</summary>
    public List<AreaNode> Children { get; } = [];
}

/// <summary>
/// The areas of a store as a tree: the root, its councils, places, wards and LSOAs, as far as the ward list (authority, place) and the
/// published areas say. A ward lies in its place, a place in its council; whatever nobody placed lies in the root.
/// </summary>
internal sealed class AreaTree
{
    private readonly Dictionary<string, AreaNode> _nodes = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PublishedArea> _published;

    private AreaTree(WardRegister register, ImmutableArray<PublishedArea> published)
    {
        _published = published;
        var said = published.FirstOrDefault(area => area.Code.Value == register.Area.Code.Value);
        var others = register.Wards.Select(ward => ward.Authority).OfType<string>()
            .Where(words => words != register.Area.Code.Value && !Same(words, register.Area.Name))
            .Distinct(StringComparer.OrdinalIgnoreCase).Count();
        Root = new AreaNode(
            register.Area.Code.Value, register.Area.Name, said?.Level ?? (others > 0 ? AreaLevel.System : AreaLevel.Council))
        {
            Households = said?.Households
        };
        _nodes.Add(Root.Code, Root);
        foreach (var ward in register.Wards)
        {
            Place(ward);
        }

        foreach (var area in published)
        {
            Node(area);
        }

        Hang(register.Wards);
    }

    public AreaNode Root { get; }

    /// <summary>Every area, the largest first and then by code.</summary>
    public IEnumerable<AreaNode> All => _nodes.Values.OrderBy(node => node.Level).ThenBy(node => AreaCode.Of(node.Code));

    public static AreaTree Of(WardRegister register, ImmutableArray<PublishedArea> published) => new(register, published);

    public AreaNode? Find(string code) => _nodes.GetValueOrDefault(code);

    private void Place(WardFacts ward)
    {
        var known = _published.FirstOrDefault(area => area.Code.Value == ward.Code.Value);
        var node = new AreaNode(ward.Code.Value, ward.Name, AreaLevel.Ward) { Households = known?.Households };
        _nodes.TryAdd(node.Code, node);
        var council = ward.Authority is { } authority ? Named(authority, AreaLevel.Council) : null;
        var place = ward.Place is { } partnership ? Named(partnership, AreaLevel.Place) : null;
        if (place is not null && place != Root)
        {
            place.Parent ??= council;
        }

        node.Parent = place ?? council;
    }

    /// <summary>The area that a column of the ward list means: by code or by name, else one of its own.</summary>
    private AreaNode Named(string words, AreaLevel level)
    {
        if (words == Root.Code || level == Root.Level && Same(words, Root.Name))
        {
            return Root;
        }

        var published = _published.FirstOrDefault(area => area.Code.Value == words)
            ?? _published.FirstOrDefault(area => area.Level == level && Same(area.Name, words));
        if (published is not null)
        {
            return Node(published, level);
        }

        var code = $"{level.ToString().ToLowerInvariant()}:{words}";
        return _nodes.TryGetValue(code, out var known) ? known : _nodes[code] = new AreaNode(code, words, level);
    }

    private AreaNode Node(PublishedArea area, AreaLevel? level = null) => _nodes.TryGetValue(area.Code.Value, out var known)
        ? known
        : _nodes[area.Code.Value] = new AreaNode(area.Code.Value, area.Name, area.Level ?? level ?? LevelOf(area.Code.Value))
        {
            Households = area.Households
        };

    private static bool Same(string words, string name) => string.Equals(words, name, StringComparison.OrdinalIgnoreCase);

    // Official codes say what they name: E01 and W01 are LSOAs, E05 and W05 wards, E06 to E09 and W06 councils.
    private static AreaLevel LevelOf(string code) => code.Length < 3 ? AreaLevel.Place : code[1..3] switch
    {
        "01" => AreaLevel.Lsoa,
        "05" => AreaLevel.Ward,
        "06" or "07" or "08" or "09" => AreaLevel.Council,
        _ => AreaLevel.Place
    };

    private void Hang(ImmutableArray<WardFacts> wards)
    {
        foreach (var area in _published)
        {
            var node = _nodes[area.Code.Value];
            node.Parent ??= area.Parent is { } parent && parent.Value != node.Code ? _nodes.GetValueOrDefault(parent.Value) : null;
        }

        Root.Parent = null;
        foreach (var node in _nodes.Values.Where(node => node != Root).OrderBy(node => AreaCode.Of(node.Code)))
        {
            if (node.Parent is null || !Above(node).Contains(Root) && Above(node).Count() >= _nodes.Count)
            {
                // Published areas that lie in each other in a circle lie in the root.
                node.Parent = Root;
            }
        }

        foreach (var node in _nodes.Values.Where(node => node != Root).OrderBy(node => AreaCode.Of(node.Code)))
        {
            node.Parent!.Children.Add(node);
        }

        foreach (var ward in wards)
        {
            foreach (var area in Above(_nodes[ward.Code.Value]).Prepend(_nodes[ward.Code.Value]))
            {
                area.Wards.Add(ward);
            }
        }
    }

    private IEnumerable<AreaNode> Above(AreaNode node)
    {
        var steps = 0;
        for (var above = node.Parent; above is not null && steps < _nodes.Count; above = above.Parent, steps++)
        {
            yield return above;
        }
    }
}
