using HotChocolate;
using Networks.Graph.Spreads;

namespace Networks.GraphQLApi.Spreads;

/// <summary>How long ago the last dated contact was on current social connections.</summary>
[GraphQLName("ContactSpread")]
public sealed class ContactSpreadType
{
    private readonly ContactSpread _spread;

    internal ContactSpreadType(ContactSpread spread) => _spread = spread;

    /// <summary>People on the register; null when withheld.</summary>
    public int? Residents => _spread.Residents;

    /// <summary>Of those, people never asked about their connections and nothing recorded; null when withheld.</summary>
    public int? NeverAskedCount => _spread.NeverAsked;

    /// <summary>People without a current connection of the kinds counted, who stand in no band; null when withheld.</summary>
    public int? WithoutConnection => _spread.Unconnected;

    /// <summary>Every band once, the latest contact first; null when withheld.</summary>
    public IReadOnlyList<ContactBandCountType>? Bands => [.. _spread.Bands.Select(band => new ContactBandCountType(band))];

    /// <summary>The day the answer is about.</summary>
    public DateOnly AsOf => _spread.AsOf;

    /// <summary>False while some ward has not told what it holds, so that numbers may be too low.</summary>
    public bool Complete => _spread.Complete;

    /// <summary>Fields of this object that are withheld.</summary>
    public IReadOnlyList<string> Suppressed => [];
}

/// <summary>How many connections, and how many people, had their last contact in one band of days.</summary>
[GraphQLName("ContactBandCount")]
public sealed class ContactBandCountType
{
    private readonly ContactBandCount _count;

    internal ContactBandCountType(ContactBandCount count) => _count = count;

    /// <summary>How long ago.</summary>
    public ContactBand Band => _count.Band;

    /// <summary>Fewest days ago; null where no date is recorded.</summary>
    public int? DaysFrom => ContactBands.DaysFrom(_count.Band);

    /// <summary>Most days ago; null where there is no limit, or no date is recorded.</summary>
    public int? DaysTo => ContactBands.DaysTo(_count.Band);

    /// <summary>Connections last used then, person by person: a tie between two people counts for each. Null when withheld.</summary>
    public int? Connections => checked((int)_count.Connections);

    /// <summary>People whose latest contact on any of their connections was then; null when withheld.</summary>
    public int? Residents => _count.Residents;
}
