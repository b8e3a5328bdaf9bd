using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;
using Networks.Domain.Matches;

namespace Networks.Matching.Fits;

/// <summary>
/// Finds the offers that may pass for a person without looking at the others: by kind, then, where a distance counts, from grids of
/// places, one for each size of reach, else from the list of those whom no distance holds back. What it finds is judged by the rules; what
/// it leaves out cannot pass.
/// </summary>
internal sealed class OfferIndex
{
    private const int Remote = 1 << (int)ContactMode.Phone | 1 << (int)ContactMode.Online;
    private const int AtHome = 1 << (int)ContactMode.Visit;
    private const int InPerson = 1 << (int)ContactMode.Visit | 1 << (int)ContactMode.OutAndAbout;
    private const int LeastReachBits = 10;

    private readonly SoftRules soft;
    private readonly Shelf[] shelves;

    /// <summary>Files the offers for which <paramref name="kindsOffered"/> names kinds, one bit each.</summary>
    public OfferIndex(OfferProfile[] offers, int[] kindsOffered, SoftRules soft)
    {
        this.soft = soft;
        Glance[] glances = [.. offers.Select((offer, at) => Glance.Of(offer, at, soft))];
        var kindsMost = 32 - BitOperations.LeadingZeroCount((uint)kindsOffered.Aggregate(0, (all, kinds) => all | kinds));
        (OfferProfile, Glance)[] Of(int kind) =>
            [.. offers.Zip(glances).Where((_, at) => (kindsOffered[at] & 1 << kind) != 0)];
        shelves = [.. Enumerable.Range(0, kindsMost).Select(kind => new Shelf((OfferKind)kind, Of(kind)))];
    }

    /// <summary>
    /// The offers of these kinds that may pass, ascending, each once, in <paramref name="found"/>, which is cleared first.
    /// </summary>
    public void Find(SeekerProfile seeker, int kinds, List<int> found)
    {
        found.Clear();
        var glance = Glance.Of(seeker, soft);
        for (var left = kinds & ((1 << shelves.Length) - 1); left != 0; left &= left - 1)
        {
            shelves[BitOperations.TrailingZeroCount(left)].Gather(seeker, glance, found);
        }

        var span = CollectionsMarshal.AsSpan(found);
        span.Sort();
        var kept = 0;
        foreach (var offer in span)
        {
            if (kept == 0 || span[kept - 1] != offer)
            {
                span[kept++] = offer;
            }
        }

        CollectionsMarshal.SetCount(found, kept);
    }

    // Reaches of up to 1,024 metres, up to 2,048, and so on; a cell is as wide as the longest reach of its grid.
    private static int SizeOf(int reach) => Math.Max(LeastReachBits, 32 - BitOperations.LeadingZeroCount((uint)Math.Max(0, reach)));

    private static double MetresOf(int size) => Math.Pow(2, size);

    /// <summary>The offers of one kind.</summary>
    private sealed class Shelf
    {
        private readonly ConcurrentDictionary<int, PlaceGrid> gridsBySeekersReach = new();
        private readonly bool areGroups;
        private readonly bool areHosts;
        private readonly PlaceGrid[] gridsByOffersReach = [];
        private readonly Glance[] anywhere;
        private readonly Glance[] places = [];

        public Shelf(OfferKind kind, (OfferProfile Offer, Glance Glance)[] offers)
        {
            (areGroups, areHosts) = (!kind.IsOneToOne(), kind == OfferKind.Homeshare);
            if (areGroups)
            {
                anywhere = [.. offers.Where(one => one.Offer.Offer.Kinds.Contains(OfferKind.Online)).Select(one => one.Glance)];
                places = [.. offers.Where(one => !one.Offer.Offer.Kinds.Contains(OfferKind.Online) && one.Offer.Point is not null)
                    .Select(one => one.Glance)];
                return;
            }

            var adults = offers.Where(one => !one.Offer.IsChild).ToArray();
            if (areHosts)
            {
                // Nobody's travel to visits limits where somebody moves.
                anywhere = [.. adults.Select(one => one.Glance).Where(one => (one.Modes & AtHome) != 0)];
                return;
            }

            var isHeld = kind == OfferKind.Transport;
            anywhere = isHeld ? [] : [.. adults.Select(one => one.Glance).Where(one => (one.Modes & Remote) != 0)];
            gridsByOffersReach =
            [
                .. adults.Where(one => one.Offer.Point is not null && (one.Glance.Modes & InPerson) != 0)
                    .GroupBy(one => SizeOf(one.Glance.Reach)).OrderBy(group => group.Key)
                    .Select(group => new PlaceGrid(group.Select(one => one.Glance), MetresOf(group.Key))),
            ];
        }

        public void Gather(SeekerProfile seeker, in Glance glance, List<int> found)
        {
            if (areGroups)
            {
                AddAnywhere(glance, 0, found);
                if (seeker.Point is not null)
                {
                    gridsBySeekersReach.GetOrAdd(SizeOf(seeker.TravelMetres), size => new PlaceGrid(places, MetresOf(size)))
                        .Gather(glance, seeker.TravelMetres, found);
                }
            }
            else if (!seeker.IsChild)
            {
                AddAnywhere(glance, areHosts ? AtHome : Remote, found);
                if (seeker.Point is not null && (glance.Modes & InPerson) != 0)
                {
                    foreach (var grid in gridsByOffersReach)
                    {
                        grid.Gather(glance, null, found);
                    }
                }
            }
        }

        // By one of these ways of meeting; 0 = none is needed.
        private void AddAnywhere(in Glance seeker, int ways, List<int> found)
        {
            if (ways != 0 && (seeker.Modes & ways) == 0)
            {
                return;
            }

            foreach (ref readonly var row in anywhere.AsSpan())
            {
                if ((ways == 0 || (seeker.Modes & row.Modes & ways) != 0) && seeker.Suits(row))
                {
                    found.Add(row.Offer);
                }
            }
        }
    }
}
