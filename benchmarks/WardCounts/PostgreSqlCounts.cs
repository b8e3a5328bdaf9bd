using Npgsql;

namespace Networks.Benchmarks.WardCounts;

/// <summary>The same counts asked of the peer's database, whose counters of ties and contacts somebody keeps with every change.</summary>
internal sealed class PostgreSqlCounts : IDisposable
{
    private readonly NpgsqlConnection connection;

    public PostgreSqlCounts(string connectionString)
    {
        connection = new NpgsqlConnection(connectionString);
        connection.Open();
    }

    /// <summary>People without a tie, from the kept counter.</summary>
    public long NoTiesCounter() => Sum("SELECT ward_id, count(*) FROM resident WHERE tie_count = 0 GROUP BY 1");

    /// <summary>People without a tie, from the ties.</summary>
    public long NoTies() => Sum(
        "SELECT ward_id, count(*) FROM resident r WHERE NOT EXISTS (SELECT 1 FROM tie t WHERE t.resident_id = r.id) GROUP BY 1");

    /// <summary>People whose kept last contact is older; it also knows contacts of people without a tie: another number.</summary>
    public long NoContactKept(DateOnly before) => Sum(
        $"SELECT ward_id, count(*) FROM resident WHERE last_contact < '{before:yyyy-MM-dd}' OR last_contact IS NULL GROUP BY 1");

    public void Dispose() => connection.Dispose();

    private long Sum(string query)
    {
        using var command = new NpgsqlCommand(query, connection);
        using var reader = command.ExecuteReader();
        long sum = 0;
        while (reader.Read())
        {
            sum += reader.GetInt64(1);
        }

        return sum;
    }
}
