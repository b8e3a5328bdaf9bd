using System.Collections.Immutable;
using Networks.Domain.Measures;
using Networks.Grains.Wards;

namespace Networks.Silo.Storage;

/// <summary>How the rows of residents, volunteers and groups are named: the state name and the letter before the id in the grain's key.</summary>
internal static class EntityKeys
{
    /// <summary>Every kind whose rows carry a ward, in the order in which whole stores are read.</summary>
    public static ImmutableArray<EntityKind> Kinds { get; } = [.. Enum.GetValues<EntityKind>()];

    /// <summary>The state name of the kind's rows.</summary>
    public static string StateName(EntityKind kind) => Vocabulary<EntityKind>.Word(kind);

    /// <summary>The kind whose state name this is; null for any other state.</summary>
    public static EntityKind? KindOf(string stateName) => Vocabulary<EntityKind>.TryParse(stateName, out var kind) ? kind : null;

    /// <summary>The grain key of an id.</summary>
    public static string GrainKey(EntityKind kind, string id) => kind switch
    {
        EntityKind.Resident => "r:" + id,
        EntityKind.Volunteer => "v:" + id,
        EntityKind.Group => "g:" + id,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of entity."),
    };

    /// <summary>The id within a grain key.</summary>
    public static string IdOf(string grainKey) => grainKey[2..];
}
