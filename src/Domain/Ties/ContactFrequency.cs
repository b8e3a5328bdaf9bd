using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Ties;

/// <summary>How often two people are in touch, as stated; not a dated contact.</summary>
[GenerateSerializer, Alias("networks.contact-frequency")]
[JsonConverter(typeof(WordJsonConverter<ContactFrequency>))]
public enum ContactFrequency
{
    /// <summary>Every day or nearly.</summary>
    Daily,

    /// <summary>Every week or nearly.</summary>
    Weekly,

    /// <summary>Every month or nearly.</summary>
    Monthly,

    /// <summary>Once or a few times a year.</summary>
    Yearly,

    /// <summary>Less than once a year.</summary>
    Less,
}

/// <summary>Stated frequency in days.</summary>
public static class ContactFrequencies
{
    /// <summary>1, 7, 31 or 366 days; null for less often than yearly.</summary>
    public static int? EveryDays(this ContactFrequency frequency) => frequency switch
    {
        ContactFrequency.Daily => 1,
        ContactFrequency.Weekly => 7,
        ContactFrequency.Monthly => 31,
        ContactFrequency.Yearly => 366,
        _ => null,
    };
}
