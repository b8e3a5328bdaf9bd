using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Groups;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Grains.Wards;
using Networks.Graph.Wards;
using Orleans;

namespace Networks.Grains.Groups;

/// <summary>A group's row. Id and ward stand on top so that the store can index them.</summary>
[GenerateSerializer, Immutable, Alias("networks.group-state")]
public sealed record GroupState : IEntityState<GroupState>
{
    /// <summary>The shape of this row; raised when a reader of the old shape would misread the new one.</summary>
    public const int SchemaNow = 1;

    /// <inheritdoc/>
    [Id(0), JsonPropertyOrder(-3)] public int Schema { get; init; } = SchemaNow;

    /// <summary>The same as the group's own id.</summary>
    [Id(1), JsonPropertyOrder(-2)] public GroupId Id { get; init; }

    /// <inheritdoc/>
    [Id(2), JsonPropertyOrder(-1)] public WardCode Ward { get; init; }

    /// <summary>Null only in a row that was never written.</summary>
    [Id(3)] public Group? Group { get; init; }

    /// <inheritdoc/>
    [Id(4)] public ImmutableArray<StoredAnswer> Answers { get; init; } = [];

    /// <summary>The row of a group, as import writes it for one never seen before.</summary>
    public static GroupState Of(Group group) => new GroupState().With(group);

    /// <summary>This row with another record of the same group.</summary>
    public GroupState With(Group group) => this with { Id = group.Id, Ward = group.Facts.Ward, Group = group };

    /// <inheritdoc/>
    public GroupState WithAnswers(ImmutableArray<StoredAnswer> answers) => this with { Answers = answers };

    /// <inheritdoc/>
    public WardChange Changed(int version) => new GroupChanged(GroupEntry.Of(Group!, version));

    /// <inheritdoc/>
    public WardChange Gone(int version) => new GroupGone(Id, version);
}
