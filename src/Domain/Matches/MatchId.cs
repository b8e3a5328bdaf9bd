using Networks.Domain.Residents;
using Orleans;
using static System.FormattableString;

namespace Networks.Domain.Matches;

/// <summary>Which match: the resident and its number among hers. Written "R1#2".</summary>
[GenerateSerializer, Immutable, Alias("networks.match-id")]
public readonly record struct MatchId([property: Id(0)] ResidentId Resident, [property: Id(1)] int Number)
{
    /// <summary>Reads "R1#2"; false for anything else.</summary>
    public static bool TryParse(string text, out MatchId id)
    {
        var known = Ties.TieId.TryParse(text, out var pair);
        id = known ? new MatchId(pair.NamedBy, pair.Number) : default;
        return known;
    }

    /// <inheritdoc/>
    public override string ToString() => Invariant($"{Resident}#{Number}");
}
