using Networks.Orleans.Tests.Cluster;
using Orleans;
using Orleans.Runtime;

namespace Networks.Orleans.Tests.Storage;

[GenerateSerializer, Alias("test.record")]
public sealed class Record
{
    [Id(0)]
    public string Text { get; set; } = "fresh";

    [Id(1)]
    public int Number { get; set; }
}

[Alias("test.records")]
public interface IRecordGrain : IGrainWithStringKey
{
    [Alias("Read")]
    Task<RecordView> Read();

    [Alias("Write")]
    Task<RecordView> Write(string text);

    [Alias("Clear")]
    Task<RecordView> Clear();

    [Alias("Leave")]
    Task Leave();

    [Alias("WriteOffTurn")]
    Task<string> ReadOffTurn();

    [Alias("WriteThrough")]
    Task WriteThrough(string other, string text);
}

[GenerateSerializer, Immutable, Alias("test.recordView")]
public sealed record RecordView(
    [property: Id(0)] string Text,
    [property: Id(1)] bool Exists,
    [property: Id(2)] string? Etag,
    [property: Id(3)] string TextAtActivation,
    [property: Id(4)] Guid Instance);

/// <summary>A grain whose record lies in the storage named as the test wants.</summary>
public abstract class RecordGrainBody(IPersistentState<Record> record) : Grain, IRecordGrain
{
    private readonly Guid _instance = Guid.NewGuid();
    private string _textAtActivation = "";

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _textAtActivation = record.State.Text;
        return Task.CompletedTask;
    }

    public Task<RecordView> Read() => Task.FromResult(
        new RecordView(record.State?.Text!, record.RecordExists, record.Etag, _textAtActivation, _instance));

    public async Task<RecordView> Write(string text)
    {
        record.State.Text = text;
        await record.WriteStateAsync();
        return await Read();
    }

    public async Task<RecordView> Clear()
    {
        await record.ClearStateAsync();
        return await Read();
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task<string> ReadOffTurn()
    {
        try
        {
            return await Task.Run(() => record.State.Text);
        }
        catch (InvalidOperationException refusal)
        {
            return refusal.Message;
        }
    }

    public Task WriteThrough(string other, string text) => GrainFactory.GetGrain<IRecordGrain>(other, GetType().FullName).Write(text);
}

internal sealed class MemoryRecordGrain([PersistentState("memoryRecord", OneSilo.Storage)] IPersistentState<Record> record)
    : RecordGrainBody(record);

internal sealed class FaultyRecordGrain([PersistentState("faultyRecord", FaultyStorage.Name)] IPersistentState<Record> record)
    : RecordGrainBody(record);

internal sealed class PostgresRecordGrain([PersistentState("postgresRecord", "postgres")] IPersistentState<Record> record)
    : RecordGrainBody(record);
