using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Wards;
using Networks.Simulation.Snapshots;

namespace Networks.Simulation.Scenarios;

/// <summary>What a scenario may name: what stands on the register at the fork.</summary>
public sealed record RegisteredNames
{
    /// <summary>The day of the fork.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Every ward's code and name.</summary>
    public ImmutableArray<(WardCode Code, string Name)> Wards { get; init; } = [];

    /// <summary>References of the active volunteers.</summary>
    public ImmutableArray<string> Volunteers { get; init; } = [];

    /// <summary>References of the groups that run.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>References of the groups that run and of which it is known how many seats their transport has, with how many.</summary>
    public ImmutableArray<(string Group, int Seats)> Transport { get; init; } = [];

    /// <summary>Funds that pay for a volunteer or a group, by the name used on their records.</summary>
    public ImmutableArray<string> Funds { get; init; } = [];

    /// <summary>
    /// The ward that <paramref name="word"/> is the code or, however it is capitalised, the name of; null if there is none.
    /// </summary>
    public WardCode? Ward(string word)
    {
        foreach (var (code, name) in Wards)
        {
            if (code.Value == word || string.Equals(name, word, StringComparison.OrdinalIgnoreCase))
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>What stands in a snapshot.</summary>
    public static RegisteredNames Of(AreaSnapshot snapshot) => new()
    {
        Day = snapshot.Day,
        Wards = [.. snapshot.Wards.Select(ward => (ward.Code, ward.Name))],
        Volunteers = [.. Active(snapshot).Select(offer => offer.Volunteer?.Value).OfType<string>()],
        Groups = [.. Active(snapshot).Select(offer => offer.Group?.Value).OfType<string>()],
        Transport =
        [
            .. snapshot.Offers.Where(offer => offer.IsActive && offer.Facts is { Offer.Group: not null, TransportSeats: not null })
                .Select(offer => (offer.Facts.Offer.Group!.Value.Value, offer.Facts.TransportSeats!.Value)),
        ],
        Funds = [.. snapshot.Offers.Select(offer => offer.FundedBy).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
    };

    private static IEnumerable<OfferId> Active(AreaSnapshot snapshot) =>
        snapshot.Offers.Where(offer => offer.IsActive).Select(offer => offer.Facts.Offer);
}
