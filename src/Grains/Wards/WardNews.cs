using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Orleans;

namespace Networks.Grains.Wards;

/// <summary>
/// What the wards of one entity have yet to hear. A ward that cannot be told never fails the command that is durable already: it is told
/// again with the entity's next change, and its own sweep reads the row within one period.
/// </summary>
internal sealed class WardNews(IGrainFactory grains, ILogger logger)
{
    private static readonly Meter Meter = new("Networks.Grains");

    private static readonly Counter<long> Failed =
        Meter.CreateCounter<long>("networks.ward_tells_failed", "tells", "Wards that could not be told of a durable change at once.");

    // One news per ward is enough: a newer version says all that an older one said.
    private readonly Dictionary<WardCode, WardChange> _untold = [];

    /// <summary>True while some ward has not heard.</summary>
    public bool IsPending => _untold.Count > 0;

    /// <summary>Tells the ward a row is in, and the one it has left, if any.</summary>
    public Task Tell<TState>(TState? before, TState now, int version)
        where TState : class, IEntityState<TState>
    {
        if (before is not null && before.Ward != now.Ward)
        {
            _untold[before.Ward] = before.Gone(version);
        }

        // An erased resident is in no ward any more.
        if (now.Ward != WardCode.None)
        {
            _untold[now.Ward] = now.Changed(version);
        }

        return TellAgain();
    }

    /// <summary>Tells whoever has not heard.</summary>
    public async Task TellAgain()
    {
        foreach (var (ward, change) in _untold.ToArray())
        {
            try
            {
                await grains.Ward(ward).Tell(change);
                _untold.Remove(ward);
            }
            catch (Exception fault)
            {
                Failed.Add(1);
                logger.LogWarning(fault, "Ward {Ward} could not be told of a change; its sweep will read the row.", ward);
            }
        }
    }
}
