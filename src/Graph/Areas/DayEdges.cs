using Networks.Domain.Ties;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// The edges that one ward's residents own and that hold on one day, as plain arrays of numbers: what components and walks run over.
/// A tie stands with the resident who names it, whichever ward the other end is in.
/// </summary>
internal sealed class DayEdges
{
    /// <summary>Residents on the register that day.</summary>
    public required int[] People { get; init; }

    public required int[] TieFrom { get; init; }

    public required int[] TieTo { get; init; }

    public required byte[] TieKinds { get; init; }

    public required int[] Members { get; init; }

    public required int[] MemberOf { get; init; }

    public required int[] Matched { get; init; }

    public required int[] MatchedWith { get; init; }

    /// <summary>Cost: the ward's residents and their rows.</summary>
    public static DayEdges Of(AreaGraph graph, WardPart ward, int day)
    {
        List<int> people = new(ward.Residents.Length), tieFrom = [], tieTo = [], members = [], memberOf = [], matched = [],
            matchedWith = [];
        List<byte> kinds = [];
        foreach (var ordinal in ward.Residents)
        {
            var node = graph.Resident(ordinal);
            if (!node.Register.Holds(day))
            {
                continue;
            }

            people.Add(ordinal);
            foreach (ref readonly var tie in node.Ties)
            {
                if (!tie.IsAlter && tie.Holds(day) && graph.IsOnRegister(tie.Other, day))
                {
                    tieFrom.Add(ordinal);
                    tieTo.Add(tie.Other);
                    kinds.Add((byte)tie.Kind);
                }
            }

            foreach (ref readonly var row in node.Memberships)
            {
                if (row.Span.Holds(day) && graph.GroupRuns(row.Group, day))
                {
                    members.Add(ordinal);
                    memberOf.Add(row.Group);
                }
            }

            foreach (ref readonly var row in node.Matches)
            {
                if (row.Span.Holds(day))
                {
                    matched.Add(ordinal);
                    matchedWith.Add(row.Volunteer);
                }
            }
        }

        return new DayEdges
        {
            People = [.. people],
            TieFrom = [.. tieFrom],
            TieTo = [.. tieTo],
            TieKinds = [.. kinds],
            Members = [.. members],
            MemberOf = [.. memberOf],
            Matched = [.. matched],
            MatchedWith = [.. matchedWith],
        };
    }

    /// <summary>True if a tie of the recorded kind is among the kinds of the mask.</summary>
    public static bool Allows(int mask, TieKind kind) => (mask & (1 << (int)kind)) != 0;
}
