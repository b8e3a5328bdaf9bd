using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Ties;

/// <summary>What the named person is to the one who names them: <c>Child</c> = "she is my child".</summary>
[GenerateSerializer, Alias("networks.tie-kind")]
[JsonConverter(typeof(WordJsonConverter<TieKind>))]
public enum TieKind
{
    /// <summary>Husband, wife or partner.</summary>
    Partner,

    /// <summary>Son or daughter, of any age.</summary>
    Child,

    /// <summary>Mother or father.</summary>
    Parent,

    /// <summary>Any other relative.</summary>
    Family,

    /// <summary>A friend.</summary>
    Friend,

    /// <summary>A neighbour.</summary>
    Neighbour,

    /// <summary>Somebody she knows less well.</summary>
    Acquaintance,

    /// <summary>Somebody paid to see her, such as a nurse.</summary>
    Professional,
}

/// <summary>A tie read from its other end.</summary>
public static class TieKinds
{
    /// <summary>Child and parent change places, every other kind is the same from both sides.</summary>
    public static TieKind TurnedRound(this TieKind kind) => kind switch
    {
        TieKind.Child => TieKind.Parent,
        TieKind.Parent => TieKind.Child,
        _ => kind,
    };
}
