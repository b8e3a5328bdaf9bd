using HotChocolate;
using Networks.Domain.Groups;
using Networks.Domain.Measures;
using Networks.Grains.Residents;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;

namespace Networks.GraphQLApi.Memberships;

/// <summary>A resident's membership of a group.</summary>
[GraphQLName("Membership")]
public sealed class MembershipType
{
    private readonly ResidentReading _owner;
    private readonly Membership _membership;

    internal MembershipType(ResidentReading owner, Membership membership) => (_owner, _membership) = (owner, membership);

    /// <summary>The group.</summary>
    public Task<GroupType> GetGroupAsync(GroupById groups, CancellationToken cancellationToken) =>
        groups.RequiredAsync(_membership.Group, cancellationToken);

    /// <summary>The member.</summary>
    public ResidentType Resident => new(_owner);

    /// <summary>What she does in the group: member, leader, welcomer, admin.</summary>
    public string Role => Vocabulary<MembershipRole>.Word(_membership.Role ?? MembershipRole.Member);

    /// <summary>Days she came to the group while this membership held.</summary>
    public int? Attendances => Days.Count();

    /// <summary>The last day she came; null where none is recorded.</summary>
    public DateOnly? LastAttended => Days.Max();

    /// <summary>First day it holds; null where not known.</summary>
    public DateOnly? Since => _membership.Since;

    /// <summary>First day it no longer holds.</summary>
    public DateOnly? EndedOn => _membership.EndedOn;

    private IEnumerable<DateOnly?> Days =>
        from attendance in _owner.Resident.Attendances
        where attendance.Group == _membership.Group && _membership.Holds(attendance.On)
        select (DateOnly?)attendance.On;
}

/// <summary>A page of memberships.</summary>
public sealed class MembershipConnection : Connection<MembershipEdge, MembershipType>
{
    internal static MembershipConnection Of(ListPage<MembershipType> page) => new()
    {
        Edges = [.. page.Rows.Select(row => new MembershipEdge { Cursor = row.Cursor, Node = row.Row })],
        PageInfo = page.Info,
        TotalCount = page.TotalCount
    };
}

/// <summary>One membership of the list.</summary>
public sealed class MembershipEdge : Edge<MembershipType>;
