using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>A step of a match or of the way into a group.</summary>
[GenerateSerializer, Alias("networks.milestone-kind")]
[JsonConverter(typeof(WordJsonConverter<MilestoneKind>))]
public enum MilestoneKind
{
    Introduction,
    FirstVisit,
    FirstAttendance,
    FourthAttendance,
    Review,
}
