using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Graph.Areas;
using Networks.Graph.Matches;
using Networks.Graph.Wards;

namespace Networks.Graph.Residents;

/// <summary>
/// Answers who is on the register and what else holds of them. Cost: the people of the wards asked for who are left by the rule, one look
/// each; the rule itself costs what it costs in <see cref="UnconnectedSearch"/> and is remembered; an order other than by ward sorts those
/// who are left.
/// </summary>
internal static class ResidentSearch
{
    private static readonly UnconnectedRule Everybody = new() { IsolationAtLeast = 0 };

    /// <param name="graph">The picture asked.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="asOf">The day asked about.</param>
    /// <param name="open">Those whom an offer fits; asked for only if the query does.</param>
    public static ResidentAnswer Answer(AreaGraph graph, ResidentQuery query, DateOnly asOf, IReadOnlySet<ResidentId>? open)
    {
        if (Fault(query) is { } fault)
        {
            return ResidentAnswer.Refused(asOf, fault);
        }

        var lists = UnconnectedSearch.Lists(graph, new RuleOnDay(query.Rule ?? Everybody, asOf.DayNumber), query.Wards);
        if (!IsWhole(query))
        {
            var filter = new Filter(graph, query, asOf, open);
            lists = [.. lists.Select(list => (list.Ward, new WardList(filter.Left(list.Ward, list.List.People))))];
        }

        var rows = PeopleRows.Of(graph, lists, [.. query.OrderBy.Select(Row)], asOf.DayNumber);
        var window = PageWindow.Of(query.Page, rows.Count, rows.RowsUpTo, rows.RowsBefore);
        return window.Fault is { } pageFault ? ResidentAnswer.Refused(asOf, pageFault) : new ResidentAnswer
        {
            People = [.. Enumerable.Range(window.From, window.To - window.From)
                .Select(at => Listed(graph.Resident(rows[at]), rows.OwnCursorAt(at)))],
            TotalCount = rows.Count,
            HasNextPage = window.HasNext,
            HasPreviousPage = window.HasPrevious,
            AsOf = asOf,
            Complete = true,
        };
    }

    private static ListedResident Listed(ResidentNode person, string? cursor) => new(KnownResident.Of(person), cursor);

    private static string? Fault(ResidentQuery query) =>
        query.Rule?.Fault()
        ?? Ranges.OutOf("isolationAtLeast", query.IsolationAtLeast, 0, UnconnectedRule.IsolationMax)
        ?? Ranges.OutOf("waitingAtLeastDays", query.WaitingAtLeastDays, 0, ResidentQuery.DaysMax)
        ?? Ranges.Empty("ageBands", query.AgeBands)
        ?? Ranges.Empty("seeking", query.Seeking)
        ?? Ranges.Empty("priorityBands", query.PriorityBands)
        ?? query.PriorityBands?.Select(band => Ranges.OutOf("priorityBands", band, PriorityBand.Most, PriorityBand.Least))
            .FirstOrDefault(fault => fault is not null);

    // No filter but the rule: the remembered lists are the answer as they stand.
    private static bool IsWhole(ResidentQuery query) => query is
    {
        AgeBands: null, LivesAlone: null, Seeking: null, PriorityBands: null, WaitingAtLeastDays: null, HasOpenOption: null,
        IsolationAtLeast: null,
    };

    private static RowOrder Row(ResidentOrder step) => new(
        step.Field switch
        {
            ResidentOrderField.Ward => RowField.Ward,
            ResidentOrderField.Id => RowField.Id,
            ResidentOrderField.WaitingSince => RowField.WaitingSince,
            ResidentOrderField.PriorityBand => RowField.PriorityBand,
            ResidentOrderField.RegisteredOn => RowField.RegisteredOn,
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Field, "No such order."),
        },
        step.Descending);

    /// <summary>What else must hold of a person than the rule.</summary>
    private sealed class Filter(AreaGraph graph, ResidentQuery query, DateOnly asOf, IReadOnlySet<ResidentId>? open)
    {
        private readonly int seeking = query.Seeking is { } kinds ? KindBits.Of(kinds) : 0;
        private readonly RuleOnDay? isolated =
            query.IsolationAtLeast is { } score ? new RuleOnDay(new UnconnectedRule { IsolationAtLeast = score }, asOf.DayNumber) : null;

        public int[] Left(WardPart ward, int[] people)
        {
            var alone = isolated is null ? null : ward.List(graph, isolated).People.ToHashSet();
            var waiting = query.WaitingAtLeastDays is { } days ? WaitingSince(ward, days) : null;
            return
            [
                .. people.Where(ordinal => alone?.Contains(ordinal) != false && waiting?.Contains(ordinal) != false
                    && Passes(graph.Resident(ordinal))),
            ];
        }

        private HashSet<int> WaitingSince(WardPart ward, int days) =>
        [
            .. ward.Waiting(graph, asOf.DayNumber).People
                .Where(person => !person.IsPaused && WaitingSearch.Days(graph.Resident(person.Ordinal), asOf) >= days)
                .Select(person => person.Ordinal),
        ];

        private bool Passes(ResidentNode person) =>
            (query.AgeBands is not { } bands || bands.Contains(AgeBands.Of(person.BirthYear, asOf)))
            && (query.LivesAlone is not { } alone || person.LivesAlone == alone)
            && (query.Seeking is null || (person.Seeking & seeking) != 0)
            && (query.PriorityBands is not { } priorities || (person.PriorityBand is { } band && priorities.Contains(band)))
            && (query.HasOpenOption is not { } has || open!.Contains(person.Id) == has);
    }
}
