using System.Security.Cryptography;
using System.Text.Json;
using Networks.Matching.Files;

namespace Networks.Simulation.Snapshots;

/// <summary>
/// snapshot.json: a fork that runs can be taken from again. It holds facts about people, under numbers instead of their references, and is
/// to be kept like the register itself.
/// </summary>
public static class SnapshotFile
{
    /// <summary>The snapshot as JSON text, its parts in their one order.</summary>
    public static string Write(AreaSnapshot snapshot) => JsonSerializer.Serialize(snapshot.InOrder(), ProblemFile.Options) + "\n";

    /// <summary>Reads snapshot.json; throws <see cref="MatchingFileException"/> with the place of the fault.</summary>
    public static AreaSnapshot Read(string json) => Json.Read<AreaSnapshot>(json, "snapshot.json");

    /// <summary>SHA-256 of the snapshot in its one order, as lower-case hex.</summary>
    public static string Digest(AreaSnapshot snapshot) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(snapshot.InOrder(), ProblemFile.Options)));

    private static AreaSnapshot InOrder(this AreaSnapshot snapshot) => snapshot with
    {
        Wards = [.. snapshot.Wards.OrderBy(ward => ward.Code)],
        People = [.. snapshot.People.OrderBy(person => person.Facts.Resident)],
        Offers = [.. snapshot.Offers.OrderBy(offer => offer.Facts.Offer)],
    };
}
