using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>Once a quantum, deactivates what has been idle for its collection age, so that memory follows use.</summary>
internal sealed class ActivationCollector(Catalog catalog)
{
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    public void Start()
    {
        RefuseBadOptions();
        var timer = new PeriodicTimer(
            catalog.Collection.CollectionQuantum, Catalog.Clock(catalog.Services, TimeProviderNames.ActivationManagement));
        _loop = Task.Run(() => LoopAsync(timer));
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _loop;
    }

    /// <summary>Deactivates what has been idle for at least that long and waits until it is gone.</summary>
    public async Task<int> CollectAsync(Func<Activation, TimeSpan> ageLimit)
    {
        var leaving = new List<Task>();
        foreach (var activation in catalog.Activations())
        {
            if (activation.DeactivateIfIdle(ageLimit(activation)))
            {
                leaving.Add(activation.Deactivated);
            }
        }

        await Task.WhenAll(leaving);
        return leaving.Count;
    }

    private async Task LoopAsync(PeriodicTimer timer)
    {
        using var _ = timer;
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var collected = await CollectAsync(activation => catalog.AgeOf(activation.Class));
                if (collected > 0)
                {
                    catalog.Logger.LogDebug("Collected {Count} idle grains.", collected);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    private void RefuseBadOptions()
    {
        var options = catalog.Collection;
        if (options.CollectionQuantum <= TimeSpan.Zero)
        {
            throw new OrleansConfigurationException($"CollectionQuantum is {options.CollectionQuantum}; it must be greater than 0.");
        }

        if (options.CollectionAge <= options.CollectionQuantum)
        {
            throw new OrleansConfigurationException(
                $"CollectionAge is {options.CollectionAge}; "
                + $"it must be greater than CollectionQuantum, which is {options.CollectionQuantum}.");
        }

        foreach (var (name, age) in options.ClassSpecificCollectionAge)
        {
            if (age <= options.CollectionQuantum)
            {
                throw new OrleansConfigurationException(
                    $"The collection age of {name} is {age}; "
                    + $"it must be greater than CollectionQuantum, which is {options.CollectionQuantum}.");
            }
        }
    }
}
