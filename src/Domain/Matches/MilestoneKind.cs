using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>A step of a match or of the way into a group.</summary>
[GenerateSerializer, Alias("networks.milestone-kind")]
[JsonConverter(typeof(WordJsonConverter<MilestoneKind>))]
public enum MilestoneKind
{
    /// <summary>The two were introduced.</summary>
    Introduction,

    /// <summary>They met for the first time.</summary>
    FirstVisit,

    /// <summary>She came to the group for the first time.</summary>
    FirstAttendance,

    /// <summary>She came for the fourth time, so she is likely to stay.</summary>
    FourthAttendance,

    /// <summary>They were asked how it goes.</summary>
    Review,
}
