using GreenDonut;
using Networks.Grains;
using Networks.GraphQLApi.Residents;
using Orleans;

namespace Networks.GraphQLApi.Spreads;

/// <summary>How many others are within two ties of residents: one question to the area for all who ask for the same day.</summary>
public sealed class ReachOfResident(IGrainFactory grains, IBatchScheduler batches, DataLoaderOptions options)
    : BatchDataLoader<ConnectionsKey, int?>(batches, options)
{
    protected override async Task<IReadOnlyDictionary<ConnectionsKey, int?>> LoadBatchAsync(
        IReadOnlyList<ConnectionsKey> keys,
        CancellationToken cancellationToken)
    {
        var questions = keys.GroupBy(key => key.On).Select(async day =>
        {
            var answer = await grains.Area().WithinTwoTies([.. day.Select(key => key.Resident)], day.Key);
            return answer.Select(of => KeyValuePair.Create(new ConnectionsKey(of.Key, day.Key), (int?)of.Value));
        });
        return (await Task.WhenAll(questions)).SelectMany(answers => answers).ToDictionary();
    }
}
