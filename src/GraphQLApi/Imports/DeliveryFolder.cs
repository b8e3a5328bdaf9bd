using Networks.Domain.Measures;
using Networks.GraphQLApi.Stores;
using Networks.Import.Deliveries;
using Networks.Import.Refusals;
using Networks.Import.Templates;

namespace Networks.GraphQLApi.Imports;

/// <summary>The files of one delivery, wherever they are, and how far reading them has come.</summary>
internal sealed class DeliveryFolder
{
    // What people send tables in; anything else in the folder is none of ours.
    private static readonly string[] TableEndings = [".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods"];

    // What our own commands write into such folders.
    private static readonly string[] NoTables = [ImportWork.RefusedFileName, Template.AllowedValuesFile, Template.ReadmeFile];

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
            var near = names.FirstOrDefault(IsTable) is { } table ? $" Is {table} meant to be {Nearest(table, known)}?" : "";
            throw new BadInputException(
                $"{directory} holds no file that can be imported; expected are {string.Join(", ", known)}.{near}");
        }

        return new DeliveryFolder(
            name => names.Contains(name) ? File.OpenRead(Path.Combine(directory, name)) : null,
            names.Where(known.Contains).Sum(name => new FileInfo(Path.Combine(directory, name)).Length),
            [
                .. names.Where(name => IsTable(name) && !known.Contains(name) && !NoTables.Contains(name))
                    .Select(name => Unread(name, known)),
            ]);
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

    private static Note Unread(string name, string[] known) => new(
        name, "", $"Not a file of a delivery, and ignored. The nearest known file is {Nearest(name, known)}.");

    private static bool IsTable(string name) => TableEndings.Contains(Path.GetExtension(name).ToLowerInvariant());

    // Names are compared as people vary them: letter case, the ending, a space or underscore for a hyphen.
    private static string Nearest(string name, string[] known)
    {
        var plain = Path.GetFileNameWithoutExtension(name).ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
        return known.MinBy(file => EditDistance.Between(plain, Path.GetFileNameWithoutExtension(file)))!;
    }
}
