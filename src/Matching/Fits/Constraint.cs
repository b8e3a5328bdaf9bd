using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Matching.Fits;

/// <summary>
/// Why an offer cannot be for a person. Listed in the order in which refusals are counted and told. Files and answers spell them
/// in capitals: TOO_FAR.
/// </summary>
[GenerateSerializer, Alias("networks.matching.constraint")]
[JsonConverter(typeof(WordJsonConverter<Constraint>))]
public enum Constraint
{
    /// <summary>No consent to be put forward.</summary>
    Consent,

    /// <summary>A check the mode asks for is missing or out of date.</summary>
    Checks,

    /// <summary>No common way of meeting.</summary>
    Mode,

    /// <summary>Beyond the limit of whoever travels.</summary>
    TooFar,

    /// <summary>No shared language.</summary>
    Language,

    /// <summary>No shared slot.</summary>
    Time,

    /// <summary>Not whom one of the two will meet.</summary>
    Gender,

    /// <summary>Something at a home the other cannot be with.</summary>
    HomeFactor,

    /// <summary>Support that asks for a competence which is not there.</summary>
    Competence,

    /// <summary>The place lacks access she needs.</summary>
    Access,

    /// <summary>No seat for someone who needs transport.</summary>
    Transport,

    /// <summary>A child with an adult's volunteer, or outside a group's ages.</summary>
    Age,

    /// <summary>Kept apart by either side, or the same person.</summary>
    Excluded,

    /// <summary>A group without a free place.</summary>
    GroupFull,

    /// <summary>A group for people in another situation, or a peer mentor who has been through others.</summary>
    GroupFit,

    /// <summary>
    /// Of another organisation, in a round whose policy says who agreed to pool: one of the two did not, or she did not.
    /// </summary>
    OtherOrganisation,
}
