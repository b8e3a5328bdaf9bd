using Networks.Domain.Measures;
using Networks.GraphQLApi.Stores;
using Networks.Import.Deliveries;
using Networks.Import.Refusals;
using Networks.Import.Templates;

namespace Networks.GraphQLApi.Imports;

/// <summary>The files of one delivery, wherever they are, and how far reading them has come.</summary>
internal sealed class DeliveryFolder
{
    // Files of the contract that a later release reads.
    private static readonly string[] LaterFiles =
        ["indicators.csv", "assessments.csv", "life-events.csv", "attendance.csv", "organisations.csv", "areas.csv", "interests.csv"];

    private readonly Func<string, Stream?> open;
    private readonly List<Stream> opened = [];
    private long doneBytes;

    private DeliveryFolder(Func<string, Stream?> open, long totalBytes, IReadOnlyList<Note> notes) =>
        (this.open, TotalBytes, Notes) = (open, totalBytes, notes);

    /// <summary>Bytes of all files that are read.</summary>
    public long TotalBytes { get; }

    /// <summary>Files in the folder that are not read.</summary>
    public IReadOnlyList<Note> Notes { get; }

    /// <summary>Bytes read so far.</summary>
    public long DoneBytes
    {
        get
        {
            lock (opened)
            {
                return doneBytes + opened.Sum(stream => stream.CanRead ? stream.Position : 0);
            }
        }
    }

    /// <summary>A folder of files.</summary>
    public static DeliveryFolder Open(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new BadInputException(File.Exists(directory)
                ? $"{directory} is a file; name the folder it is in."
                : $"There is no folder {directory}.");
        }

        var known = DeliveryReader.Layouts.Select(layout => layout.File).ToArray();
        string[] names = [.. Directory.EnumerateFiles(directory).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        if (!names.Any(known.Contains))
        {
            throw new BadInputException($"{directory} holds no file that can be imported; expected are {string.Join(", ", known)}.");
        }

        return new DeliveryFolder(
            name => names.Contains(name) ? File.OpenRead(Path.Combine(directory, name)) : null,
            names.Where(known.Contains).Sum(name => new FileInfo(Path.Combine(directory, name)).Length),
            [.. names.Where(name => name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !known.Contains(name)
                && name is not (ImportWork.RefusedFileName or Template.AllowedValuesFile)).Select(name => Unread(name, known))]);
    }

    /// <summary>Files held in memory.</summary>
    public static DeliveryFolder Of(IReadOnlyDictionary<string, byte[]> files) => new(
        name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes, writable: false) : null,
        files.Values.Sum(bytes => (long)bytes.Length), []);

    /// <summary>Opens a file of the delivery; null if it has none of that name.</summary>
    public Stream? OpenFile(string name)
    {
        var stream = open(name);
        if (stream is not null)
        {
            lock (opened)
            {
                // A file that was read counts whole from now on, though its stream is closed.
                doneBytes += opened.Sum(earlier => earlier.CanRead ? earlier.Position : 0);
                opened.Clear();
                opened.Add(stream);
            }
        }

        return stream;
    }

    private static Note Unread(string name, string[] known) => new(name, "", LaterFiles.Contains(name)
        ? "Not read yet, and ignored."
        : $"Not a file of a delivery, and ignored. The nearest known file is {known.MinBy(file => EditDistance.Between(name, file))}.");
}
