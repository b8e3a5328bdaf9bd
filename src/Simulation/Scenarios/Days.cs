using static System.FormattableString;

namespace Networks.Simulation.Scenarios;

/// <summary>A length of time in days; a month is 30.4375 days, a year 365.25.</summary>
/// <param name="Count">How many days.</param>
public readonly record struct Days(double Count) : IComparable<Days>
{
    /// <summary>Days in a week.</summary>
    public const double InWeek = 7;

    /// <summary>Days in a month, a twelfth of <see cref="InYear"/>.</summary>
    public const double InMonth = 30.4375;

    /// <summary>Days in a year, leap years counted in.</summary>
    public const double InYear = 365.25;

    /// <summary>So many weeks.</summary>
    public static Days OfWeeks(double weeks) => new(weeks * InWeek);

    /// <inheritdoc/>
    public int CompareTo(Days other) => Count.CompareTo(other.Count);

    /// <summary>As files spell it: whole weeks as weeks, all else as days.</summary>
    public override string ToString() => Count % InWeek == 0 ? Invariant($"{Count / InWeek} weeks") : Invariant($"{Count} days");
}
