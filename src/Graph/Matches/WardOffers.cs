using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Matches;

/// <summary>
/// What one ward's volunteers and groups count on a day. Places held for proposals come free by the clock, so it holds from one moment
/// on and up to the next at which a hold expires.
/// </summary>
internal sealed class WardOffers
{
    private readonly DateTimeOffset from;
    private readonly DateTimeOffset until;

    private WardOffers(AreaGraph graph, WardPart ward, DateOnly day, DateTimeOffset now)
    {
        (from, until) = Span(graph, ward, now);
        OpenOffer[] offers = [.. OpenPlaceSearch.Offers(graph, ward, now, day)];
        Map = new WardMap(offers);
        Volunteers = ward.Volunteers.Count(ordinal => graph.Volunteer(ordinal)!.IsActive(day));
        BefriendersWithCapacity = offers.Count(offer => offer is { Volunteer: not null, Kind: OfferKind.Befriending });
        Groups = ward.Groups.Count(ordinal => graph.Group(ordinal)!.Entry.Runs(day));
        OpenPlaces = offers.DistinctBy(offer => (object?)offer.Volunteer ?? offer.Group).Sum(offer => offer.Free ?? 0);
        OpenPlacesBySet = KindBits.Counted(offers.GroupBy(offer => (object?)offer.Volunteer ?? offer.Group)
            .Select(of => (KindBits.Of(of.Select(offer => offer.Kind)), of.First().Free ?? 0)));
    }

    /// <summary>The offers themselves, to be found by where they are.</summary>
    public WardMap Map { get; }

    public int Volunteers { get; }

    public int BefriendersWithCapacity { get; }

    public int Groups { get; }

    public int OpenPlaces { get; }

    public ImmutableArray<KindSetCount> OpenPlacesBySet { get; }

    /// <summary>Cost: the ward's volunteers and groups.</summary>
    public static WardOffers Of(AreaGraph graph, WardPart ward, DateOnly day, DateTimeOffset now) => new(graph, ward, day, now);

    /// <summary>True if nothing the clock alone decides differs at <paramref name="now"/>.</summary>
    public bool HoldsAt(DateTimeOffset now) => from <= now && now < until;

    // A hold counts while its end lies after now: between two neighbouring ends every moment is alike.
    private static (DateTimeOffset From, DateTimeOffset Until) Span(AreaGraph graph, WardPart ward, DateTimeOffset now)
    {
        DateTimeOffset from = DateTimeOffset.MinValue, until = DateTimeOffset.MaxValue;
        foreach (var held in ward.Volunteers.Select(ordinal => graph.Volunteer(ordinal)!.Places)
            .Concat(ward.Groups.Select(ordinal => graph.Group(ordinal)!.Entry.Places)).SelectMany(places => places.Held))
        {
            from = held.ExpiresAt <= now && held.ExpiresAt > from ? held.ExpiresAt : from;
            until = held.ExpiresAt > now && held.ExpiresAt < until ? held.ExpiresAt : until;
        }

        return (from, until);
    }
}
