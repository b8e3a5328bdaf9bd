namespace Networks.Silo.Storage.Journals;

/// <summary>Where something stands in a journal.</summary>
/// <param name="File">Which of its two files.</param>
/// <param name="Offset">Byte in the file.</param>
internal readonly record struct JournalPlace(int File, long Offset);
