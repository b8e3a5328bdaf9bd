using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Groups;

/// <summary>Answers which groups run. Cost: the groups of the wards asked for, and sorting those that are left.</summary>
internal static class GroupSearch
{
    private const string CursorName = "groups";

    public static GroupAnswer Answer(AreaGraph graph, GroupQuery query, DateTimeOffset now, DateOnly today)
    {
        if ((Ranges.Empty("kinds", query.Kinds) ?? Ranges.Empty("interests", query.Interests)
            ?? Ranges.OutOf("staleSinceDays", query.StaleSinceDays, 0, GroupQuery.DaysMax)) is { } fault)
        {
            return Refused(fault);
        }

        var interests = query.Interests?.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = WardChoice.Of(graph, query.Wards)
            .SelectMany(ward => ward.Groups)
            .Select(ordinal => graph.Group(ordinal)!.Entry)
            .Where(one => one.Runs(today)
                && (query.Kinds is not { } kinds || kinds.Contains(one.Kind))
                && (interests is null || one.Interests.Any(interests.Contains))
                && (query.HasFreePlace is not { } has || one.HasFreePlace(now, today) == has)
                && (query.StaleSinceDays is not { } days || one.AssuredOn is not { } assured || assured < today.AddDays(-days)));
        var order = new WardOrder<GroupEntry>(CursorName, found, one => (one.Ward, one.Id.Value));
        var window = order.Window(query.Page);
        return window.Fault is { } pageFault ? Refused(pageFault) : new GroupAnswer
        {
            Groups = [.. order.On(window).Select(one => new ListedGroup(one.Row.Id, one.Cursor))],
            TotalCount = order.Count,
            HasNextPage = window.HasNext,
            HasPreviousPage = window.HasPrevious,
            Complete = true,
        };
    }

    private static GroupAnswer Refused(string fault) => new()
    {
        Groups = [],
        TotalCount = 0,
        HasNextPage = false,
        HasPreviousPage = false,
        Complete = true,
        Fault = fault,
    };
}
