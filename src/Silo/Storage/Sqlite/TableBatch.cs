using System.Collections.Immutable;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// A batch that the journal holds and the tables do not yet. Its rows wait in <see cref="PendingRows"/>, its notes in
/// <see cref="PendingNotes"/>.
/// </summary>
/// <param name="Number">Its number in the journal.</param>
/// <param name="Changes">How many changes are in it.</param>
/// <param name="Notes">How many of them are notes.</param>
/// <param name="Answers">The answers among them.</param>
/// <param name="At">When it was made, in milliseconds of the process' clock.</param>
internal readonly record struct TableBatch(long Number, int Changes, int Notes, ImmutableArray<AnswerJob> Answers, long At);
