using HotChocolate;
using Networks.Domain.EgoNetworks;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Volunteers;

namespace Networks.GraphQLApi.EgoNetworks;

/// <summary>One difference between a network on two days. Exactly one of person, group and volunteer is there.</summary>
[GraphQLName("NetworkChange")]
public sealed class NetworkChangeType
{
    private readonly NetworkChange _change;
    private readonly Resident _ego;

    internal NetworkChangeType(NetworkChange change, Resident ego) => (_change, _ego) = (change, ego);

    /// <summary>What is different.</summary>
    public NetworkChangeKind Kind => _change.Kind;

    /// <summary>The person, as of the later day, or of the earlier one where it ended.</summary>
    public EgoPersonType? Person => _change.Person is { } person ? new EgoPersonType(person, _ego) : null;

    /// <summary>The group that came or ended.</summary>
    public async Task<GroupType?> GetGroupAsync(GroupById groups, CancellationToken cancellationToken) =>
        _change.Group is { } group ? await groups.FindAsync(group, cancellationToken) : null;

    /// <summary>The volunteer who came or whose match ended.</summary>
    public async Task<VolunteerType?> GetVolunteerAsync(VolunteerById volunteers, CancellationToken cancellationToken) =>
        _change.Volunteer is { } volunteer ? await volunteers.FindAsync(volunteer, cancellationToken) : null;

    /// <summary>The circle on the earlier day; null where none was said.</summary>
    public int? CircleBefore => _change.CircleBefore;

    /// <summary>The circle on the later day; null where none is said.</summary>
    public int? CircleNow => _change.CircleNow;

    /// <summary>How often the two were in touch on the earlier day, as stated.</summary>
    public ContactFrequency? ContactFrequencyBefore => _change.FrequencyBefore;

    /// <summary>How often the two are in touch on the later day, as stated.</summary>
    public ContactFrequency? ContactFrequencyNow => _change.FrequencyNow;

    /// <summary>The supports gained or lost; empty for other changes.</summary>
    public IReadOnlyList<SupportKind> Support => _change.Support;

    /// <summary>The change in one plain sentence that names nobody.</summary>
    public string Sentence => _change.Sentence;
}
