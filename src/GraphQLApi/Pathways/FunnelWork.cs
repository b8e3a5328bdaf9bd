using System.Collections.Immutable;
using Networks.Domain.Pathways;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Pathways;
using Networks.GraphQLApi.Stores;
using Networks.GraphQLApi.UnconnectedResidents;
using Networks.GraphQLApi.Wards;

namespace Networks.GraphQLApi.Pathways;

/// <summary>How far the people referred in a period have come, or who stands still.</summary>
/// <param name="Wards">Codes or names; empty = the whole area.</param>
/// <param name="From">First day of referrals; null = a year before <paramref name="To"/>.</param>
/// <param name="To">First day that does not count any more; null = tomorrow.</param>
/// <param name="Stalled">Lists those who stand still, whenever they were referred, instead of counting.</param>
/// <param name="ForSharing">Withholds what tells of 1 to 4 people.</param>
/// <param name="Format">How it is written.</param>
internal sealed record FunnelWork(
    ImmutableArray<string> Wards, DateOnly? From, DateOnly? To, bool Stalled, bool ForSharing, ListFormat Format) : StoreWork
{
    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        var wards = Wards.IsEmpty ? null : (ImmutableArray<WardFacts>?)await WardWords.Find(store.Grains, Wards);
        var heading = WardWords.Heading(wards ?? (await store.Grains.WardRegister().Read()).Wards, wards is null);
        var codes = wards?.Select(ward => ward.Code).ToImmutableArray();
        var (lines, complete) = Stalled ? await Standing(store, codes, heading) : await Funnel(store, codes, heading);
        foreach (var line in lines)
        {
            output.Line(line);
        }

        if (!complete)
        {
            output.Error("Some ward has not yet told what it holds, so the numbers may still change; ask again in a minute.");
        }

        return ExitCode.Done;
    }

    private async Task<(IEnumerable<string> Lines, bool Complete)> Funnel(
        StoreContext store, ImmutableArray<WardCode>? wards, string heading)
    {
        var to = To ?? store.Today.AddDays(1);
        var query = new FunnelQuery { Wards = wards, From = From ?? to.AddYears(-1), To = to };
        if (Period.Fault(query.From, query.To) is { } fault)
        {
            throw new BadInputException("--" + fault);
        }

        var answer = await store.Grains.Pathway().Funnel(query);
        var funnel = ForSharing ? FunnelDisclosure.Safe(answer.Funnel) : answer.Funnel;
        return (Format switch
        {
            ListFormat.Csv => FunnelFile.Csv(funnel),
            ListFormat.Json => FunnelFile.Json(query, answer.AsOf, funnel),
            _ => FunnelTable.Write(heading, query, funnel),
        }, answer.Complete);
    }

    private async Task<(IEnumerable<string> Lines, bool Complete)> Standing(
        StoreContext store, ImmutableArray<WardCode>? wards, string heading)
    {
        if (ForSharing)
        {
            throw new BadInputException("--for-sharing: a list of people is never passed on; leave out --stalled for the numbers.");
        }

        var answer = await store.Grains.Pathway().Stalled(new StalledQuery { Wards = wards });
        return (Format switch
        {
            ListFormat.Csv => FunnelFile.Csv(answer),
            ListFormat.Json => FunnelFile.Json(answer),
            _ => FunnelTable.Write(heading, answer),
        }, answer.Complete);
    }
}
