using Networks.Domain.Groups;
using Networks.Domain.Interests;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;

namespace Networks.Import.Deliveries;

/// <summary>Everything accepted from one folder of files, gathered by whom it is about.</summary>
public sealed class Delivery
{
    private static readonly HashSet<string> NoColumns = [];

    private readonly Dictionary<string, IReadOnlySet<string>> columns = [];

    /// <summary>Organisations.</summary>
    public Dictionary<OrganisationId, Organisation> Organisations { get; } = [];

    /// <summary>Interests on the area's own list, by word.</summary>
    public Dictionary<string, Interest> Interests { get; } = [];

    /// <summary>Areas between system and LSOA.</summary>
    public Dictionary<AreaCode, PublishedArea> Areas { get; } = [];

    /// <summary>Published figures, by what identifies one: area, name and period.</summary>
    public Dictionary<(AreaCode Area, string Name, string? Period), Indicator> Indicators { get; } = [];

    /// <summary>Wards, in the order of the file.</summary>
    public Dictionary<WardCode, WardFacts> Wards { get; } = [];

    /// <summary>Volunteers.</summary>
    public Dictionary<VolunteerId, DeliveredVolunteer> Volunteers { get; } = [];

    /// <summary>Memberships of volunteers.</summary>
    public Dictionary<VolunteerId, List<Delivered<Membership>>> VolunteerMemberships { get; } = [];

    /// <summary>Groups.</summary>
    public Dictionary<GroupId, DeliveredGroup> Groups { get; } = [];

    /// <summary>Residents, with everything said of each.</summary>
    public Dictionary<ResidentId, DeliveredResident> Residents { get; } = [];

    /// <summary>Contact cards.</summary>
    public Dictionary<ResidentId, Delivered<ContactCard>> ContactCards { get; } = [];

    /// <summary>The columns a file has; empty if the file was not read.</summary>
    public IReadOnlySet<string> Columns(string file) => columns.GetValueOrDefault(file, NoColumns);

    internal void SetColumns(string file, IEnumerable<string> present) => columns[file] = present.ToHashSet();

    internal DeliveredResident Resident(ResidentId id)
    {
        if (!Residents.TryGetValue(id, out var resident))
        {
            Residents.Add(id, resident = new DeliveredResident(id));
        }

        return resident;
    }
}
