using System.Collections.Immutable;
using Networks.Domain.Measures;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Spreads;

/// <summary>Those of several wards whose support rests on one, by ward code, then reference: the order wards stand in.</summary>
internal sealed class OneSupportRows(AreaGraph graph, ImmutableArray<(WardPart Ward, WardTally Tally)> wards, TallyKey key)
{
    private const string Name = "one-support";

    public int Count { get; } = wards.Sum(ward => ward.Tally.OnOne.Count);

    public OneSupport At(int row)
    {
        foreach (var (_, tally) in wards)
        {
            if (row < tally.OnOne.Count)
            {
                return Of(tally.OnOne[row].Ordinal, tally.OnOne[row].Kind);
            }

            row -= tally.OnOne.Count;
        }

        throw new ArgumentOutOfRangeException(nameof(row), row, "No such row.");
    }

    public int? RowsUpTo(string cursor) => Rows(cursor, 0);

    public int? RowsBefore(string cursor) => Rows(cursor, -1);

    private OneSupport Of(int ordinal, ConnectionKind kind)
    {
        var person = graph.Resident(ordinal);
        var basis = new PersonScan(graph, person, key.Day, KindMask.AllConnections, KindMask.AllTies).Run().Basis;
        return new OneSupport
        {
            Resident = KnownResident.Of(person),
            Kind = kind,
            Basis = basis,
            Sentence = SupportSentence.Of(graph, person, kind, key, basis),
            Cursor = Cursor.Write(Name, person.Ward.Value, person.Id.Value),
        };
    }

    private int? Rows(string cursor, int limit)
    {
        if (Cursor.Read(cursor, Name, 2) is not [var wardText, var reference])
        {
            return null;
        }

        var before = 0;
        foreach (var (ward, tally) in wards)
        {
            var byWard = References.Compare(ward.Code.Value, wardText);
            if (byWard > 0)
            {
                break;
            }

            before += byWard < 0 ? tally.OnOne.Count : Bisect.Count(tally.OnOne.Count, at =>
                References.Compare(graph.Resident(tally.OnOne[at].Ordinal)!.Id.Value, reference) <= limit);
        }

        return before;
    }
}
