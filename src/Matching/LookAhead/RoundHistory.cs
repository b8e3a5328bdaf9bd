using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Wards;

namespace Networks.Matching.LookAhead;

/// <summary>
/// What happened in a round's wards before it opened, day by day: who was referred, and which places became free or were new.
/// </summary>
/// <param name="Until">The day of the round, which is not counted any more.</param>
/// <param name="Referrals">One for each person, by the first kind she sought.</param>
/// <param name="Places">One for each place, on the first day on which a round could offer it.</param>
public sealed record RoundHistory(DateOnly Until, ImmutableArray<PastEvent> Referrals, ImmutableArray<PastEvent> Places)
{
    /// <summary>Days looked back at most.</summary>
    public const int DaysMax = 365;

    /// <summary>With fewer days nothing is foretold.</summary>
    public const int DaysMin = 56;

    /// <summary>With fewer referrals and places together nothing is foretold.</summary>
    public const int EventsMin = 10;

    /// <summary>The first day that counts: that of the first event, at most <see cref="DaysMax"/> back.</summary>
    public DateOnly From
    {
        get
        {
            var earliest = Until.AddDays(-DaysMax);
            var days = Referrals.Concat(Places).Select(one => one.On).Where(on => on >= earliest && on < Until);
            return days.DefaultIfEmpty(Until).Min();
        }
    }

    /// <summary>How many days count.</summary>
    public int Days => Until.DayNumber - From.DayNumber;

    /// <summary>Why nothing can be foretold from it; null if something can.</summary>
    public string? Fault
    {
        get
        {
            var count = Referrals.Concat(Places).Count(one => one.On >= From && one.On < Until);
            return Days >= DaysMin && count >= EventsMin
                ? null
                : FormattableString.Invariant($"The wards of this round have {count} dated referrals and places over {Days} days; ")
                    + FormattableString.Invariant($"below {EventsMin} of them or {DaysMin} days nothing is foretold. Record when people ")
                    + "were referred and when matches ended, or ask of a round over more wards.";
        }
    }
}

/// <summary>One referral, or one place that became free.</summary>
public readonly record struct PastEvent(OfferKind Kind, WardCode Ward, DateOnly On);
