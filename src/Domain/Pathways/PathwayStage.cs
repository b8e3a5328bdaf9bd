using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Pathways;

/// <summary>
/// How far somebody has come from being referred to being well settled with a volunteer or in a group. In this order; paused stands beside
/// it.
/// </summary>
[GenerateSerializer, Alias("networks.pathway-stage")]
[JsonConverter(typeof(WordJsonConverter<PathwayStage>))]
public enum PathwayStage
{
    /// <summary>Somebody named her; nobody has asked her yet.</summary>
    Referred,

    /// <summary>She was asked about her connections, or answered a questionnaire.</summary>
    Assessed,

    /// <summary>She seeks something, has agreed to be put forward, and has none of it yet.</summary>
    Waiting,

    /// <summary>Somebody or some group is proposed to her, and not everybody has answered.</summary>
    Proposed,

    /// <summary>She is matched, or has joined a group, and nothing has come of it yet.</summary>
    Matched,

    /// <summary>The two were introduced.</summary>
    Introduced,

    /// <summary>They have met, or she has come to the group.</summary>
    Meeting,

    /// <summary>They have met, or she has come, four times.</summary>
    Settled,

    /// <summary>They were asked how it goes.</summary>
    Reviewed,

    /// <summary>It ended: for the days of the rematch buffer, and after them for whoever seeks nothing more.</summary>
    Ended,

    /// <summary>She asked to be left in peace for now.</summary>
    Paused,
}
