using System.Text.Json;
using Networks.Domain.Residents;
using Networks.Grains.Wards;

namespace Networks.Grains.Residents;

/// <summary>
/// Finds who names somebody. No index says it: ties, places, exclusions and companions are in the rows of whoever has them, and erasing is
/// rare enough to read them all.
/// </summary>
internal sealed class ErasureScan(IEntityRows rows)
{
    /// <summary>Everybody else whose row names <paramref name="erased"/>. Cost: every row of the store is read once.</summary>
    public async Task<IReadOnlyList<EntityKey>> Naming(ResidentId erased, CancellationToken cancellationToken = default)
    {
        List<EntityKey> naming = [];
        await foreach (var row in rows.ReadAll(cancellationToken))
        {
            if ((row.Kind, row.Id) != (EntityKind.Resident, erased.Value) && Names(row.Json.Span, erased))
            {
                naming.Add(new EntityKey(row.Kind, row.Id));
            }
        }

        return naming;
    }

    // Another thing called like her costs one call that finds nothing to forget.
    private static bool Names(ReadOnlySpan<byte> json, ResidentId erased)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(erased.Value))
            {
                return true;
            }
        }

        return false;
    }
}
