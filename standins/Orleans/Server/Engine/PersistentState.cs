using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>A stored record of one activation, read before it activates.</summary>
internal abstract class PersistentState
{
    /// <summary>How a constructor parameter marked as stored record is filled.</summary>
    public static Func<Activation, object?> Source(ParameterInfo parameter, PersistentStateAttribute facet)
    {
        var type = parameter.ParameterType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IPersistentState<>))
        {
            throw new InvalidOperationException(
                $"Parameter {parameter.Name} of {parameter.Member.DeclaringType} carries [PersistentState] but is no IPersistentState<T>.");
        }

        var kind = typeof(PersistentState<>).MakeGenericType(type.GetGenericArguments());
        var constructor = ConstructorInvoker.Create(kind.GetConstructors()[0]);
        return activation =>
        {
            var record = (PersistentState)constructor.Invoke(activation, facet.StateName, StorageFor(activation, parameter, facet));
            activation.AddRecord(record);
            return record;
        };
    }

    public abstract Task ReadAsync(CancellationToken cancellation);

    private static IGrainStorage StorageFor(Activation activation, ParameterInfo parameter, PersistentStateAttribute facet)
    {
        var services = activation.SiloServices;
        var storage = string.IsNullOrEmpty(facet.StorageName)
            ? services.GetService<IGrainStorage>()
            : services.GetKeyedService<IGrainStorage>(facet.StorageName);
        return storage ?? throw new InvalidOperationException(
            $"No storage provider {(facet.StorageName is null ? "is the default" : $"named \"{facet.StorageName}\" is registered")}, "
            + $"which record \"{facet.StateName}\" of {parameter.Member.DeclaringType} needs.");
    }
}

internal sealed class PersistentState<TState>(Activation activation, string name, IGrainStorage storage)
    : PersistentState, IPersistentState<TState>
{
    private readonly GrainState<TState> _record = new(Fresh());
    private bool _read;

    public TState State
    {
        get
        {
            GrainRuntime.CheckContext(RuntimeContext.Current);
            return _record.State!;
        }

        set
        {
            GrainRuntime.CheckContext(RuntimeContext.Current);
            _record.State = value;
        }
    }

    public string? Etag => _record.ETag;

    public bool RecordExists => _read ? _record.RecordExists : throw new InvalidOperationException("State has not yet been loaded");

    public Task ReadStateAsync() => ReadAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public override async Task ReadAsync(CancellationToken cancellation)
    {
        await Guarded(() => storage.ReadStateAsync(name, activation.GrainId, _record, cancellation), nameof(ReadStateAsync), cancellation);
        _read = true;
    }

    public Task WriteStateAsync(CancellationToken cancellationToken) => Guarded(
        () => storage.WriteStateAsync(name, activation.GrainId, _record, cancellationToken), nameof(WriteStateAsync), cancellationToken);

    public Task ClearStateAsync(CancellationToken cancellationToken) => Guarded(
        () => storage.ClearStateAsync(name, activation.GrainId, _record, cancellationToken), nameof(ClearStateAsync), cancellationToken);

    /// <summary>What is no Orleans exception leaves here as one, with the original inside, as genuine storage calls do.</summary>
    private async Task Guarded(Func<Task> operation, string what, CancellationToken cancellation)
    {
        GrainRuntime.CheckContext(RuntimeContext.Current);
        try
        {
            await operation();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure) when (failure is not OrleansException)
        {
            throw new OrleansException(
                $"Error from storage provider {storage.GetType().Name}.{name} during {what} for grain {activation.GrainId}: "
                + $"{failure.GetType().Name}: {failure.Message}", failure);
        }
    }

    private static TState Fresh()
    {
        if (typeof(TState).IsValueType || typeof(TState).IsArray || typeof(TState) == typeof(string))
        {
            return default!;
        }

        // A type without a public parameterless constructor starts with every member at its default.
        var constructor = typeof(TState).GetConstructor([]);
        return (TState)(constructor?.Invoke(null) ?? RuntimeHelpers.GetUninitializedObject(typeof(TState)));
    }
}
