using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Orleans;
using static System.FormattableString;

namespace Networks.Domain.Ties;

/// <summary>Which tie: the resident who names it and its number among hers. Written "R1#3".</summary>
[GenerateSerializer, Immutable, Alias("networks.tie-id")]
public readonly record struct TieId([property: Id(0)] ResidentId NamedBy, [property: Id(1)] int Number)
{
    /// <summary>Reads "R1#3"; false for anything else.</summary>
    public static bool TryParse(string text, out TieId id)
    {
        var at = text.LastIndexOf('#');
        var number = 0;
        var known = at > 0 && Ordinal.TryParse(text.AsSpan(at + 1), out number) && References.Fault(text[..at]) is null;
        id = known ? new TieId(ResidentId.Of(text[..at]), number) : default;
        return known;
    }

    /// <inheritdoc/>
    public override string ToString() => Invariant($"{NamedBy}#{Number}");
}
