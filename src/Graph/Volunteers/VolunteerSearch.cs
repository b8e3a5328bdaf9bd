using Networks.Domain.Measures;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Volunteers;

/// <summary>Answers which volunteers are active. Cost: the volunteers of the wards asked for, and sorting those who are left.</summary>
internal static class VolunteerSearch
{
    private const string CursorName = "volunteers";

    public static VolunteerAnswer Answer(AreaGraph graph, VolunteerQuery query, DateTimeOffset now, DateOnly today)
    {
        if ((Ranges.Empty("roles", query.Roles) ?? Ranges.Empty("languages", query.Languages)) is { } fault)
        {
            return Refused(fault);
        }

        var languages = query.Languages?.Select(Languages.Tag).ToHashSet();
        var found = WardChoice.Of(graph, query.Wards)
            .SelectMany(ward => ward.Volunteers)
            .Select(ordinal => graph.Volunteer(ordinal)!)
            .Where(one => one.IsActive(today)
                && (query.Roles is not { } roles || one.Roles.Any(roles.Contains))
                && (languages is null || one.Languages.Any(language => languages.Contains(Languages.Tag(language))))
                && (query.HasFreePlace is not { } has || HasFreePlace(one, now, today) == has));
        var order = new WardOrder<VolunteerEntry>(CursorName, found, one => (one.Ward, one.Id.Value));
        var window = order.Window(query.Page);
        return window.Fault is { } pageFault ? Refused(pageFault) : new VolunteerAnswer
        {
            Volunteers = [.. order.On(window).Select(one => new ListedVolunteer(one.Row.Id, one.Cursor))],
            TotalCount = order.Count,
            HasNextPage = window.HasNext,
            HasPreviousPage = window.HasPrevious,
            Complete = true,
        };
    }

    private static bool HasFreePlace(VolunteerEntry volunteer, DateTimeOffset now, DateOnly today) =>
        !volunteer.Kinds.IsEmpty && volunteer.Places.FreeAt(now, today) > 0;

    private static VolunteerAnswer Refused(string fault) => new()
    {
        Volunteers = [],
        TotalCount = 0,
        HasNextPage = false,
        HasPreviousPage = false,
        Complete = true,
        Fault = fault,
    };
}
