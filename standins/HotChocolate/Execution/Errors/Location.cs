namespace HotChocolate;

/// <summary>A place in a document: line and column, both counted from 1.</summary>
public readonly struct Location
{
    public Location(int line, int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(line, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        Line = line;
        Column = column;
    }

    public int Line { get; }

    public int Column { get; }
}
