using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Areas;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Stores;
using Networks.GraphQLApi.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Residents;

namespace Networks.GraphQLApi.UnconnectedResidents;

/// <summary>How a list is written.</summary>
internal enum ListFormat
{
    Table,
    Csv,
    Json,
}

/// <summary>Lists people with too little social connection, with the evidence for each.</summary>
/// <param name="Wards">Codes or names; empty = the whole area.</param>
/// <param name="Rule">When a person is listed.</param>
/// <param name="AsOf">The day asked about; null = the day of knowledge.</param>
/// <param name="KnownAt">Only what was written down by the evening of this day; null = now.</param>
/// <param name="Limit">Rows at most; null = 50 in a table, all in a file.</param>
/// <param name="Format">How the list is written.</param>
internal sealed record UnconnectedWork(
    ImmutableArray<string> Wards, UnconnectedRule Rule, DateOnly? AsOf, DateOnly? KnownAt, int? Limit, ListFormat Format) : StoreWork
{
    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        var wards = Wards.IsEmpty ? null : (ImmutableArray<WardFacts>?)await WardWords.Find(store.Grains, Wards);
        var codes = wards?.Select(ward => ward.Code).ToImmutableArray();
        var query = new UnconnectedQuery
        {
            Rule = Rule,
            Wards = codes,
            AsOf = AsOf,
            Page = new Page { First = Limit ?? (Format == ListFormat.Table ? Page.RowsDefault : Page.RowsMax) },
        };
        var area = await Area(store);
        var answer = await Ask(area, query);
        var asked = await Ask(area, query with { Rule = Rule with { Basis = [EvidenceBasis.Asked] }, Page = new Page { First = 1 } });
        var totals = await area.Totals(new TotalsQuery { Wards = codes, AsOf = AsOf });
        var register = await store.Grains.WardRegister().Read();
        var list = new UnconnectedList(answer, Rule, wards ?? register.Wards, wards is null)
        {
            AskedCount = Rule.Basis is { } basis && !basis.Contains(EvidenceBasis.Asked) ? 0 : asked.TotalCount,
            OnRegister = totals.Wards.Sum(ward => ward.Residents),
            Limit = query.Page.First!.Value,
            KnownAt = KnownAt,
        };
        foreach (var line in Format switch
        {
            ListFormat.Csv => UnconnectedFile.Csv(list),
            ListFormat.Json => UnconnectedFile.Json(list),
            _ => UnconnectedTable.Write(list),
        })
        {
            output.Line(line);
        }

        if (!answer.Complete)
        {
            output.Error("Some ward has not yet told what it holds, so the numbers may still change; ask again in a minute.");
        }

        return ExitCode.Done;
    }

    private async Task<IAreaGrain> Area(StoreContext store)
    {
        if (KnownAt is not { } day || day == store.Today)
        {
            return store.Grains.Area();
        }

        if (KnownDay.Fault(day, store.Today) is { } fault)
        {
            throw new BadInputException($"--known-at: {fault}");
        }

        var area = store.Grains.Area(day);
        var (before, busy) = KnownDay.Fault(day, await area.Reach());
        return (before ?? busy) is { } reason ? throw new BadInputException($"--known-at: {reason}") : area;
    }

    private static async Task<UnconnectedAnswer> Ask(IAreaGrain area, UnconnectedQuery query)
    {
        var answer = await area.Unconnected(query);
        return answer.Fault is { } fault ? throw new BadInputException(fault) : answer;
    }
}
