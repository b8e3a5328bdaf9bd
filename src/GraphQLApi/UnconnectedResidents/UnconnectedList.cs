using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Networks.Graph.Residents;

namespace Networks.GraphQLApi.UnconnectedResidents;

/// <summary>An answered list and what stands around it.</summary>
/// <param name="Answer">The page of people and the count of all.</param>
/// <param name="Rule">The rule asked.</param>
/// <param name="Wards">The wards asked about.</param>
/// <param name="IsWholeArea">True if no ward was named.</param>
internal sealed record UnconnectedList(UnconnectedAnswer Answer, UnconnectedRule Rule, ImmutableArray<WardFacts> Wards, bool IsWholeArea)
{
    /// <summary>How many on the whole list were asked about their connections.</summary>
    public required int AskedCount { get; init; }

    /// <summary>People on the register of these wards.</summary>
    public required int OnRegister { get; init; }

    /// <summary>Rows asked for.</summary>
    public required int Limit { get; init; }

    /// <summary>On the list, not asked, but something of them is recorded.</summary>
    public int PartlyRecordedCount => Answer.TotalCount - AskedCount - Answer.NeverAskedCount;

    /// <summary>The person's age band in words.</summary>
    public string Age(UnconnectedPerson person) => AgeBands.Of(person.BirthYear, Answer.AsOf) switch
    {
        AgeBand.Under18 => "under 18",
        AgeBand.From18To24 => "18-24",
        AgeBand.From25To49 => "25-49",
        AgeBand.From50To64 => "50-64",
        AgeBand.From65To74 => "65-74",
        AgeBand.From75To84 => "75-84",
        AgeBand.From85 => "85+",
        _ => "?",
    };

    /// <summary>Days waited; null if not waiting.</summary>
    public int? WaitingDays(UnconnectedPerson person) => person.WaitingSince is { } since ? Answer.AsOf.DayNumber - since.DayNumber : null;

    /// <summary>yes, no, or ? when not known.</summary>
    public static string Alone(UnconnectedPerson person) => person.LivesAlone switch { true => "yes", false => "no", null => "?" };

    /// <summary>A day as people read it.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
