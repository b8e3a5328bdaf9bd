using Networks.Import.Refusals;

namespace Networks.Import.Deliveries;

/// <summary>What reading a delivery found: refusals as they come, notes, and how many rows of each file were taken.</summary>
/// <param name="onRefusal">Called for each refusal at once, so that refusals need no memory.</param>
public sealed class Findings(Action<RowRefusal> onRefusal)
{
    /// <summary>Notes of one delivery; more than this many say nothing more to anybody.</summary>
    public const int NotesMax = 200;

    private readonly Dictionary<(string File, string Column, string Text), int> counted = [];
    private readonly List<Note> notes = [];
    private readonly Dictionary<string, FileCount> counts = [];
    private readonly HashSet<string> refusedFiles = [];

    /// <summary>Refusals so far; one row can have several.</summary>
    public int Refusals { get; private set; }

    /// <summary>True if the example rows of the templates are taken in; false leaves them out.</summary>
    public bool TakesExamples { get; set; } = true;

    /// <summary>Rows accepted and refused, by file in the order of reading.</summary>
    public IEnumerable<FileCount> Files => counts.Values;

    /// <summary>Rows refused in all files, each row once.</summary>
    public int RefusedRows => counts.Values.Sum(count => count.Refused);

    /// <summary>Notes in the order found, counted ones last.</summary>
    public IEnumerable<Note> Notes => notes.Concat(counted.Select(pair =>
        new Note(pair.Key.File, pair.Key.Column, pair.Key.Text.Replace(
            "{n}", pair.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)))));

    /// <summary>Takes a refusal.</summary>
    public void Refuse(RowRefusal refusal)
    {
        Refusals++;
        onRefusal(refusal);
    }

    /// <summary>Takes a refusal of a whole file.</summary>
    public void RefuseFile(RowRefusal refusal)
    {
        refusedFiles.Add(refusal.File);
        Refuse(refusal);
    }

    /// <summary>True if the file was refused whole.</summary>
    public bool IsRefused(string file) => refusedFiles.Contains(file);

    /// <summary>Takes a note.</summary>
    public void Note(string file, string column, string text)
    {
        if (notes.Count < NotesMax)
        {
            notes.Add(new Note(file, column, text));
        }
    }

    /// <summary>Takes a note that many rows share; {n} in the text becomes their number.</summary>
    public void Tally(string file, string column, string text)
    {
        if (counted.Count < NotesMax || counted.ContainsKey((file, column, text)))
        {
            counted[(file, column, text)] = counted.GetValueOrDefault((file, column, text)) + 1;
        }
    }

    /// <summary>Counts a row of a file.</summary>
    public void Count(string file, bool refused)
    {
        var count = counts.GetValueOrDefault(file, new FileCount(file, 0, 0));
        counts[file] = refused ? count with { Refused = count.Refused + 1 } : count with { Accepted = count.Accepted + 1 };
    }

    /// <summary>Turns a row counted as accepted into a refused one, when it fails against other files.</summary>
    public void Recount(string file)
    {
        var count = counts[file];
        counts[file] = count with { Accepted = count.Accepted - 1, Refused = count.Refused + 1 };
    }
}
