using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Residents;

namespace Networks.GraphQLApi.UnconnectedResidents;

/// <summary>An answered list and what stands around it.</summary>
/// <param name="Answer">The page of people and the count of all.</param>
/// <param name="Rule">The rule asked.</param>
/// <param name="Wards">The wards asked about.</param>
/// <param name="IsWholeArea">True if no ward was named.</param>
internal sealed record UnconnectedList(UnconnectedAnswer Answer, UnconnectedRule Rule, ImmutableArray<WardFacts> Wards, bool IsWholeArea)
{
    /// <summary>The evening by which it had to be written down; null = as known now.</summary>
    public DateOnly? KnownAt { get; init; }

    /// <summary>How many on the whole list were asked about their connections.</summary>
    public required int AskedCount { get; init; }

    /// <summary>People on the register of these wards.</summary>
    public required int OnRegister { get; init; }

    /// <summary>Rows asked for.</summary>
    public required int Limit { get; init; }

    /// <summary>On the list, not asked, but something of them is recorded.</summary>
    public int PartlyRecordedCount => Answer.TotalCount - AskedCount - Answer.NeverAskedCount;

    /// <summary>The person's age band in words.</summary>
    public string Age(UnconnectedPerson person) => PlainWords.Age(person.BirthYear, Answer.AsOf);

    /// <summary>Days waited; null if not waiting.</summary>
    public int? WaitingDays(UnconnectedPerson person) => WaitingDays(person, Answer.AsOf);

    /// <summary>Days a person had waited on a day; null if not waiting.</summary>
    public static int? WaitingDays(UnconnectedPerson person, DateOnly asOf) =>
        person.WaitingSince is { } since ? asOf.DayNumber - since.DayNumber : null;
}
