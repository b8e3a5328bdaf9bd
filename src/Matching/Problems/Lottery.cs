using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Networks.Domain.Residents;

namespace Networks.Matching.Problems;

/// <summary>
/// The draw between people of one band who have waited equally long. Its seed comes from who is frozen and the day alone, so nobody can
/// draw again by renaming or re-solving a round; it is shown when the round opens.
/// </summary>
public static class Lottery
{
    /// <summary>The seed of a round: SHA-256 of its day and of the references frozen in it, in their order, as lower-case hex.</summary>
    public static string Seed(IEnumerable<ResidentId> frozen, DateOnly openedOn)
    {
        var text = new StringBuilder(openedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var resident in frozen.Order())
        {
            text.Append('\n').Append(resident.Value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>
    /// The number <paramref name="resident"/> draws: the first 8 bytes of SHA-256 of "seed, line feed, reference". Lowest goes first.
    /// </summary>
    public static ulong Draw(string seed, ResidentId resident) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(seed + "\n" + resident.Value)));
}
