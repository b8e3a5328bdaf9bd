using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Graph.Matches;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Stores;
using Networks.GraphQLApi.UnconnectedResidents;
using Networks.GraphQLApi.Wards;

namespace Networks.GraphQLApi.WaitingLists;

/// <summary>Lists the people waiting, the most urgent need and then the longest wait first, and apart from them those paused.</summary>
/// <param name="Wards">Codes or names; empty = the whole area.</param>
/// <param name="Seeking">Keeps people who wait for one of these; empty = all.</param>
/// <param name="Limit">Rows at most; null = 50 in a table, all in a file.</param>
/// <param name="Format">How the list is written.</param>
internal sealed record WaitingWork(
    ImmutableArray<string> Wards, ImmutableArray<OfferKind> Seeking, int? Limit, ListFormat Format) : StoreWork
{
    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        var wards = Wards.IsEmpty ? null : (ImmutableArray<WardFacts>?)await WardWords.Find(store.Grains, Wards);
        var query = new WaitingQuery
        {
            Wards = wards?.Select(ward => ward.Code).ToImmutableArray(),
            Seeking = Seeking.IsEmpty ? null : Seeking,
            Page = new Page { First = Limit ?? (Format == ListFormat.Table ? Page.RowsDefault : Page.RowsMax) },
        };
        var waiting = await Ask(store, query);
        var paused = await Ask(store, query with { Paused = true });
        var register = await store.Grains.WardRegister().Read();
        var list = new WaitingList(waiting, paused, Seeking, wards ?? register.Wards, wards is null)
        {
            PausedUntil = await PausedUntil(store, paused, cancellationToken),
            Limit = query.Page.First!.Value,
        };
        foreach (var line in Format switch
        {
            ListFormat.Csv => WaitingFile.Csv(list),
            ListFormat.Json => WaitingFile.Json(list),
            _ => WaitingTable.Write(list),
        })
        {
            output.Line(line);
        }

        if (!waiting.Complete)
        {
            output.Error("Some ward has not yet told what it holds, so the numbers may still change; ask again in a minute.");
        }

        return ExitCode.Done;
    }

    private static async Task<WaitingAnswer> Ask(StoreContext store, WaitingQuery query)
    {
        var answer = await store.Grains.Area().Waiting(query);
        return answer.Fault is { } fault ? throw new BadInputException(fault) : answer;
    }

    private static async Task<Dictionary<ResidentId, DateOnly>> PausedUntil(
        StoreContext store, WaitingAnswer paused, CancellationToken cancellationToken)
    {
        Dictionary<ResidentId, DateOnly> days = [];
        foreach (var person in paused.People)
        {
            if (await store.Grains.Resident(person.Resident).Read(cancellationToken) is { Resident.Facts.PausedUntil: { } until })
            {
                days.Add(person.Resident, until);
            }
        }

        return days;
    }
}
