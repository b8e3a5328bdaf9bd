using System.Text.Json;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Groups;
using Networks.Grains.Residents;
using Networks.Grains.Volunteers;
using Networks.Grains.WardRegisters;
using Networks.Grains.Wards;
using Networks.GraphQLApi.Stores;
using Networks.Import.Deliveries;

namespace Networks.GraphQLApi.Imports;

/// <summary>
/// Takes a delivery into the store. Records are compared with their rows: the same ones are left alone, new ones are inserted in bulk,
/// and only what changed goes through its grain. So a second import of the same files changes nothing, and one that was interrupted is
/// simply run again.
/// </summary>
internal sealed class AreaImport(StoreContext store, IWorkOutput output, Findings findings, bool dryRun)
{
    private const int RowsAtATime = 2_000;

    private readonly ImportReport report = new();

    public async Task<ImportReport> Run(DeliveryFolder folder, CancellationToken cancellationToken)
    {
        var known = await ReadKnown(cancellationToken);
        var delivery = await Read(folder, known, cancellationToken);
        if (known.Wards.Count + delivery.Wards.Count == 0)
        {
            throw new BadInputException("The store knows no wards and the delivery brings none: wards.csv must come with the "
                + "first import.");
        }

        ErasedPeople.Refuse(delivery, await FindErased(delivery, known, cancellationToken), findings);
        var merge = new DeliveryMerge(delivery, known, store.Today, findings);
        var residents = await MergeResidents(delivery, known, merge, cancellationToken);
        var volunteers = Differing(merge.Volunteers(), v => known.Volunteers.GetValueOrDefault(v.Id));
        var groups = Differing(merge.Groups(), g => known.Groups.GetValueOrDefault(g.Id));
        residents = merge.Dropped ? [.. WithoutDropped(residents, merge)] : residents;
        Count(residents, volunteers, groups);
        await new ImportedLists(store, report, delivery, known, dryRun).Write(cancellationToken);
        if (!dryRun)
        {
            await NameArea();
        }

        var writing = new ImportWriting(store, output, findings, report, delivery, dryRun);
        await writing.Write(volunteers, groups, residents, cancellationToken);
        return report;
    }

    // An area that nobody has named goes by the authority all its wards belong to.
    private async Task NameArea()
    {
        var register = await store.Grains.WardRegister().Read();
        if (register.Area == AreaFacts.Unnamed && register.Wards.Select(ward => ward.Authority).Distinct().ToArray() is [{ } authority])
        {
            await store.Grains.WardRegister().PutArea(register.Area with { Name = authority });
        }
    }

    private async Task<KnownArea> ReadKnown(CancellationToken cancellationToken)
    {
        var register = await store.Grains.WardRegister().Read();
        HashSet<ResidentId> residents = [];
        List<string> volunteers = [], groups = [];
        await foreach (var home in store.Rows.ReadHomes(cancellationToken))
        {
            switch (home.Kind)
            {
                case EntityKind.Resident when home.Ward == WardCode.None: break; // erased
                case EntityKind.Resident: residents.Add(ResidentId.Of(home.Id)); break;
                case EntityKind.Volunteer: volunteers.Add(home.Id); break;
                case EntityKind.Group: groups.Add(home.Id); break;
            }
        }

        return new KnownArea
        {
            Wards = register.Wards,
            Organisations = await store.Grains.OrganisationRegister().All(),
            Interests = await store.Grains.InterestRegister().All(),
            Areas = await store.Grains.AreaRegister().All(),
            HasResident = residents.Contains,
            Volunteers = await ReadMany(EntityKind.Volunteer, volunteers, (VolunteerState state) => state.Volunteer, v => v.Id,
                cancellationToken),
            Groups = await ReadMany(EntityKind.Group, groups, (GroupState state) => state.Group, g => g.Id, cancellationToken),
        };
    }

    private async Task<Dictionary<TId, T>> ReadMany<TState, T, TId>(
        EntityKind kind, IReadOnlyList<string> ids, Func<TState, T?> record, Func<T, TId> id, CancellationToken cancellationToken)
        where T : class
        where TId : notnull
    {
        Dictionary<TId, T> found = [];
        foreach (var some in ids.Chunk(RowsAtATime))
        {
            await foreach (var row in store.Rows.ReadMany(kind, some, cancellationToken))
            {
                if (record(JsonSerializer.Deserialize<TState>(row.Json.Span, StateJson.Options)!) is { } known)
                {
                    found.Add(id(known), known);
                }
            }
        }

        return found;
    }

    // Off this thread, so that progress can be told while files are read.
    private async Task<Delivery> Read(DeliveryFolder folder, KnownArea known, CancellationToken cancellationToken)
    {
        var reading = Task.Run(
            () => DeliveryReader.Read(folder.OpenFile, known, store.Today, findings, _ => cancellationToken.ThrowIfCancellationRequested()),
            cancellationToken);
        while (await Task.WhenAny(reading, Task.Delay(100, cancellationToken)) != reading)
        {
            output.Progress("Reading", folder.DoneBytes, folder.TotalBytes);
        }

        output.Progress("Reading", folder.TotalBytes, folder.TotalBytes);
        return await reading;
    }

    // Whoever was erased lives in no ward any more, but her row stays and holds nothing: an id like that is never used again.
    private async Task<HashSet<ResidentId>> FindErased(Delivery delivery, KnownArea known, CancellationToken cancellationToken)
    {
        HashSet<ResidentId> erased = [];
        foreach (var some in delivery.Residents.Keys.Where(id => !known.HasResident(id)).Chunk(RowsAtATime))
        {
            await foreach (var row in store.Rows.ReadMany(EntityKind.Resident, [.. some.Select(id => id.Value)], cancellationToken))
            {
                if (JsonSerializer.Deserialize<ResidentState>(row.Json.Span, StateJson.Options)!.Resident is null)
                {
                    erased.Add(ResidentId.Of(row.Id));
                }
            }
        }

        return erased;
    }

    private async Task<List<ImportedRecord<Resident>>> MergeResidents(
        Delivery delivery, KnownArea known, DeliveryMerge merge, CancellationToken cancellationToken)
    {
        List<ImportedRecord<Resident>> changed = new(delivery.Residents.Count);
        var done = 0;
        foreach (var some in delivery.Residents.Values.Chunk(RowsAtATime))
        {
            string[] ids = [.. some.Where(said => known.HasResident(said.Id)).Select(said => said.Id.Value)];
            var stored = await ReadMany(EntityKind.Resident, ids,
                (ResidentState state) => state.Resident, resident => resident.Id, cancellationToken);
            foreach (var said in some)
            {
                var before = stored.GetValueOrDefault(said.Id);
                Add(changed, before, merge.Resident(said, before));
                said.Release();
            }

            output.Progress("Comparing", done += some.Length, delivery.Residents.Count);
        }

        return changed;
    }

    private List<ImportedRecord<T>> Differing<T>(IEnumerable<T> merged, Func<T, T?> stored)
        where T : class
    {
        List<ImportedRecord<T>> changed = [];
        foreach (var record in merged)
        {
            Add(changed, stored(record), record);
        }

        return changed;
    }

    private void Add<T>(List<ImportedRecord<T>> changed, T? before, T merged)
        where T : class
    {
        if (before is not null && ImportedRecord<T>.AreSame(before, merged))
        {
            report.Unchanged++;
        }
        else
        {
            changed.Add(new ImportedRecord<T>(before, merged));
        }
    }

    private IEnumerable<ImportedRecord<Resident>> WithoutDropped(List<ImportedRecord<Resident>> residents, DeliveryMerge merge)
    {
        foreach (var (before, merged) in residents)
        {
            var kept = merge.WithoutDropped(merged);
            if (before is not null && ImportedRecord<Resident>.AreSame(before, kept))
            {
                report.Unchanged++;
            }
            else
            {
                yield return new ImportedRecord<Resident>(before, kept);
            }
        }
    }

    private void Count(List<ImportedRecord<Resident>> residents, List<ImportedRecord<Volunteer>> volunteers,
        List<ImportedRecord<Group>> groups)
    {
        var isNew = residents.Select(record => record.IsNew)
            .Concat(volunteers.Select(record => record.IsNew)).Concat(groups.Select(record => record.IsNew)).CountBy(known => known);
        foreach (var (added, count) in isNew)
        {
            report.New += added ? count : 0;
            report.Changed += added ? 0 : count;
        }
    }
}
