namespace GreenDonut;

public class DataLoaderOptions
{
    /// <summary>Keys in one batch at most; 0 means no bound.</summary>
    public int MaxBatchSize { get; set; } = 1024;

    public DataLoaderOptions Copy() => new() { MaxBatchSize = MaxBatchSize };
}
