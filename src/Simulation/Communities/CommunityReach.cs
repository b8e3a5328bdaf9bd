using System.Numerics;
using Networks.Matching.Fits;

namespace Networks.Simulation.Communities;

/// <summary>Who could not be helped by anything that was there or came, and what stood against it.</summary>
public sealed partial class CommunityRun
{
    private readonly List<(int Row, long Since)> _wanted = [];
    private readonly List<(FitTable Fits, long From)> _fits = [];

    // By wish, from when it was first wished: whoever was helped is among those reached, as something was open that day.
    private void CountUnreachable()
    {
        var reachedUntil = new long?[_plan.Fits.Rows.Length];
        foreach (var (row, since) in _wanted)
        {
            if ((reachedUntil[row] ??= ReachedUntil(row)) < since)
            {
                _outcome.Unreachable++;
                _outcome.UnreachableBy[Barriers.IndexOf(Against(row, since))]++;
            }
        }
    }

    private long ReachedUntil(int row)
    {
        var until = long.MinValue;
        for (var at = 0; at < _fits.Count; at++)
        {
            // What was judged otherwise from a day on could be for her until then, if it was open so long.
            var (fits, from) = _fits[at];
            var to = at + 1 < _fits.Count ? _fits[at + 1].From : long.MaxValue;
            foreach (var offer in fits.OffersOf(row))
            {
                var open = OpenUntil(offer);
                until = open >= from && from < to ? Math.Max(until, Math.Min(open, to)) : until;
            }
        }

        return until;
    }

    // As live rounds count reasons: what stands against most of what was considered; of equals the first in the list of constraints.
    private Constraint? Against(int row, long since)
    {
        var blocked = new int[Barriers.Count];
        foreach (var considered in _round.Fits.ConsideredFor(row))
        {
            if (OpenUntil(considered.Offer) >= since)
            {
                for (var left = considered.Failing; left != 0; left &= left - 1)
                {
                    blocked[BitOperations.TrailingZeroCount(left)]++;
                }
            }
        }

        var most = blocked.Max();
        return most == 0 ? null : (Constraint)Array.IndexOf(blocked, most);
    }

    private long OpenUntil(int offer) => _plan.Offers[offer].Places <= 0 ? long.MinValue
        : _offers.IsOpen[offer] ? long.MaxValue
        : _offers.ClosedAt[offer];
}
