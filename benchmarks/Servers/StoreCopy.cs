namespace Networks.Benchmarks.Servers;

/// <summary>A copy of a store that a run may change; gone with the run.</summary>
internal sealed class StoreCopy : IDisposable
{
    private StoreCopy(string path) => Path = path;

    public string Path { get; }

    /// <summary>Megabytes in the journal and in the tables' log, as long as their files are.</summary>
    public double LogMegabytes =>
        ((string[])["-wal", "-changes-1", "-changes-2"]).Select(end => new FileInfo(System.IO.Path.Combine(Path, "networks.db" + end)))
        .Sum(static file => file.Exists ? file.Length / 1048576.0 : 0);

    /// <summary>Copies the store that was imported; <paramref name="name"/> tells the copies of different runs apart.</summary>
    public static StoreCopy Of(string? store, int residents, string name)
    {
        if (store is null || !Directory.Exists(store))
        {
            throw new InvalidOperationException("There is no store yet: the run 'import' makes it.");
        }

        var copy = new StoreCopy(System.IO.Path.Combine(Places.Work, $"store-{residents}-{name}"));
        copy.Dispose();
        Directory.CreateDirectory(copy.Path);
        foreach (var file in Directory.GetFiles(store))
        {
            File.Copy(file, System.IO.Path.Combine(copy.Path, System.IO.Path.GetFileName(file)));
        }

        return copy;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
