using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Grains.Groups;
using Networks.Grains.MatchingRounds;
using Networks.Grains.Residents;
using Networks.Grains.Volunteers;
using Networks.Grains.Wards;
using Networks.Graph.Matches;
using Networks.Matching.Fits;
using Networks.Matching.Policies;
using Networks.Matching.Problems;

namespace Networks.Grains.Areas;

/// <summary>
/// For whom of those waiting an offer with a free place fits, judged as a matching round with the usual policy would. The graph knows who
/// waits and where a place is free, not who fits, so the rows of both are read. Cost: those rows, then each person's offers of the kinds
/// she waits for until one fits; more than <see cref="PairsMax"/> pairs are refused, about ten seconds' work.
/// </summary>
internal sealed class OpenOptions(IEntityRows rows, LiveArea area)
{
    /// <summary>Most pairs of a person and an offer judged for one question.</summary>
    public const long PairsMax = 2_000_000;

    private const int RowsAtATime = 2_000;

    public async Task<OptionsFound> Find(ImmutableArray<WardCode>? wards, DateOnly day)
    {
        var waiting = area.Graph.Waiting(new WaitingQuery { Wards = wards, All = true }, day).People;
        var offers = await Offers();
        var pairs = (long)waiting.Length * offers.Count;
        if (pairs > PairsMax)
        {
            return new OptionsFound([], string.Create(
                CultureInfo.InvariantCulture,
                $"hasOpenOption would have to judge {waiting.Length:N0} people waiting against {offers.Count:N0} offers with a free place; "
                    + $"at most {PairsMax:N0} pairs are judged for one question. Name fewer wards."));
        }

        var rules = new Eligibility(
            MatchingPolicy.Default, day, area.Register.Wards.Select(ward => new WardPlace(ward.Code, ward.Name, ward.Point)));
        var found = ImmutableHashSet.CreateBuilder<ResidentId>();
        foreach (var some in waiting.Chunk(RowsAtATime))
        {
            var seeking = some.ToDictionary(person => person.Resident.Value, person => person.Seeking);
            await foreach (var row in rows.ReadMany(EntityKind.Resident, seeking.Keys, CancellationToken.None))
            {
                var resident = JsonSerializer.Deserialize<ResidentState>(row.Json.Span, StateJson.Options)!.Resident!;
                if (await Task.Run(() => HasOption(rules, FrozenFacts.Of(resident, seeking[row.Id], day), offers)))
                {
                    found.Add(resident.Id);
                }
            }
        }

        return new OptionsFound(found.ToImmutable(), null);
    }

    private static bool HasOption(Eligibility rules, Seeker seeker, List<MatchingOffer> offers) =>
        offers.Any(offer => offer.Kinds.Any(seeker.Seeking.Contains) && rules.Judge(seeker, offer).Passes);

    private async Task<List<MatchingOffer>> Offers()
    {
        var open = area.Graph.OpenPlaces(
            new OpenPlacesQuery { All = true }, area.At.Now, area.At.Today, ImmutableDictionary<WardCode, Domain.Measures.GeoPoint>.Empty);
        List<MatchingOffer> offers = [];
        string[] volunteers = [.. open.Places.Select(place => place.Volunteer?.Value).OfType<string>().Distinct()];
        await foreach (var row in rows.ReadMany(EntityKind.Volunteer, volunteers, CancellationToken.None))
        {
            Add(FrozenFacts.Of(JsonSerializer.Deserialize<VolunteerState>(row.Json.Span, StateJson.Options)!.Volunteer!, area.At));
        }

        string[] groups = [.. open.Places.Select(place => place.Group?.Value).OfType<string>()];
        await foreach (var row in rows.ReadMany(EntityKind.Group, groups, CancellationToken.None))
        {
            Add(FrozenFacts.Of(JsonSerializer.Deserialize<GroupState>(row.Json.Span, StateJson.Options)!.Group!, area.At));
        }

        return offers;

        // A row may know more by now than the picture the place was found in.
        void Add(MatchingOffer? offer)
        {
            if (offer is not null && offer.Places != 0)
            {
                offers.Add(offer);
            }
        }
    }
}

/// <summary>Those for whom an offer fits, or why that was not worked out.</summary>
internal sealed record OptionsFound(ImmutableHashSet<ResidentId> People, string? Fault);
