using Networks.Domain.Groups;
using Networks.Domain.Interests;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Import.Deliveries;

namespace Networks.Import.Tests.Deliveries;

/// <summary>What a store would hold after imports, and its export.</summary>
internal sealed class TestStore
{
    public Dictionary<OrganisationId, Organisation> Organisations { get; private init; } = [];

    public Dictionary<string, Interest> Interests { get; private init; } = [];

    public Dictionary<AreaCode, PublishedArea> Areas { get; private init; } = [];

    public Dictionary<(AreaCode Area, string Name, string? Period), Indicator> Indicators { get; private init; } = [];

    public Dictionary<WardCode, WardFacts> Wards { get; private init; } = [];

    public Dictionary<VolunteerId, Volunteer> Volunteers { get; private init; } = [];

    public Dictionary<GroupId, Group> Groups { get; private init; } = [];

    public Dictionary<ResidentId, Resident> Residents { get; private init; } = [];

    public TestStore Copy() => new()
    {
        Organisations = new(Organisations), Interests = new(Interests), Areas = new(Areas), Indicators = new(Indicators),
        Wards = new(Wards), Volunteers = new(Volunteers), Groups = new(Groups), Residents = new(Residents),
    };

    public SortedDictionary<string, byte[]> Export()
    {
        var streams = new Dictionary<string, MemoryStream>();
        using (var writer = new DeliveryWriter(name => streams[name] = new MemoryStream()))
        {
            Organisations.Values.OrderBy(organisation => organisation.Id).ToList().ForEach(writer.Write);
            Interests.Values.OrderBy(interest => interest.Word, StringComparer.Ordinal).ToList().ForEach(writer.Write);
            Areas.Values.OrderBy(area => area.Code).ToList().ForEach(writer.Write);
            Indicators.Values.OrderBy(i => i.Area).ThenBy(i => i.Name, StringComparer.Ordinal)
                .ThenBy(i => i.Period, StringComparer.Ordinal).ToList().ForEach(writer.Write);
            Wards.Values.OrderBy(ward => ward.Code).ToList().ForEach(writer.Write);
            Volunteers.Values.OrderBy(v => v.Facts.Ward).ThenBy(v => v.Id).ToList().ForEach(writer.Write);
            Groups.Values.OrderBy(g => g.Facts.Ward).ThenBy(g => g.Id).ToList().ForEach(writer.Write);
            Residents.Values.OrderBy(r => r.Facts.Ward).ThenBy(r => r.Id).ToList().ForEach(writer.Write);
        }

        return new(streams.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()), StringComparer.Ordinal);
    }
}
