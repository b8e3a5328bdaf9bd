using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Matches;
using Networks.Graph.Residents;
using Networks.Graph.Spreads;

namespace Networks.Graph.Wards;

/// <summary>
/// One ward within the graph: who belongs to it, in the order of references, and what has been computed about it. A new one replaces
/// it whenever anything changes that its answers could depend on, also in another ward. The new one takes over what the old one knew and
/// works out anew only those residents who may differ, when it is next asked.
/// <para>
/// Memory: for each of at most <see cref="ColumnsMax"/> rules and days a byte a resident, for each list read 4 bytes a listed person.
/// </para>
/// </summary>
internal sealed class WardPart
{
    /// <summary>Rules and days whose findings are remembered.</summary>
    public const int ColumnsMax = 16;

    /// <summary>Rules and days whose lists are remembered.</summary>
    public const int ListsMax = 16;

    private const int DaysMax = 4;

    private readonly WardLog log;
    private readonly WardMemories memories;
    private readonly WardMemory<int, WardOffers> offers;

    private WardPart(WardMembers members, WardLog log, WardMemories memories, WardMemory<int, WardOffers> offers)
    {
        Code = members.Ward;
        Stamp = members.Stamp;
        Residents = members.Residents;
        Groups = members.Groups;
        Volunteers = members.Volunteers;
        this.log = log;
        this.memories = memories;
        this.offers = offers;
    }

    public WardCode Code { get; }

    /// <summary>Rises with each change, over all wards.</summary>
    public long Stamp { get; }

    /// <summary>Ordinals of its residents, past and present, ordered by reference.</summary>
    public int[] Residents { get; }

    public int[] Groups { get; }

    public int[] Volunteers { get; }

    /// <summary>The part of a ward that tells for the first time what it holds.</summary>
    public static WardPart First(WardMembers members) => new(members, WardLog.Start(), new WardMemories(), new(DaysMax));

    /// <summary>The part after a change.</summary>
    /// <param name="members">Who belongs to it now.</param>
    /// <param name="changed">The residents, hers or gone, whose findings may differ; of too many to say which, some.</param>
    /// <param name="offersChanged">True if a volunteer or group of the ward came, went or changed.</param>
    public WardPart Next(WardMembers members, ReadOnlySpan<int> changed, bool offersChanged) =>
        new(members, log.After(changed), memories, offersChanged ? new(DaysMax) : offers);

    /// <summary>What was found of each resident. Cost: those who may differ since it was last asked; the first time all.</summary>
    public WardColumn Column(AreaGraph graph, ColumnKey key)
    {
        var known = memories.Columns.TryGet(key, out var remembered) ? remembered : null;
        if (known?.At == log)
        {
            return known.Value;
        }

        var column = known is not null && log.ChangedSince(known.At) is { } changed
            ? known.Value.Patched(graph, this, key, changed)
            : WardColumn.Of(graph, this, key);
        memories.Columns.Keep(key, new Dated<WardColumn>(log, column));
        return column;
    }

    /// <summary>The people of this ward for whom a rule holds.</summary>
    public WardList List(AreaGraph graph, RuleOnDay rule)
    {
        var column = rule.WalksTheGraph ? Walked(graph, rule) : Column(graph, rule.Column);
        var key = new ListKey(rule.Day, rule.Text);
        return memories.Lists.TryGet(key, out var known) && known.IsFrom(column)
            ? known
            : memories.Lists.Keep(key, new WardList(column, rule));
    }

    /// <summary>True if the list is remembered as it stands, so that asking for it costs next to nothing.</summary>
    public bool Remembers(AreaGraph graph, RuleOnDay rule) =>
        memories.Columns.TryGet(rule.Column, out var column) && column.At == log
        && (!rule.WalksTheGraph
            || (memories.Walked.TryGet(rule.Walk, out var walked) && walked.IsFrom(column.Value, rule.WalkStamps(graph, Code))));

    /// <summary>The people of this ward who wait for something on a day, paused ones included, and for what.</summary>
    public WardWaiting Waiting(AreaGraph graph, int day)
    {
        var known = memories.Waiting.TryGet(day, out var remembered) ? remembered : null;
        if (known?.At == log)
        {
            return known.Value;
        }

        var waiting = known is not null && log.ChangedSince(known.At) is { } changed
            ? known.Value.Patched(graph, this, day, changed)
            : WardWaiting.Of(graph, this, day);
        memories.Waiting.Keep(day, new Dated<WardWaiting>(log, waiting));
        return waiting;
    }

    /// <summary>What its volunteers and groups count on a day, at a moment.</summary>
    public WardOffers Offers(AreaGraph graph, DateOnly day, DateTimeOffset now) =>
        offers.TryGet(day.DayNumber, out var known) && known.HoldsAt(now)
            ? known
            : offers.Keep(day.DayNumber, WardOffers.Of(graph, this, day, now));

    /// <summary>What its residents add to the area's spreads. Cost: all of them, if one may differ since it was last asked.</summary>
    public WardTally Tally(AreaGraph graph, TallyKey key) => memories.Tallies.TryGet(key, out var known) && known.At == log
        ? known.Value
        : memories.Tallies.Keep(key, new Dated<WardTally>(log, WardTally.Of(graph, this, key))).Value;

    /// <summary>True if the tally is remembered as it stands.</summary>
    public bool Remembers(TallyKey key) => memories.Tallies.TryGet(key, out var known) && known.At == log;

    // What depends on edges anywhere in the area is worked out again when one has changed what it finds here.
    private WardColumn Walked(AreaGraph graph, RuleOnDay rule)
    {
        var own = Column(graph, rule.Column);
        var stamps = rule.WalkStamps(graph, Code);
        return memories.Walked.TryGet(rule.Walk, out var known) && known.IsFrom(own, stamps)
            ? known.Column
            : memories.Walked.Keep(rule.Walk, WalkedColumn.Of(graph, own, rule, stamps)).Column;
    }
}

/// <summary>Who belongs to a ward in one picture.</summary>
internal readonly record struct WardMembers(WardCode Ward, long Stamp, int[] Residents, int[] Groups, int[] Volunteers);

/// <summary>Something worked out, and the step of the ward's log as of which it holds.</summary>
internal sealed record Dated<T>(WardLog At, T Value);

/// <summary>What is handed from each part of a ward to the next.</summary>
internal sealed class WardMemories
{
    private const int WaitingMax = 4;
    private const int TalliesMax = 4;

    public WardMemory<ColumnKey, Dated<WardColumn>> Columns { get; } = new(WardPart.ColumnsMax);

    public WardMemory<WalkKey, WalkedColumn> Walked { get; } = new(WardPart.ColumnsMax);

    public WardMemory<ListKey, WardList> Lists { get; } = new(WardPart.ListsMax);

    public WardMemory<int, Dated<WardWaiting>> Waiting { get; } = new(WaitingMax);

    public WardMemory<TallyKey, Dated<WardTally>> Tallies { get; } = new(TalliesMax);
}

/// <summary>By what a list is remembered.</summary>
internal readonly record struct ListKey(int Day, string Rule);
