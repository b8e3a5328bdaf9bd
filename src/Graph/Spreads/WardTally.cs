using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Spreads;

/// <summary>
/// What one ward adds to the area's spreads of connections, contacts and support: numbers to be summed over wards, and its own residents
/// with one support. Memory: 8 bytes a resident with one support.
/// </summary>
internal sealed class WardTally
{
    private static readonly int Bands = Enum.GetValues<ContactBand>().Length;

    private WardTally()
    {
    }

    /// <summary>People by how many connections they have.</summary>
    public Spread Connections { get; } = new();

    /// <summary>People by how many supports they have.</summary>
    public Spread Supports { get; } = new();

    /// <summary>Connections by band of their last contact.</summary>
    public int[] ConnectionsIn { get; } = new int[Bands];

    /// <summary>People by band of their latest contact.</summary>
    public int[] ResidentsIn { get; } = new int[Bands];

    /// <summary>Those with one support, and what it is, in the order of references.</summary>
    public List<(int Ordinal, ConnectionKind Kind)> OnOne { get; } = [];

    /// <summary>Cost: the ward's residents and their rows.</summary>
    public static WardTally Of(AreaGraph graph, WardPart ward, TallyKey key)
    {
        var tally = new WardTally();
        var person = new CountedConnections(graph, key);
        var column = ward.Column(graph, RuleOnDay.Plain(key.Day).Column).Findings;
        for (var at = 0; at < ward.Residents.Length; at++)
        {
            if (Finding.Everybody.Has(column[at]))
            {
                person.Read(graph.Resident(ward.Residents[at]));
                tally.Add(ward.Residents[at], person, Finding.NeverAsked.Has(column[at]), key.Day);
            }
        }

        return tally;
    }

    private void Add(int ordinal, CountedConnections person, bool neverAsked, int day)
    {
        var supports = person.Supports();
        Connections.Add(person.Count, neverAsked);
        Supports.Add(supports, neverAsked);
        if (person.Count == 0)
        {
            return;
        }

        foreach (var contact in person.Contacts)
        {
            ConnectionsIn[(int)ContactBands.Of(contact, day)]++;
        }

        ResidentsIn[(int)ContactBands.Of(person.LatestContact, day)]++;
        if (supports == 1)
        {
            OnOne.Add((ordinal, person.FirstKind()));
        }
    }
}
