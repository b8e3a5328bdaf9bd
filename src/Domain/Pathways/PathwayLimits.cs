namespace Networks.Domain.Pathways;

/// <summary>
/// How many days each stage may take before somebody should ask why (docs/rules.md gives the source of each). They are not promises to
/// anybody and decide nothing: crossing one raises an alert.
/// </summary>
public static class PathwayLimits
{
    /// <summary>From the referral to a first conversation.</summary>
    public const int ReferredDays = 14;

    /// <summary>From the first conversation to knowing what she would like, with her consent to be put forward.</summary>
    public const int AssessedDays = 28;

    /// <summary>Waiting: about three months, the wait that befriending schemes name when they apologise for it.</summary>
    public const int WaitingDays = 84;

    /// <summary>Until both have answered: a week before the place that is held for her is given up.</summary>
    public const int ProposedDays = 14;

    /// <summary>From the match to the introduction.</summary>
    public const int MatchedDays = 14;

    /// <summary>From the introduction to the first meeting: visits are weekly or fortnightly.</summary>
    public const int IntroducedDays = 14;

    /// <summary>From joining a group to coming for the first time; some meet once a month.</summary>
    public const int JoinedDays = 35;

    /// <summary>From the first meeting to the fourth, at one a fortnight and one left out.</summary>
    public const int MeetingDays = 56;

    /// <summary>Between the day a review is due and somebody asking why it has not been.</summary>
    public const int ReviewGraceDays = 7;

    /// <summary>From one review to the next where no day was set.</summary>
    public const int NextReviewDays = 183;
}
