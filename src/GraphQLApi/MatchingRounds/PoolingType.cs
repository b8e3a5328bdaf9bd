using HotChocolate;
using Networks.GraphQLApi.Organisations;
using Networks.Matching.Pooling;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>What organisations gain by one round together; numbers alone, no person.</summary>
[GraphQLName("PoolingValue")]
public sealed class PoolingValueType
{
    private readonly PoolingValue _value;

    internal PoolingValueType(PoolingValue value) => _value = value;

    /// <summary>Wishes helped by a round each.</summary>
    public int HelpedApart => _value.HelpedApart;

    /// <summary>Wishes helped by one round together, as far as both sides consent.</summary>
    public int HelpedPooled => _value.HelpedPooled;

    /// <summary>Wishes helped if everybody consented.</summary>
    public int HelpedIfAllConsented => _value.HelpedIfAllConsented;

    /// <summary>Total fit of a round each.</summary>
    public int FitApart => checked((int)_value.FitApart);

    /// <summary>Total fit of one round together.</summary>
    public int FitPooled => checked((int)_value.FitPooled);

    /// <summary>By organisation, those that take part.</summary>
    public IReadOnlyList<OrganisationPoolingType> Organisations =>
        [.. _value.Organisations.Select(row => new OrganisationPoolingType(row))];

    /// <summary>The same in one or two sentences.</summary>
    public string Sentence => _value.Sentence;
}

/// <summary>What pooling is for one organisation.</summary>
[GraphQLName("OrganisationPooling")]
public sealed class OrganisationPoolingType
{
    private readonly OrganisationPooling _row;

    internal OrganisationPoolingType(OrganisationPooling row) => _row = row;

    /// <summary>Which.</summary>
    public OrganisationType Organisation => new(_row.Organisation);

    /// <summary>Wishes of its residents that are put forward.</summary>
    public int Waiting => _row.Waiting;

    /// <summary>Of them those of people who consent to pooled rounds.</summary>
    public int Consenting => _row.Consenting;

    /// <summary>Of its wishes helped by a round of its own.</summary>
    public int HelpedApart => _row.HelpedApart;

    /// <summary>Of its wishes helped by one round together; may be fewer, where others' need is greater.</summary>
    public int HelpedPooled => _row.HelpedPooled;

    /// <summary>Its places that would go to others' residents.</summary>
    public int Lent => _row.Lent;

    /// <summary>Others' places that would go to its residents.</summary>
    public int Borrowed => _row.Borrowed;
}
