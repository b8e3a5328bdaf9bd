using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Networks.Graph.Wards;
using Orleans;

namespace Networks.Graph.Spreads;

/// <summary>How long before the day asked about the last dated contact was.</summary>
[GenerateSerializer, Alias("networks.graph.contact-band")]
[JsonConverter(typeof(WordJsonConverter<ContactBand>))]
public enum ContactBand
{
    /// <summary>That day or up to 7 days before.</summary>
    LastWeek,

    /// <summary>8 to 30 days before.</summary>
    LastMonth,

    /// <summary>31 to 60 days before.</summary>
    LastTwoMonths,

    /// <summary>61 to 90 days before.</summary>
    LastQuarter,

    /// <summary>91 to 180 days before.</summary>
    LastHalfYear,

    /// <summary>181 to 365 days before.</summary>
    LastYear,

    /// <summary>More than 365 days before.</summary>
    Longer,

    /// <summary>No contact with a date is recorded up to that day.</summary>
    NeverDated,
}

/// <summary>The borders of the bands.</summary>
public static class ContactBands
{
    private static readonly int[] DaysMax = [7, 30, 60, 90, 180, 365];

    /// <summary>The first day of a band, counted back from the day asked about; null where no date is recorded.</summary>
    public static int? DaysFrom(ContactBand band) => band switch
    {
        ContactBand.NeverDated => null,
        ContactBand.LastWeek => 0,
        _ => DaysMax[(int)band - 1] + 1,
    };

    /// <summary>The last day of a band; null where it has no end.</summary>
    public static int? DaysTo(ContactBand band) => (int)band < DaysMax.Length ? DaysMax[(int)band] : null;

    /// <summary>The band of a day number, or of <see cref="ContactDays.None"/>, seen from another.</summary>
    internal static ContactBand Of(int contact, int day)
    {
        if (contact == ContactDays.None)
        {
            return ContactBand.NeverDated;
        }

        var band = Array.FindIndex(DaysMax, max => day - contact <= max);
        return band < 0 ? ContactBand.Longer : (ContactBand)band;
    }
}
