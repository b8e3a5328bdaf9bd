using System.Collections.Immutable;
using Networks.Domain.Measures;
using Networks.Grains.Wards;

namespace Networks.Silo.Storage;

/// <summary>The state names of the rows that carry a ward: residents, volunteers and groups.</summary>
internal static class EntityNames
{
    /// <summary>Every kind, in the order in which whole stores are read.</summary>
    public static ImmutableArray<EntityKind> Kinds { get; } = [.. Enum.GetValues<EntityKind>()];

    /// <summary>The state name of the kind's rows.</summary>
    public static string Of(EntityKind kind) => Vocabulary<EntityKind>.Word(kind);

    /// <summary>The kind whose state name this is; null for any other state.</summary>
    public static EntityKind? KindOf(string stateName) => Vocabulary<EntityKind>.TryParse(stateName, out var kind) ? kind : null;

    /// <summary>The kind whose state name this is, of a row that carries a ward.</summary>
    public static EntityKind Required(string stateName) =>
        KindOf(stateName) ?? throw new InvalidDataException($"A row of state '{stateName}' carries a ward; only entities do.");
}
