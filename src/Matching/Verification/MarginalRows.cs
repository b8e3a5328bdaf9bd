using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Problems;

namespace Networks.Matching.Verification;

/// <summary>A row of marginal.csv as it stands in the file, cell by cell; an empty cell is empty text.</summary>
/// <param name="Line">Line of the row, from 1.</param>
/// <param name="Round">The round's name.</param>
/// <param name="Offer">Whose places.</param>
/// <param name="Kind">What they are for.</param>
/// <param name="Ward">The code of its ward.</param>
/// <param name="Places">Free places; empty without a limit.</param>
/// <param name="Plus">More people helped with 1, 2 and 3 more places.</param>
/// <param name="PlusBand">The band of whoever one more place would help; empty if nobody.</param>
/// <param name="PlusFit">What the plan would fit more with one more place.</param>
/// <param name="Minus">Change with one place fewer.</param>
/// <param name="FirstPerson">Whom one more place would help; empty if nobody.</param>
public sealed record MarginalRow(
    int Line, string Round, string Offer, string Kind, string Ward, string Places, IReadOnlyList<string> Plus, string PlusBand,
    string PlusFit, string Minus, string FirstPerson);

/// <summary>
/// Holds the table of values of one more place against the problem and the proof: the offers and their places are the problem's, and each
/// value is what moving people about by the proof's own prices comes to. In rounds that keep bounds or respect choices the proof does not
/// say that much: there the gains must be possible ones, and only where the proof closed an offer can one more of its places help anybody.
/// </summary>
public static class MarginalRows
{
    /// <summary>The first fault in one sentence that names the line; null if there is none.</summary>
    public static string? Fault(ProvedRound proved, IReadOnlyList<MarginalRow> rows)
    {
        var (problem, certificate) = (proved.Problem, proved.Certificate);
        var left = problem.Offers.ToDictionary(offer => (offer.Offer.Value, offer.Offer.Holder));
        var closed = certificate.Offers.Where(price => price.ClosedBy is not null).Select(price => price.Offer)
            .Concat(certificate.Guaranteed.Select(closing => closing.Offer)).ToHashSet();
        var values = proved.Moves is { } moves ? new PlaceValues(proved.Round, moves) : null;
        foreach (var row in rows)
        {
            if (!Vocabulary<OfferKind>.TryParse(row.Kind, out var kind)
                || !left.Remove((row.Offer, kind.IsOneToOne() ? OfferHolder.Volunteer : OfferHolder.Group), out var offer))
            {
                return Text($"line {row.Line}: {row.Offer} ({row.Kind}) is no offer of the round, or stands there twice.");
            }

            var difference = Difference(problem, offer, kind, closed.Contains(offer.Offer), row)
                ?? (values is null ? null : Difference(values.Of(proved.Round.OfferAt[offer.Offer]), row));
            if (difference is not null)
            {
                return Text($"line {row.Line}: {row.Offer}: {difference}");
            }
        }

        return left.Values.Where(offer => offer.Places is not null).Select(offer => offer.Offer.Value).Order(StringComparer.Ordinal)
            .FirstOrDefault() is { } missing
            ? $"{missing} has places in the round and does not stand in the table."
            : null;
    }

    private static string? Difference(PlaceValue right, MarginalRow row)
    {
        for (var at = 0; at < row.Plus.Count; at++)
        {
            if (Different(Text($"plus{at + 1}_matches"), row.Plus[at], Text($"{right.Helped[at]}")) is { } difference)
            {
                return difference;
            }
        }

        return Different("plus1_band", row.PlusBand, Text($"{right.Band}"))
            ?? Different("plus1_fit", row.PlusFit, Text($"{right.Fit}"))
            ?? Different("minus1_matches", row.Minus, right.LosesOne ? "-1" : "0")
            ?? Different("first_person", row.FirstPerson, right.Person ?? "");
    }

    private static string? Difference(MatchingProblem problem, MatchingOffer offer, OfferKind kind, bool isClosed, MarginalRow row)
    {
        int?[] plus = [.. row.Plus.Select(Number)];
        return Different("round", row.Round, problem.Round.Value)
            ?? (offer.Kinds.Contains(kind) ? null : $"kind is none of the offer's, {row.Kind} was found.")
            ?? Different("ward", row.Ward, offer.Ward.Value)
            ?? Different("places", row.Places, offer.Places?.ToString(CultureInfo.InvariantCulture) ?? "")
            ?? (plus[0] is not (null or 0) && !isClosed && problem.Policy.RankedChoices is null
                ? "plus1_matches is 0: the proof shows that whoever is left could not be helped here." : null)
            ?? (problem.Policy.Bounds is null ? Unbounded(plus, Number(row.Minus)) : null);
    }

    // Within bounds a place can also bring in two, or somebody sooner at the cost of two others.
    private static string? Unbounded(int?[] plus, int? minus) =>
        (plus[0] is 0 or 1 ? null : "plus1_matches is 0 or 1.")
        ?? (plus[1] < plus[0] || plus[2] < plus[1] ? "more places never help fewer people." : null)
        ?? (minus is null or 0 or -1 ? null : "minus1_matches is 0 or -1.");

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Different(string column, string shown, string right) => shown == right
        ? null
        : $"{column} is {(right.Length == 0 ? "empty" : right)}, not {(shown.Length == 0 ? "empty" : shown)}.";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
