using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>How far a match has come.</summary>
[GenerateSerializer, Alias("networks.match-stage")]
[JsonConverter(typeof(WordJsonConverter<MatchStage>))]
public enum MatchStage
{
    /// <summary>Both sides have said yes.</summary>
    Agreed,

    /// <summary>The two were introduced.</summary>
    Introduced,

    /// <summary>They meet.</summary>
    Meeting,

    /// <summary>They were asked how it goes.</summary>
    Reviewed,

    /// <summary>Its planned end is near.</summary>
    SteppingDown,

    /// <summary>It no longer holds.</summary>
    Ended,
}

/// <summary>Reads a match's stage off what is recorded of it.</summary>
public static class MatchStages
{
    /// <summary>How long before its planned end a match steps down, in weeks.</summary>
    public const int SteppingDownWeeks = 4;

    /// <summary>
    /// The furthest stage reached on <paramref name="day"/>: ended; stepping down, in the last weeks of a planned length or later;
    /// reviewed; meeting, after a first visit or any contact; introduced; else agreed. <paramref name="lastContact"/> is a contact known
    /// beside the match's own, such as the latest of her recorded contacts.
    /// </summary>
    public static MatchStage Of(Match match, DateOnly day, DateOnly? lastContact = null)
    {
        var reached = match.Milestones.Where(milestone => milestone.On <= day).Select(milestone => milestone.Kind).ToHashSet();
        return match switch
        {
            _ when match.EndedOn <= day => MatchStage.Ended,
            _ when StepsDownFrom(match) <= day => MatchStage.SteppingDown,
            _ when reached.Contains(MilestoneKind.Review) => MatchStage.Reviewed,
            _ when reached.Contains(MilestoneKind.FirstVisit) || match.LastContact <= day || lastContact <= day => MatchStage.Meeting,
            _ when reached.Contains(MilestoneKind.Introduction) => MatchStage.Introduced,
            _ => MatchStage.Agreed,
        };
    }

    // Never before its first day, however short it is meant to be.
    private static DateOnly? StepsDownFrom(Match match) => match.WeeksPlanned is { } weeks
        ? match.Since.AddDays(7 * Math.Max(0, weeks - SteppingDownWeeks))
        : null;
}
