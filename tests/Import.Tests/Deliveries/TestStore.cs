using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Import.Deliveries;

namespace Networks.Import.Tests.Deliveries;

/// <summary>What a store would hold after imports, and its export.</summary>
internal sealed class TestStore
{
    public Dictionary<WardCode, WardFacts> Wards { get; private init; } = [];

    public Dictionary<VolunteerId, Volunteer> Volunteers { get; private init; } = [];

    public Dictionary<GroupId, Group> Groups { get; private init; } = [];

    public Dictionary<ResidentId, Resident> Residents { get; private init; } = [];

    public TestStore Copy() => new() { Wards = new(Wards), Volunteers = new(Volunteers), Groups = new(Groups), Residents = new(Residents) };

    public SortedDictionary<string, byte[]> Export()
    {
        var streams = new Dictionary<string, MemoryStream>();
        using (var writer = new DeliveryWriter(name => streams[name] = new MemoryStream()))
        {
            Wards.Values.OrderBy(ward => ward.Code).ToList().ForEach(writer.Write);
            Volunteers.Values.OrderBy(v => v.Facts.Ward).ThenBy(v => v.Id).ToList().ForEach(writer.Write);
            Groups.Values.OrderBy(g => g.Facts.Ward).ThenBy(g => g.Id).ToList().ForEach(writer.Write);
            Residents.Values.OrderBy(r => r.Facts.Ward).ThenBy(r => r.Id).ToList().ForEach(writer.Write);
        }

        return new(streams.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()), StringComparer.Ordinal);
    }
}
