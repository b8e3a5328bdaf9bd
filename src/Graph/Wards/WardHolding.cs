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
    private WardHolding(WardCode ward, PackedResidents residents, VolunteerNode[] volunteers, GroupNode[] groups)
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
        [.. entries.Volunteers.Select(entry => new VolunteerNode(ordinals.Volunteers.Of(entry.Id.Value), entry))],
        [.. entries.Groups.Select(entry => new GroupNode(
            ordinals.Groups.Of(entry.Id.Value), entry, DaySpan.Of(entry.OpenedOn, entry.ClosedOn)))]);
}

/// <summary>A group and the days on which it runs.</summary>
internal sealed class GroupNode(int ordinal, GroupEntry entry, DaySpan running)
{
    private FreePlaces? known;

    public int Ordinal { get; } = ordinal;

    public GroupEntry Entry { get; } = entry;

    public DaySpan Running { get; } = running;

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
internal sealed record VolunteerNode(int Ordinal, VolunteerEntry Entry);
