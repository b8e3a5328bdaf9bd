using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Networks.Matching.Files;

namespace Networks.Simulation.Snapshots;

/// <summary>
/// snapshot.json: a fork that runs can be taken from again. It holds facts about people, under numbers instead of their references, and is
/// to be kept like the register itself.
/// </summary>
public static class SnapshotFile
{
    private static readonly JsonSerializerOptions Compact = new(ProblemFile.Options) { WriteIndented = false };

    /// <summary>The snapshot as JSON text, its parts in their one order, each person and offer on a line.</summary>
    public static string Write(AreaSnapshot snapshot)
    {
        var ordered = snapshot.InOrder();
        var text = new StringBuilder(JsonSerializer.Serialize(ordered with { People = [], Offers = [] }, Compact));
        text.Length--;
        Lines(text, "people", ordered.People);
        Lines(text, "offers", ordered.Offers);
        return text.Append("\n}\n").ToString();
    }

    /// <summary>Reads snapshot.json; throws <see cref="MatchingFileException"/> with the place of the fault.</summary>
    public static AreaSnapshot Read(string json) => Json.Read<AreaSnapshot>(json, "snapshot.json");

    /// <summary>SHA-256 of the snapshot in its one order, as lower-case hex.</summary>
    public static string Digest(AreaSnapshot snapshot) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(snapshot.InOrder(), ProblemFile.Options)));

    private static void Lines<T>(StringBuilder text, string name, ImmutableArray<T> rows)
    {
        if (!rows.IsEmpty)
        {
            text.Append(",\n\"").Append(name).Append("\":[\n")
                .AppendJoin(",\n", rows.Select(row => JsonSerializer.Serialize(row, Compact))).Append("\n]");
        }
    }

    private static AreaSnapshot InOrder(this AreaSnapshot snapshot) => snapshot with
    {
        Wards = [.. snapshot.Wards.OrderBy(ward => ward.Code)],
        People = [.. snapshot.People.OrderBy(person => person.Facts.Resident)],
        Offers = [.. snapshot.Offers.OrderBy(offer => offer.Facts.Offer)],
    };
}
