namespace Networks.Import.Refusals;

/// <summary>Something a person should know although nothing was refused: an unread column, an unknown word kept, a cell dropped.</summary>
/// <param name="File">File name within the delivery.</param>
/// <param name="Column">Column spoken of; empty when it is the whole file.</param>
/// <param name="Text">One or two sentences.</param>
public sealed record Note(string File, string Column, string Text);
