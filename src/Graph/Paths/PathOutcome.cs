using Orleans;

namespace Networks.Graph.Paths;

/// <summary>What came of looking for somebody who could introduce her.</summary>
[GenerateSerializer, Alias("networks.graph.path-outcome")]
public enum PathOutcome
{
    /// <summary>There is a way.</summary>
    Found,

    /// <summary>She is there already: in the group, matched with the volunteer, or the volunteer herself.</summary>
    AlreadyThere,

    /// <summary>Within so many ties there is no way, whoever agreed to introduce.</summary>
    NotWithinHops,

    /// <summary>There would be a way within so many ties if somebody agreed to introduce, who has not or no longer does.</summary>
    ConsentMissing,

    /// <summary>The search ended before it knew: more ties than one question may look at.</summary>
    TooMuchWork,
}
