using System.Globalization;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Tests.Clauses;

/// <summary>A few people and what connects them, said in one line each, and asked on one day: 22 November 2026.</summary>
internal sealed class SmallTown
{
    public static readonly DateOnly Day = new(2026, 11, 22);

    private readonly Dictionary<string, Resident> _people = [];
    private readonly Dictionary<string, Group> _groups = [];
    private readonly List<Volunteer> _volunteers = [];

    /// <summary>Someone of ward W1, unless another is named.</summary>
    public SmallTown Person(
        string id, string? from = null, string? left = null, string? asked = null, string ward = "W1", int? band = null)
    {
        _people[id] = new Resident
        {
            Id = ResidentId.Of(id),
            Facts = new ResidentFacts
            {
                Ward = WardCode.Of(ward), RegisteredOn = On(from), LeftOn = On(left), ConnectionsAskedOn = On(asked), PriorityBand = band,
            },
        };
        return this;
    }

    public SmallTown People(params string[] ids)
    {
        foreach (var id in ids)
        {
            Person(id);
        }

        return this;
    }

    /// <summary>A tie that <paramref name="from"/> names; to someone outside the register as alter:label.</summary>
    public SmallTown Tie(
        string from, string to, TieKind kind = TieKind.Friend, string? since = null, string? ended = null, string? last = null,
        ContactFrequency? often = null, string? contact = null)
    {
        var me = _people[from];
        var number = me.Ties.Length + 1;
        var alter = to.StartsWith("alter:", StringComparison.Ordinal);
        _people[from] = me with
        {
            Ties = me.Ties.Add(new Tie
            {
                Number = number,
                Resident = alter ? null : ResidentId.Of(to),
                Alter = alter ? to["alter:".Length..] : null,
                Kind = kind,
                Since = On(since),
                EndedOn = On(ended),
                LastContact = On(last),
                Frequency = often,
            }),
            Contacts = contact is null ? me.Contacts : me.Contacts.Add(new Contact { On = On(contact)!.Value, Tie = number }),
        };
        return this;
    }

    public SmallTown Group(string id, string? opened = null, string? closed = null, bool openAccess = false, int? places = null)
    {
        _groups[id] = new Group
        {
            Id = GroupId.Of(id),
            Facts = new GroupFacts
            {
                Name = id, Ward = WardCode.Of("W1"), OpenedOn = On(opened), ClosedOn = On(closed), OpenAccess = openAccess,
            },
            Places = new Places { Capacity = places },
        };
        return this;
    }

    public SmallTown Volunteer(string id, string memberOf)
    {
        _volunteers.Add(new Volunteer
        {
            Id = VolunteerId.Of(id),
            Facts = new VolunteerFacts { Ward = WardCode.Of("W1"), Roles = [VolunteerRole.Befriender] },
            Places = new Places { Capacity = 1 },
            Memberships = [new Membership { Group = GroupId.Of(memberOf) }],
        });
        return this;
    }

    public SmallTown Member(string id, string group, string? since = null, string? ended = null)
    {
        var row = new Membership { Group = GroupId.Of(group), Since = On(since), EndedOn = On(ended) };
        _people[id] = _people[id] with { Memberships = _people[id].Memberships.Add(row) };
        return this;
    }

    public SmallTown Came(string id, string group, string on)
    {
        _people[id] = _people[id] with
        {
            Attendances = _people[id].Attendances.Add(new Attendance(GroupId.Of(group), On(on)!.Value, null)),
        };
        return this;
    }

    public SmallTown Visited(string id, string volunteer, string since = "2026-01-01", string? ended = null, string? last = null)
    {
        var me = _people[id];
        _people[id] = me with
        {
            Matches = me.Matches.Add(new Match
            {
                Number = me.Matches.Length + 1,
                Volunteer = VolunteerId.Of(volunteer),
                Kind = OfferKind.Befriending,
                Since = On(since)!.Value,
                EndedOn = On(ended),
                LastContact = On(last),
            }),
        };
        return this;
    }

    public AreaGraph Graph()
    {
        var graph = AreaGraph.Empty();
        foreach (var ward in _people.Values.Select(one => one.Facts.Ward).Append(WardCode.Of("W1")).Distinct())
        {
            graph = graph.Replace(graph.Pack(ward, new WardEntries(
                [.. _people.Values.Where(one => one.Facts.Ward == ward).Select(one => ResidentEntry.Of(one, 1))],
                ward.Value == "W1" ? [.. _volunteers.Select(one => VolunteerEntry.Of(one, 1))] : [],
                ward.Value == "W1" ? [.. _groups.Values.Select(one => GroupEntry.Of(one, 1))] : [])));
        }

        return graph;
    }

    /// <summary>Who is listed, in the order of the list.</summary>
    public string Listed(UnconnectedRule rule, params UnconnectedOrder[] order) => string.Join(' ', Graph()
        .Unconnected(new UnconnectedQuery { Rule = rule, OrderBy = [.. order], Page = new Page { First = 100 } }, Day).People
        .Select(person => person.Resident.Value));

    /// <summary>Everybody on the register.</summary>
    public string Register() => Listed(new UnconnectedRule { IsolationAtLeast = 0 });

    public ResidentConnections? Of(string id) => Graph().ConnectionsOf(ResidentId.Of(id), Day);

    private static DateOnly? On(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
