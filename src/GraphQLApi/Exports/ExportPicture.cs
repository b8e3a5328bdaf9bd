using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Stores;
using Networks.GraphQLApi.Wards;

namespace Networks.GraphQLApi.Exports;

/// <summary>
/// The one picture that an export is written from, however long the writing takes: what changes meanwhile is in the next picture.
/// </summary>
/// <param name="Graph">The picture.</param>
/// <param name="Wards">The wards to write, by code.</param>
/// <param name="IsWholeArea">True if no ward was named.</param>
/// <param name="AsOf">The day it is about.</param>
/// <param name="Now">When it was taken.</param>
internal sealed record ExportPicture(
    AreaGraph Graph, ImmutableArray<WardFacts> Wards, bool IsWholeArea, DateOnly AsOf, DateTimeOffset Now)
{
    public static async Task<ExportPicture> TakeAsync(StoreContext store, ExportQuestion question)
    {
        // Asking anything of the whole area wakes every ward and shows it on this silo's board.
        var awake = await store.Grains.Area().Unconnected(new UnconnectedQuery { Page = new Page { First = 0 } });
        if (!awake.Complete)
        {
            throw new BadInputException("Some ward has not yet told what it holds; try again in a minute.");
        }

        var named = question.Wards.IsEmpty ? (await store.Grains.WardRegister().Read()).Wards
            : await WardWords.Find(store.Grains, question.Wards);
        return new ExportPicture(
            store.Board.Graph,
            [.. named.DistinctBy(ward => ward.Code).OrderBy(ward => ward.Code)],
            question.Wards.IsEmpty,
            question.AsOf ?? awake.AsOf,
            store.Time.GetUtcNow());
    }
}
