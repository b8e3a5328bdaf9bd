using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.Grains.Groups;
using Networks.Grains.Residents;
using Networks.Grains.Volunteers;
using Networks.Grains.Wards;
using Networks.GraphQLApi.Stores;
using Networks.Import.Deliveries;
using Networks.Import.Groups;
using Networks.Import.Refusals;
using Networks.Import.Residents;
using Networks.Import.Volunteers;

namespace Networks.GraphQLApi.Imports;

/// <summary>Writes what an import adds or changes: records that were there through their grains, new ones in bulk, cards last.</summary>
internal sealed class ImportWriting(
    StoreContext store, IWorkOutput output, Findings findings, ImportReport report, Delivery delivery, bool dryRun)
{
    private const int InsertsAtATime = 2_000;
    private const int GrainsAtATime = 64;
    private const int WardsAtATime = 16;

    private readonly ConcurrentQueue<RowRefusal> refused = [];
    private int faults;
    private long written;
    private long total;

    public async Task Write(
        List<ImportedRecord<Volunteer>> volunteers, List<ImportedRecord<Group>> groups, List<ImportedRecord<Resident>> residents,
        CancellationToken cancellationToken)
    {
        total = volunteers.Count + groups.Count + residents.Count + delivery.ContactCards.Count;
        if (!dryRun && total > 0)
        {
            await Adopt(volunteers, Adopt, cancellationToken);
            await Adopt(groups, Adopt, cancellationToken);
            await InsertAll(volunteers, groups, residents, cancellationToken);
            await Adopt(residents, Adopt, cancellationToken);
        }

        if (dryRun)
        {
            Rehearse(volunteers, groups, residents);
        }

        await KeepCards(cancellationToken);
        if (!dryRun)
        {
            await RefreshWards(cancellationToken);
        }

        foreach (var refusal in refused.OrderBy(refusal => refusal.File, StringComparer.Ordinal).ThenBy(refusal => refusal.Line))
        {
            findings.Refuse(refusal);
        }

        report.Faults += faults;
    }

    // Wards asked before this have not heard of rows that no grain wrote. A few at a time, so that no call lasts long.
    private async Task RefreshWards(CancellationToken cancellationToken)
    {
        var wards = (await store.Grains.WardRegister().Read()).Wards;
        var done = 0;
        foreach (var some in wards.Chunk(WardsAtATime))
        {
            output.Progress("Refreshing wards", done, wards.Length);
            await store.Grains.Area().Refresh([.. some.Select(ward => ward.Code)], cancellationToken);
            done += some.Length;
        }
    }

    /// <summary>
    /// Residents without a place, many at a time; then everybody who gives or takes places in one transaction, for an import that is killed
    /// may not leave a place taken by somebody who is not there.
    /// </summary>
    private async Task InsertAll(
        List<ImportedRecord<Volunteer>> volunteers, List<ImportedRecord<Group>> groups, List<ImportedRecord<Resident>> residents,
        CancellationToken cancellationToken)
    {
        IEnumerable<NewEntity> People(bool withPlace) => New(
            residents.Where(record => HasPlace(record.Merged) == withPlace), EntityKind.Resident, r => r.Id.Value, ResidentState.Of);
        foreach (var some in People(withPlace: false).Chunk(InsertsAtATime))
        {
            await Insert(some, cancellationToken);
        }

        var ends = New(volunteers, EntityKind.Volunteer, v => v.Id.Value, VolunteerState.Of)
            .Concat(New(groups, EntityKind.Group, g => g.Id.Value, GroupState.Of));
        await Insert([.. ends, .. People(withPlace: true)], cancellationToken);
    }

    private static IEnumerable<NewEntity> New<T>(
        IEnumerable<ImportedRecord<T>> records, EntityKind kind, Func<T, string> id, Func<T, object> state)
        where T : class =>
        records.Where(record => record.IsNew).Select(record => new NewEntity(kind, id(record.Merged), state(record.Merged)));

    private static bool HasPlace(Resident resident) => !(resident.Memberships.IsEmpty && resident.Matches.IsEmpty);

    private async Task Insert(NewEntity[] entities, CancellationToken cancellationToken)
    {
        var clashes = await store.Rows.InsertNew(entities, cancellationToken);
        if (!clashes.IsEmpty)
        {
            var others = entities.Where(entity => !clashes.Contains(entity.Id)).ToArray();
            await store.Rows.InsertNew(others, cancellationToken);
            var kind = entities.First(entity => clashes.Contains(entity.Id)).Kind;
            Met(clashes.Length, kind.ToString().ToLowerInvariant(), clashes[0], "was registered meanwhile");
        }

        Progress(entities.Length);
    }

    private Task Adopt<T>(List<ImportedRecord<T>> records, Func<ImportedRecord<T>, CancellationToken, Task> adopt,
        CancellationToken cancellationToken)
        where T : class => Parallel.ForEachAsync(
            records.Where(record => !record.IsNew),
            new ParallelOptions { MaxDegreeOfParallelism = GrainsAtATime, CancellationToken = cancellationToken },
            async (record, token) =>
            {
                await adopt(record, token);
                Progress(1);
            });

    private async Task Adopt(ImportedRecord<Resident> record, CancellationToken cancellationToken)
    {
        var grain = store.Grains.Resident(record.Merged.Id);
        if (await grain.Read(cancellationToken) is not { } reading || !ImportedRecord<Resident>.AreSame(reading.Resident, record.Before!))
        {
            Met(1, "resident", record.Merged.Id.Value, "was changed meanwhile");
            return;
        }

        var answer = await grain.Do(new AdoptResident
        {
            CommandId = Command(record.Merged, reading.Version), ExpectedVersion = reading.Version, Merged = record.Merged,
        }, cancellationToken);
        Take((answer as CommandRefused)?.Refusal, record.Merged);
    }

    private async Task Adopt(ImportedRecord<Volunteer> record, CancellationToken cancellationToken)
    {
        var grain = store.Grains.Volunteer(record.Merged.Id);
        if (await grain.Read(cancellationToken) is not { } reading || !ImportedRecord<Volunteer>.AreSame(reading.Volunteer, record.Before!))
        {
            Met(1, "volunteer", record.Merged.Id.Value, "was changed meanwhile");
            return;
        }

        var answer = await grain.Do(new AdoptVolunteer
        {
            CommandId = Command(record.Merged, reading.Version), ExpectedVersion = reading.Version, Merged = record.Merged,
        }, cancellationToken);
        Take((answer as CommandRefused)?.Refusal, record.Merged);
    }

    private async Task Adopt(ImportedRecord<Group> record, CancellationToken cancellationToken)
    {
        var grain = store.Grains.Group(record.Merged.Id);
        if (await grain.Read(cancellationToken) is not { } reading || !ImportedRecord<Group>.AreSame(reading.Group, record.Before!))
        {
            Met(1, "group", record.Merged.Id.Value, "was changed meanwhile");
            return;
        }

        var answer = await grain.Do(new AdoptGroup
        {
            CommandId = Command(record.Merged, reading.Version), ExpectedVersion = reading.Version, Merged = record.Merged,
        }, cancellationToken);
        Take((answer as CommandRefused)?.Refusal, record.Merged);
    }

    // What grains would refuse a dry run has to tell as well; they ask the same rulebook.
    private void Rehearse(
        List<ImportedRecord<Volunteer>> volunteers, List<ImportedRecord<Group>> groups, List<ImportedRecord<Resident>> residents)
    {
        var at = new Moment(store.Time.GetUtcNow(), store.Today);
        foreach (var (before, merged) in volunteers.Where(record => !record.IsNew))
        {
            var command = new AdoptVolunteer { CommandId = CommandId.Of("dry-run"), Merged = merged };
            Take(VolunteerRules.Decide(merged.Id, before, command, at).Refusal, merged);
        }

        foreach (var (before, merged) in groups.Where(record => !record.IsNew))
        {
            var command = new AdoptGroup { CommandId = CommandId.Of("dry-run"), Merged = merged };
            Take(GroupRules.Decide(merged.Id, before, command, at).Refusal, merged);
        }

        foreach (var (before, merged) in residents.Where(record => !record.IsNew))
        {
            var command = new AdoptResident { CommandId = CommandId.Of("dry-run"), Merged = merged };
            Take(ResidentRules.Decide(merged.Id, before, command, at).Refusal, merged);
        }
    }

    private void Take(Refusal? refusal, Resident merged) =>
        Take(refusal, ResidentFile.Layout.File, delivery.Residents[merged.Id].Line, "", "resident", merged.Id.Value);

    private void Take(Refusal? refusal, Volunteer merged) => Take(refusal, VolunteerFile.Layout.File,
        delivery.Volunteers.GetValueOrDefault(merged.Id)?.Line ?? 0, "capacity", "volunteer", merged.Id.Value);

    private void Take(Refusal? refusal, Group merged) => Take(refusal, GroupFile.Layout.File,
        delivery.Groups.GetValueOrDefault(merged.Id)?.Line ?? 0, "places", "group", merged.Id.Value);

    private async Task KeepCards(CancellationToken cancellationToken)
    {
        int added = 0, changed = 0, same = 0;
        var columns = delivery.Columns(ContactCardFile.Layout.File);
        await Parallel.ForEachAsync(
            delivery.ContactCards,
            new ParallelOptions { MaxDegreeOfParallelism = GrainsAtATime, CancellationToken = cancellationToken },
            async (pair, token) =>
            {
                var grain = store.Grains.ContactCard(pair.Key);
                var stored = await grain.Read(token);
                var card = ContactCardFile.Merge(stored, pair.Value.Value, columns);
                if (card == stored)
                {
                    Interlocked.Increment(ref same);
                }
                else
                {
                    Interlocked.Increment(ref stored is null ? ref added : ref changed);
                    await (dryRun ? Task.CompletedTask : grain.Keep(card, token));
                }

                Progress(1);
            });
        report.New += added;
        report.Changed += changed;
        report.Unchanged += same;
    }

    // The version is part of the id: the same record imported again after somebody changed it in between is another command.
    private static CommandId Command<T>(T merged, int version)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(merged, StateJson.Options)));
        return CommandId.Of($"import-{version}-{digest[..32]}");
    }

    private void Take(Refusal? refusal, string file, int line, string column, string noun, string id)
    {
        if (refusal is null)
        {
            return;
        }

        if (refusal is VersionConflict || line == 0)
        {
            Met(1, noun, id, refusal is VersionConflict ? "was changed meanwhile" : $"was not changed: {refusal.Sentence}");
            return;
        }

        refused.Enqueue(refusal is NoFreePlace
            ? new RowRefusal(file, line, column, RefusalCode.BelowTaken, refusal.Sentence, "Places held for proposals count as well.")
            : new RowRefusal(file, line, "", "NOT_TAKEN", refusal.Sentence, ""));
    }

    private void Met(int count, string noun, string id, string what)
    {
        if (Interlocked.Add(ref faults, count) == count)
        {
            output.Error($"Import again: {noun} {id} {what}{(count > 1 ? $", and {count - 1} more" : "")}.");
        }
    }

    private void Progress(int more) => output.Progress("Storing", Interlocked.Add(ref written, more), total);
}
