using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Matches;

namespace Networks.Graph.Wards;

/// <summary>Entries of one ward, in any order.</summary>
public sealed record WardEntries(
    ImmutableArray<ResidentEntry> Residents, ImmutableArray<VolunteerEntry> Volunteers, ImmutableArray<GroupEntry> Groups)
{
    /// <summary>No entries.</summary>
    public static WardEntries None { get; } = new([], [], []);
}

/// <summary>Entities that are no longer in a ward, each as of a version.</summary>
public sealed record WardGone(
    ImmutableArray<(ResidentId Id, int Version)> Residents,
    ImmutableArray<(VolunteerId Id, int Version)> Volunteers,
    ImmutableArray<(GroupId Id, int Version)> Groups)
{
    /// <summary>Nobody is gone.</summary>
    public static WardGone None { get; } = new([], [], []);
}

/// <summary>Entries packed for a graph; only the graph that packed them can take them.</summary>
public sealed class WardHolding
{
    internal WardHolding(WardCode ward, PackedResidents residents, VolunteerNode[] volunteers, GroupNode[] groups)
    {
        Ward = ward;
        Residents = residents;
        Volunteers = volunteers;
        Groups = groups;
    }

    /// <summary>The ward that holds them.</summary>
    public WardCode Ward { get; }

    internal PackedResidents Residents { get; }

    internal VolunteerNode[] Volunteers { get; }

    internal GroupNode[] Groups { get; }

    internal static WardHolding Of(WardCode ward, WardEntries entries, GraphOrdinals ordinals) => new(
        ward,
        ResidentPacking.Of(entries.Residents, ordinals),
        entries.Volunteers.IsEmpty ? [] : [.. entries.Volunteers.Select(entry => VolunteerNode.Of(entry, ordinals))],
        entries.Groups.IsEmpty ? [] : [.. entries.Groups.Select(entry => GroupNode.Of(entry, ordinals))]);
}

/// <summary>
/// Packs entries of one ward as they are read, in any order, so that each can be let go at once and a waking ward never holds all of them.
/// </summary>
public sealed class WardPacking
{
    private readonly GraphOrdinals ordinals;
    private readonly WardCode ward;
    private readonly ResidentPacking residents;
    private readonly List<VolunteerNode> volunteers = [];
    private readonly List<GroupNode> groups = [];

    internal WardPacking(WardCode ward, GraphOrdinals ordinals)
    {
        this.ward = ward;
        this.ordinals = ordinals;
        residents = new ResidentPacking(ordinals);
    }

    /// <summary>Packs a resident.</summary>
    public void Add(ResidentEntry entry) => residents.Add(entry);

    /// <summary>Packs a volunteer.</summary>
    public void Add(VolunteerEntry entry) => volunteers.Add(VolunteerNode.Of(entry, ordinals));

    /// <summary>Packs a group.</summary>
    public void Add(GroupEntry entry) => groups.Add(GroupNode.Of(entry, ordinals));

    /// <summary>Everything packed so far.</summary>
    public WardHolding Done() => new(ward, residents.Done(), [.. volunteers], [.. groups]);
}

/// <summary>A group and the days on which it runs.</summary>
internal sealed class GroupNode(int ordinal, GroupEntry entry, DaySpan running)
{
    private FreePlaces? known;

    public int Ordinal { get; } = ordinal;

    public GroupEntry Entry { get; } = entry;

    public DaySpan Running { get; } = running;

    public static GroupNode Of(GroupEntry entry, GraphOrdinals ordinals) =>
        new(ordinals.Groups.Of(entry.Id.Value), entry, DaySpan.Of(entry.OpenedOn, entry.ClosedOn));

    /// <summary>What is free at a moment of a day. Counted anew only once a hold runs out or another day is asked about.</summary>
    public FreePlaces FreePlaces(DateTimeOffset now, int day)
    {
        var free = known;
        if (free is null || !free.CountsAt(now, day))
        {
            known = free = Matches.FreePlaces.Of(Entry, now, day);
        }

        return free;
    }
}

/// <summary>A volunteer and her number.</summary>
internal sealed record VolunteerNode(int Ordinal, VolunteerEntry Entry)
{
    public static VolunteerNode Of(VolunteerEntry entry, GraphOrdinals ordinals) =>
        new(ordinals.Volunteers.Of(entry.Id.Value), entry);
}
