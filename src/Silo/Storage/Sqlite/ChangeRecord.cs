using System.Collections.Immutable;
using Networks.Domain.Commands;
using Networks.Domain.Organisations;
using Networks.Grains.Commands;
using Networks.Silo.Storage.Journals;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// One change as the journal holds it: decided already, so that making it again from the journal after a crash comes to the same as making
/// it the first time.
/// </summary>
internal abstract class ChangeRecord
{
    private const byte RowKind = 1;
    private const byte NoteKind = 2;
    private const byte AnswerKind = 3;

    /// <summary>Makes the change in the store's tables, unless they hold it or a later one.</summary>
    public abstract void Make(SqliteWriteStatements statements);

    /// <summary>Writes it down.</summary>
    public abstract void Write(BinaryWriter to);

    /// <summary>The changes of a batch, in their order.</summary>
    public static IEnumerable<ChangeRecord> ReadAll(ReadOnlyMemory<byte> content)
    {
        using var from = new BinaryReader(new MemoryStream(content.ToArray(), writable: false));
        while (from.BaseStream.Position < from.BaseStream.Length)
        {
            yield return from.ReadByte() switch
            {
                RowKind => RowChange.Read(from),
                NoteKind => NoteMade.Read(from),
                AnswerKind => AnswerKept.Read(from),
                var kind => throw new InvalidDataException($"The journal holds a change of kind {kind}, which this release does not know."),
            };
        }
    }

    private static void WriteKey(BinaryWriter to, CommandKey key)
    {
        to.Write(key.Organisation?.Value ?? "");
        to.Write(key.Command.Value);
    }

    private static CommandKey ReadKey(BinaryReader from) =>
        new(from.ReadString() is { Length: > 0 } organisation ? new OrganisationId(organisation) : null, new CommandId(from.ReadString()));

    /// <summary>A row at its next version; no payload makes it a tombstone.</summary>
    internal sealed class RowChange(StoredKey key, int version, string? ward, byte[]? payload) : ChangeRecord
    {
        /// <summary>Byte in the batch where the payload begins, once it was written down.</summary>
        private int PayloadAt { get; set; }

        /// <summary>The row as it waits for the tables, its batch standing at <paramref name="place"/>.</summary>
        public PendingRow At(JournalPlace place) =>
            new(version, ward, place with { Offset = place.Offset + PayloadAt }, payload?.Length);

        public override void Make(SqliteWriteStatements statements) => statements.Put(key, version, ward, payload);

        public override void Write(BinaryWriter to)
        {
            to.Write(RowKind);
            to.Write(key.StateName);
            to.Write(key.GrainKey);
            to.Write7BitEncodedInt(version);
            to.Write(ward is not null);
            to.Write(ward ?? "");
            to.Write(payload is not null);
            to.Write7BitEncodedInt(payload?.Length ?? 0);
            PayloadAt = (int)to.BaseStream.Position;
            to.Write(payload ?? []);
        }

        internal static RowChange Read(BinaryReader from)
        {
            var key = StoredKey.Of(from.ReadString(), from.ReadString());
            var version = from.Read7BitEncodedInt();
            var (hasWard, ward) = (from.ReadBoolean(), from.ReadString());
            var (hasPayload, payload) = (from.ReadBoolean(), from.ReadBytes(from.Read7BitEncodedInt()));
            return new RowChange(key, version, hasWard ? ward : null, hasPayload ? payload : null);
        }
    }

    /// <summary>The note of a command, at the row it is to stand in.</summary>
    internal sealed class NoteMade(long row, CommandKey key, string digest, DateTimeOffset at) : ChangeRecord
    {
        private (int Begin, int End) _span;

        /// <summary>The note as the tables will hold it.</summary>
        public StoredNote Note => new(key.Organisation?.Value ?? "", key.Command.Value, digest, at.ToUnixTimeMilliseconds(), null);

        /// <summary>The note as it waits for the tables, its batch standing at <paramref name="place"/>.</summary>
        public PendingNote At(JournalPlace place) =>
            new(row, place with { Offset = place.Offset + _span.Begin }, _span.End - _span.Begin);

        public override void Make(SqliteWriteStatements statements) => statements.Commands.Note(row, key, digest, at);

        public override void Write(BinaryWriter to)
        {
            var begin = (int)to.BaseStream.Position;
            to.Write(NoteKind);
            to.Write7BitEncodedInt64(row);
            WriteKey(to, key);
            to.Write(digest);
            to.Write(at.ToUnixTimeMilliseconds());
            _span = (begin, (int)to.BaseStream.Position);
        }

        internal static NoteMade Read(BinaryReader from) => new(
            from.Read7BitEncodedInt64(), ReadKey(from), from.ReadString(), DateTimeOffset.FromUnixTimeMilliseconds(from.ReadInt64()));
    }

    /// <summary>What a command was answered with, at the first of these rows that is its note and has no answer.</summary>
    internal sealed class AnswerKept(ImmutableArray<long> rows, CommandKey key, string answer) : ChangeRecord
    {
        public override void Make(SqliteWriteStatements statements) => _ = rows.Any(row => statements.Commands.Keep(row, key, answer) > 0);

        public override void Write(BinaryWriter to)
        {
            to.Write(AnswerKind);
            to.Write7BitEncodedInt(rows.Length);
            foreach (var row in rows)
            {
                to.Write7BitEncodedInt64(row);
            }

            WriteKey(to, key);
            to.Write(answer);
        }

        internal static AnswerKept Read(BinaryReader from)
        {
            ImmutableArray<long> rows = [.. Enumerable.Range(0, from.Read7BitEncodedInt()).Select(_ => from.Read7BitEncodedInt64())];
            return new AnswerKept(rows, ReadKey(from), from.ReadString());
        }
    }
}
