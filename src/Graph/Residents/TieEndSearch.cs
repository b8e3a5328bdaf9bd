using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Residents;

/// <summary>Finds the ties of residents from either end. Cost: the ties each names and those naming her, nothing else.</summary>
internal static class TieEndSearch
{
    /// <param name="graph">The picture asked.</param>
    /// <param name="residents">Whose ties; somebody the picture does not hold is left out.</param>
    /// <param name="day">Keeps ties that hold on this day between two who are on the register then; null keeps all.</param>
    public static ImmutableArray<ResidentTieEnds> Answer(AreaGraph graph, ImmutableArray<ResidentId> residents, int? day)
    {
        var answer = ImmutableArray.CreateBuilder<ResidentTieEnds>(residents.Length);
        foreach (var resident in residents)
        {
            if (graph.Node(resident) is { } node)
            {
                answer.Add(new ResidentTieEnds(resident, EndsOf(graph, node, day)));
            }
        }

        return answer.ToImmutable();
    }

    private static ImmutableArray<TieEnd> EndsOf(AreaGraph graph, ResidentNode node, int? day)
    {
        if (day is { } asked && !node.Register.Holds(asked))
        {
            return [];
        }

        var ends = ImmutableArray.CreateBuilder<TieEnd>();
        foreach (ref readonly var tie in node.Ties)
        {
            if (tie.IsAlter ? Keeps(tie, day) : Keeps(graph, tie, tie.Other, day))
            {
                ends.Add(Of(tie, tie.IsAlter ? null : graph.Known(tie.Other), namedByOther: false));
            }
        }

        var named = ends.Count;
        foreach (var by in graph.NamersOf(node.Ordinal))
        {
            if (Keeps(graph, in by.Row, by.Namer, day))
            {
                ends.Add(Of(in by.Row, by.Node, namedByOther: true));
            }
        }

        // Stable, so that several ties of one namer stay in the order in which she names them.
        return ends.Count - named < 2 ? ends.DrainToImmutable()
            : [.. ends.Take(named), .. ends.Skip(named).OrderBy(end => end.Other!.Resident)];
    }

    private static bool Keeps(in TieRow tie, int? day) => day is not { } asked || tie.Span.Holds(asked);

    private static bool Keeps(AreaGraph graph, in TieRow tie, int other, int? day) =>
        day is not { } asked || (tie.Span.Holds(asked) && graph.IsOnRegister(other, asked));

    private static TieEnd Of(in TieRow tie, ResidentNode? other, bool namedByOther) => new()
    {
        Other = other is { } known ? KnownResident.Of(known) : null,
        AlterNumber = tie.IsAlter ? tie.Alter + 1 : null,
        NamedByOther = namedByOther,
        Kind = namedByOther ? tie.Kind.TurnedRound() : tie.Kind,
        Frequency = tie.Frequency,
        LastContact = Day(tie.Latest),
        Since = Day(tie.Span.From),
        EndedOn = Day(tie.Span.Until),
    };

    private static DateOnly? Day(int number) =>
        number is DaySpan.Always or DaySpan.Never or ContactDays.None ? null : DateOnly.FromDayNumber(number);
}
