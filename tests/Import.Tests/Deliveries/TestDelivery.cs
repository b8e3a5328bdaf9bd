using System.Text;
using Networks.Domain.Residents;
using Networks.Import.Deliveries;
using Networks.Import.Indicators;
using Networks.Import.Interests;
using Networks.Import.Organisations;
using Networks.Import.Refusals;
using Networks.Import.Wards;

namespace Networks.Import.Tests.Deliveries;

/// <summary>A delivery held in memory, read and merged against what an earlier one left.</summary>
internal sealed class TestDelivery
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    private readonly Dictionary<string, byte[]> files = [];

    public List<RowRefusal> Refusals { get; } = [];

    public Findings Findings { get; private set; } = new(_ => { });

    /// <summary>Two wards, one group, one volunteer, two residents: what most rows of the tests refer to.</summary>
    public static TestDelivery Small() => new TestDelivery()
        .With("wards.csv", "code,name\nE05001390,Batley East\nE05001391,Batley West\n")
        .With("volunteers.csv", "id,ward,role,capacity\nV1,E05001390,befriender,2\nV2,E05001390,befriender,1\n")
        .With("groups.csv", "id,name,ward,places\nG1,Lunch,E05001390,2\n")
        .With("residents.csv", "id,ward\nR1,E05001390\nR2,E05001390\nR3,E05001391\n");

    public TestDelivery With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public TestDelivery With(string file, byte[] bytes)
    {
        files[file] = bytes;
        return this;
    }

    public Delivery Read(KnownArea? known = null)
    {
        Refusals.Clear();
        Findings = new Findings(Refusals.Add);
        return DeliveryReader.Read(name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null,
            known ?? KnownArea.Empty, Today, Findings);
    }

    /// <summary>Reads and merges into what <paramref name="store"/> holds, as an import does.</summary>
    public TestStore Into(TestStore store, params ResidentId[] erased)
    {
        var known = new KnownArea
        {
            Wards = store.Wards.Values,
            Organisations = store.Organisations.Values,
            Interests = store.Interests.Values,
            Areas = store.Areas.Values,
            HasResident = store.Residents.ContainsKey,
            Volunteers = store.Volunteers,
            Groups = store.Groups,
        };
        var delivery = Read(known);
        ErasedPeople.Refuse(delivery, erased.ToHashSet(), Findings);
        var merge = new DeliveryMerge(delivery, known, Today, Findings);
        var residents = delivery.Residents.Values.Select(said => merge.Resident(said, store.Residents.GetValueOrDefault(said.Id)))
            .ToArray();
        var next = store.Copy();
        Put(delivery.Organisations, next.Organisations, OrganisationFile.Merge, delivery.Columns("organisations.csv"));
        Put(delivery.Interests, next.Interests, InterestFile.Merge, delivery.Columns("interests.csv"));
        Put(delivery.Areas, next.Areas, AreaFile.Merge, delivery.Columns("areas.csv"));
        Put(delivery.Indicators, next.Indicators, IndicatorFile.Merge, delivery.Columns("indicators.csv"));
        Put(delivery.Wards, next.Wards, WardFile.Merge, delivery.Columns("wards.csv"));

        foreach (var volunteer in merge.Volunteers())
        {
            next.Volunteers[volunteer.Id] = volunteer;
        }

        foreach (var group in merge.Groups())
        {
            next.Groups[group.Id] = group;
        }

        foreach (var resident in residents)
        {
            next.Residents[resident.Id] = merge.WithoutDropped(resident);
        }

        return next;
    }

    private static void Put<TKey, T>(Dictionary<TKey, T> delivered, Dictionary<TKey, T> store,
        Func<T?, T, IReadOnlySet<string>, T> merge, IReadOnlySet<string> columns)
        where TKey : notnull
        where T : class
    {
        foreach (var (key, row) in delivered)
        {
            store[key] = merge(store.GetValueOrDefault(key), row, columns);
        }
    }
}
