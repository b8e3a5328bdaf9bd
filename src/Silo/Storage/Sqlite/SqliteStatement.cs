using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// A statement prepared once and run many times, by one thread at a time. It speaks to SQLite itself: the statements of every command
/// are so short that objects made for each run of one would weigh.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Row id of the row last inserted over this connection.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(_database);

    /// <summary>The number by which a parameter is set; 0 if the statement has none of this name: setting that does nothing.</summary>
    public int Parameter(string name) => raw.sqlite3_bind_parameter_index(_statement, name);

    public void Set(int parameter, long value)
    {
        if (parameter > 0)
        {
            Check(raw.sqlite3_bind_int64(_statement, parameter, value));
        }
    }

    public void Set(int parameter, string? value)
    {
        if (parameter > 0)
        {
            Check(value is null ? raw.sqlite3_bind_null(_statement, parameter) : raw.sqlite3_bind_text(_statement, parameter, value));
        }
    }

    public void Set(int parameter, byte[]? value)
    {
        if (parameter > 0)
        {
            Check(value is null ? raw.sqlite3_bind_null(_statement, parameter) : raw.sqlite3_bind_blob(_statement, parameter, value));
        }
    }

    /// <summary>Runs it to its end; answers how many rows it changed.</summary>
    public int Execute()
    {
        var outcome = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (outcome is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            Check(outcome);
        }

        return raw.sqlite3_changes(_database);
    }

    /// <summary>Goes to the next row; false after the last. <see cref="End"/> lets go of what was read.</summary>
    public bool Read()
    {
        var outcome = raw.sqlite3_step(_statement);
        if (outcome is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            raw.sqlite3_reset(_statement);
            Check(outcome);
        }

        return outcome == raw.SQLITE_ROW;
    }

    public void End() => raw.sqlite3_reset(_statement);

    public long Whole(int column) => raw.sqlite3_column_int64(_statement, column);

    public string? Text(int column) => IsNull(column) ? null : raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public byte[]? Bytes(int column) => IsNull(column) ? null : raw.sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    private bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    private void Check(int outcome)
    {
        if (outcome != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(outcome, _database);
        }
    }
}
