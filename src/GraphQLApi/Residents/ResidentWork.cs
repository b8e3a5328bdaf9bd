using Networks.Domain.Groups;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Grains;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.Residents;

/// <summary>Shows one resident's record on one screen, for the coordinator who is about to ring. Never the contact card.</summary>
/// <param name="Reference">The imported id.</param>
internal sealed record ResidentWork(string Reference) : StoreWork
{
    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        if (References.Fault(Reference) is { } fault)
        {
            throw new BadInputException(fault);
        }

        var id = ResidentId.Of(Reference);
        var reading = await store.Grains.Resident(id).Read(cancellationToken)
            ?? throw new BadInputException($"There is no resident '{Reference}'.");
        var resident = reading.Resident;
        var wards = await store.Grains.WardRegister().Find([resident.Facts.Ward.Value]);
        var answer = await store.Grains.Area().Connections([id], null);
        Dictionary<GroupId, GroupFacts> groups = [];
        foreach (var group in resident.Memberships.Select(m => m.Group).Concat(resident.Attendances.Select(a => a.Group)).Distinct())
        {
            if (await store.Grains.Group(group).Read(cancellationToken) is { } read)
            {
                groups.Add(group, read.Group.Facts);
            }
        }

        resident = resident with
        {
            Memberships = [.. resident.Memberships.Select(known => known.Within(groups.GetValueOrDefault(known.Group)?.ClosedOn))],
        };
        var screen = new ResidentScreen(resident, wards.Found.FirstOrDefault()?.Name ?? "ward unknown",
            answer.Residents.GetValueOrDefault(id), groups, store.Time.GetUtcNow(), store.Today);
        foreach (var line in screen.Lines())
        {
            output.Line(line);
        }

        return ExitCode.Done;
    }
}
