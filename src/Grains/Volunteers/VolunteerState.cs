using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Grains.Wards;
using Networks.Graph.Wards;
using Orleans;

namespace Networks.Grains.Volunteers;

/// <summary>A volunteer's row. Id and ward stand on top so that the store can index them.</summary>
[GenerateSerializer, Immutable, Alias("networks.volunteer-state")]
public sealed record VolunteerState : IEntityState<VolunteerState>
{
    /// <summary>The shape of this row; raised when a reader of the old shape would misread the new one.</summary>
    public const int SchemaNow = 1;

    /// <inheritdoc/>
    [Id(0), JsonPropertyOrder(-3)] public int Schema { get; init; } = SchemaNow;

    /// <summary>The same as the volunteer's own id.</summary>
    [Id(1), JsonPropertyOrder(-2)] public VolunteerId Id { get; init; }

    /// <inheritdoc/>
    [Id(2), JsonPropertyOrder(-1)] public WardCode Ward { get; init; }

    /// <summary>Null only in a row that was never written.</summary>
    [Id(3)] public Volunteer? Volunteer { get; init; }

    /// <inheritdoc/>
    [Id(4)] public ImmutableArray<StoredAnswer> Answers { get; init; } = [];

    /// <summary>The row of a volunteer, as import writes it for one never seen before.</summary>
    public static VolunteerState Of(Volunteer volunteer) => new VolunteerState().With(volunteer);

    /// <summary>This row with another record of the same volunteer.</summary>
    public VolunteerState With(Volunteer volunteer) => this with { Id = volunteer.Id, Ward = volunteer.Facts.Ward, Volunteer = volunteer };

    /// <inheritdoc/>
    public VolunteerState WithAnswers(ImmutableArray<StoredAnswer> answers) => this with { Answers = answers };

    /// <inheritdoc/>
    public WardChange Changed(int version) => new VolunteerChanged(VolunteerEntry.Of(Volunteer!, version));

    /// <inheritdoc/>
    public WardChange Gone(int version) => new VolunteerGone(Id, version);
}
