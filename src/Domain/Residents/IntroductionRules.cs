using System.Collections.Immutable;
using Networks.Domain.Commands;
using Networks.Domain.Measures;

namespace Networks.Domain.Residents;

/// <summary>
/// Asking a resident to introduce somebody. Every time is written down with its day, because introducing is a favour and the same person
/// shall not always be the one who is asked.
/// </summary>
public static class IntroductionRules
{
    /// <summary>Most times one record keeps.</summary>
    public const int AskedMax = 1_000;

    /// <summary>
    /// Refusals in order: on; left, not agreed, full. Told twice is twice asked, unless it is the same command: the day alone does not
    /// tell two introductions apart.
    /// </summary>
    public static Decision<Resident> Record(Resident present, RecordIntroduction command, Moment at)
    {
        var asked = present.Facts.IntroductionsAskedOn;
        var refusal = Values.First(
            Values.Past("on", command.On, at),
            ResidentRules.HadLeft(present, command.On),
            present.Facts.HasConsent(Consent.Introductions, command.On) ? null : new WrongState(
                "no-consent",
                $"'{present.Id}' had not agreed to introduce anybody ('{Consent.Introductions}') on that day; ask for consent first."),
            asked.Length >= AskedMax ? new WrongState("full", $"The record keeps {AskedMax} introductions already.") : null);
        return refusal is not null ? refusal : Decision<Resident>.Accept(present with
        {
            Facts = present.Facts with { IntroductionsAskedOn = [.. asked.Add(command.On).Order()] },
        });
    }

    /// <summary>The first fault of the days written down, or null.</summary>
    internal static Refusal? Fault(ImmutableArray<DateOnly> askedOn, Moment at) => Values.First(
        askedOn.Length > AskedMax ? new InvalidValue("introductionsAskedOn", $"The list has at most {AskedMax} days.") : null,
        Values.First([.. askedOn.Select(day => Values.Past("introductionsAskedOn", day, at))]));
}
