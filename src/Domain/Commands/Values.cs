using System.Collections.Immutable;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using static System.FormattableString;

namespace Networks.Domain.Commands;

/// <summary>Checks of single values that several rules share. Each answers null, or the refusal that names the field.</summary>
public static class Values
{
    /// <summary>Most entries of one list of a record.</summary>
    public const int ListMax = 100;

    /// <summary>Most characters of one word or label.</summary>
    public const int TextMax = 200;

    /// <summary>Most places of one volunteer or group.</summary>
    public const int CapacityMax = 100_000;

    /// <summary>How far ahead a fund may end, in years.</summary>
    public const int FundedYearsMax = 10;

    /// <summary>The first of the refusals; they are asked in the documented order of fields.</summary>
    public static Refusal? First(params ReadOnlySpan<Refusal?> refusals)
    {
        foreach (var refusal in refusals)
        {
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>A reference must be one that can be kept and listed.</summary>
    public static Refusal? Reference(string field, string? value) =>
        References.Fault(value) is { } fault ? new InvalidValue(field, fault) : null;

    /// <summary>A ward's code must look like a reference; whether the ward exists, the area knows.</summary>
    public static Refusal? Ward(WardCode ward) => Reference("ward", ward.Value);

    /// <summary>An unknown number is no fault; a known one must lie within the range, both ends included.</summary>
    public static Refusal? Between(string field, int? value, int least, int most) => value is null || value >= least && value <= most
        ? null
        : new InvalidValue(field, Invariant($"{value} was given; it is a whole number from {least} to {most}."));

    /// <summary>A place, if known, must lie on Earth.</summary>
    public static Refusal? Point(GeoPoint? point) => point is null or { IsOnEarth: true }
        ? null
        : new InvalidValue("latitude", "Latitude is -90 to 90 and longitude -180 to 180, in degrees.");

    /// <summary>A day something begins or ends must not lie more than a year ahead.</summary>
    public static Refusal? Planned(string field, DateOnly? day, Moment at) => at.IsTooFarAhead(day)
        ? new InvalidValue(field, Invariant($"{day:yyyy-MM-dd} is more than {Moment.AheadDaysMax} days ahead; check the year."))
        : null;

    /// <summary>A day on which something happened must not lie in the future.</summary>
    public static Refusal? Past(string field, DateOnly? day, Moment at) => day is { } known && known > at.Today
        ? new InvalidValue(field, Invariant($"{known:yyyy-MM-dd} is in the future; today is {at.Today:yyyy-MM-dd}."))
        : null;

    /// <summary>An end must be planned within a year and not lie before the start.</summary>
    public static Refusal? End(string field, DateOnly? start, DateOnly? end, Moment at) =>
        Order(field, start, end) ?? Planned(field, end, at);

    /// <summary>An end must not lie before the start; how far ahead it lies is nobody's typing error.</summary>
    public static Refusal? Order(string field, DateOnly? start, DateOnly? end) => start is { } began && end is { } ended && ended < began
        ? new InvalidValue(field, Invariant($"{ended:yyyy-MM-dd} is before the start, {began:yyyy-MM-dd}."))
        : null;

    /// <summary>A fund may run for years, but not for decades.</summary>
    public static Refusal? Funded(string field, DateOnly? until, Moment at) => until > at.Today.AddYears(FundedYearsMax)
        ? new InvalidValue(field, Invariant($"{until:yyyy-MM-dd} is more than {FundedYearsMax} years ahead; check the year."))
        : null;

    /// <summary>A text, if known, must be short.</summary>
    public static Refusal? Text(string field, string? text) => Text(field, text, TextMax);

    /// <summary>A text, if known, must not be longer than <paramref name="most"/> characters.</summary>
    public static Refusal? Text(string field, string? text, int most) => text?.Length > most
        ? new InvalidValue(field, Invariant($"It has at most {most} characters."))
        : null;

    /// <summary>Every word must be one of a closed list; the refusal names the nearest.</summary>
    public static Refusal? Closed(string field, ImmutableArray<string> words, ImmutableArray<string> allowed) =>
        First(Words(field, words), words.FirstOrDefault(word => !allowed.Contains(word)) is { } unknown
            ? new InvalidValue(field, $"'{unknown}' is not one of its words; the nearest is '{Nearest(unknown, allowed)}'.")
            {
                Allowed = allowed,
            }
            : null);

    /// <summary>A list must be short, and its words short and not empty.</summary>
    public static Refusal? Words(string field, ImmutableArray<string> words)
    {
        if (words.Length > ListMax)
        {
            return new InvalidValue(field, Invariant($"The list has at most {ListMax} entries."));
        }

        return words.Any(string.IsNullOrWhiteSpace)
            ? new InvalidValue(field, "An entry may not be empty.")
            : First([.. words.Select(word => Text(field, word))]);
    }

    private static string Nearest(string word, ImmutableArray<string> allowed) =>
        allowed.MinBy(known => EditDistance.Between(word.ToLowerInvariant(), known))!;
}
