using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Commands;
using Networks.Domain.Ties;

namespace Networks.Domain.Residents;

/// <summary>What erasing one person takes out of the records of others.</summary>
public static class ErasureRules
{
    /// <summary>
    /// Another resident's record once <paramref name="erased"/> is forgotten: a tie to that person becomes an ended one to somebody outside
    /// the register, under the next free number, which says nothing; a companion is no longer named. Her record stays hers in every other
    /// way, contacts included.
    /// </summary>
    public static Decision<Resident> Forget(Resident present, ResidentId erased, DateOnly on)
    {
        var isNamed = present.Ties.Any(tie => tie.Resident == erased)
            || present.Attendances.Any(attendance => attendance.AccompaniedBy == erased.Value);
        if (!isNamed)
        {
            return Decision<Resident>.Unchanged(present);
        }

        var label = NextLabel(present.Ties);
        return Decision<Resident>.Accept(present with
        {
            Ties = [.. present.Ties.Select(tie => tie.Resident == erased ? Nameless(tie, label, on) : tie)],
            Attendances =
            [
                .. present.Attendances.Select(attendance =>
                    attendance.AccompaniedBy == erased.Value ? attendance with { AccompaniedBy = null } : attendance),
            ],
        });
    }

    private static Tie Nameless(Tie tie, string label, DateOnly on) => tie with
    {
        Resident = null,
        Alter = label,
        EndedOn = Ended(tie.EndedOn, tie.Since, on),
        Earlier = tie.Earlier.IsEmpty
            ? tie.Earlier
            : [.. tie.Earlier.Select(was => was with { EndedOn = Ended(was.EndedOn, tie.Since, on) })],
    };

    // Of somebody erased nothing is kept, so this end is known at every day.
    private static DateOnly? Ended(DateOnly? ended, DateOnly? since, DateOnly on) => ended <= on ? ended : since > on ? since : on;

    private static string NextLabel(ImmutableArray<Tie> ties) => Enumerable.Range(1, ties.Length + 1)
        .Select(number => number.ToString(CultureInfo.InvariantCulture))
        .First(label => ties.All(tie => tie.Alter != label));
}
