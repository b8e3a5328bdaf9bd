namespace Networks.Silo.Storage.Journals;

/// <summary>A batch that a journal holds.</summary>
/// <param name="Number">Its number; they rise by one.</param>
/// <param name="Content">What was written.</param>
internal readonly record struct JournalBatch(long Number, ReadOnlyMemory<byte> Content);
