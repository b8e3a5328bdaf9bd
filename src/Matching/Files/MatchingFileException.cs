namespace Networks.Matching.Files;

/// <summary>A file of a round that cannot be read: which, where, and why.</summary>
/// <param name="file">Its name.</param>
/// <param name="line">Line of the fault, from 1.</param>
/// <param name="reason">What is wrong there.</param>
public sealed class MatchingFileException(string file, int line, string reason) : Exception($"{file}, line {line}: {reason}")
{
    /// <summary>The file's name.</summary>
    public string File => file;

    /// <summary>Line of the fault, from 1.</summary>
    public int Line => line;
}
