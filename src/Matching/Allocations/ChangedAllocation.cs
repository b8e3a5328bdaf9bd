namespace Networks.Matching.Allocations;

/// <summary>An <see cref="AllocationProblem"/> with changes made, in one copy, and the plan before in its numbers.</summary>
/// <param name="Problem">The problem as it is now.</param>
/// <param name="Before">Where everybody was before, and what places cost.</param>
/// <param name="PersonBefore">Each person's number before the changes, -1 for a newcomer.</param>
public sealed record ChangedAllocation(AllocationProblem Problem, AllocationBefore Before, int[] PersonBefore)
{
    /// <summary>Makes the changes in their order.</summary>
    public static ChangedAllocation Of(AllocationProblem problem, Allocation before, IReadOnlyList<AllocationChange> changes)
    {
        var edits = new Edits(problem);
        foreach (var change in changes)
        {
            edits.Make(change);
        }

        var (next, personBefore) = edits.Copy();
        var offerOf = new int[personBefore.Length];
        for (var person = 0; person < offerOf.Length; person++)
        {
            offerOf[person] = personBefore[person] < 0 ? -1 : before.OfferOf[personBefore[person]];
        }

        return new ChangedAllocation(next, new AllocationBefore(offerOf, before.Price), personBefore);
    }

    private sealed class Edits(AllocationProblem problem)
    {
        private readonly int[] places = [.. problem.Places];
        private readonly SortedDictionary<int, List<IReadOnlyList<(int Offer, int Fit)>>> newcomers = [];
        private readonly SortedDictionary<int, List<(int Offer, int Fit)>?> edited = [];

        public void Make(AllocationChange change)
        {
            switch (change)
            {
                case AllocationChange.Joins joins:
                    newcomers.TryAdd(joins.Ahead, []);
                    newcomers[joins.Ahead].Add(joins.Candidates);
                    break;
                case AllocationChange.Leaves leaves:
                    edited[leaves.Person] = null;
                    break;
                case AllocationChange.PlacesBecome become:
                    places[become.Offer] = become.Places;
                    break;
                case AllocationChange.PairBecomes pair:
                    Without(pair.Person, pair.Offer)?.Add((pair.Offer, pair.Fit));
                    break;
                case AllocationChange.PairEnds pair:
                    Without(pair.Person, pair.Offer);
                    break;
                case AllocationChange.Pinned pinned:
                    edited[pinned.Person] = null;
                    places[pinned.Offer]--;
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(change), change, "No such change.");
            }
        }

        public (AllocationProblem Problem, int[] PersonBefore) Copy()
        {
            var (people, pairs) = (problem.People, problem.Offer.Length);
            foreach (var (person, candidates) in edited)
            {
                people -= candidates is null ? 1 : 0;
                pairs += (candidates?.Count ?? 0) - (problem.Start[person + 1] - problem.Start[person]);
            }

            people += newcomers.Values.Sum(joined => joined.Count);
            pairs += newcomers.Values.Sum(joined => joined.Sum(candidates => candidates.Count));
            var copy = new Rows(problem, people, pairs);
            var from = 0;
            foreach (var person in edited.Keys.Concat(newcomers.Keys).Distinct().Order())
            {
                copy.Keep(from, person);
                newcomers.GetValueOrDefault(person)?.ForEach(candidates => copy.Add(candidates, -1));
                from = person;
                if (edited.TryGetValue(person, out var candidates))
                {
                    from++;
                    if (candidates is not null)
                    {
                        copy.Add(candidates, person);
                    }
                }
            }

            copy.Keep(from, problem.People);
            copy.FillKept();
            var added = edited.Values.OfType<List<(int Offer, int Fit)>>().Concat(newcomers.Values.SelectMany(joined => joined))
                .SelectMany(candidates => candidates);
            var next = new AllocationProblem(problem, copy.Start, copy.Offer, copy.Fit, places, edited.Keys, added);
            return (next, copy.PersonBefore);
        }

        // Null for somebody who has left.
        private List<(int Offer, int Fit)>? Without(int person, int offer)
        {
            if (!edited.TryGetValue(person, out var candidates))
            {
                candidates = [];
                for (var at = problem.Start[person]; at < problem.Start[person + 1]; at++)
                {
                    candidates.Add((problem.Offer[at], problem.Fit[at]));
                }

                edited[person] = candidates;
            }

            candidates?.RemoveAll(pair => pair.Offer == offer);
            return candidates;
        }
    }

    private sealed class Rows(AllocationProblem problem, int people, int pairs)
    {
        private const int PairsATask = 1 << 17;

        private readonly List<(int From, int To, int Count)> stretches = [];
        private int person;
        private int pair;

        public int[] Start { get; } = new int[people + 1];

        public int[] Offer { get; } = GC.AllocateUninitializedArray<int>(pairs);

        public int[] Fit { get; } = GC.AllocateUninitializedArray<int>(pairs);

        public int[] PersonBefore { get; } = new int[people];

        public void Keep(int from, int to)
        {
            if (from >= to)
            {
                return;
            }

            var (first, last) = (problem.Start[from], problem.Start[to]);
            for (var at = from; at < to; at++)
            {
                PersonBefore[person] = at;
                Start[++person] = pair + problem.Start[at + 1] - first;
            }

            for (var at = first; at < last; at += PairsATask)
            {
                stretches.Add((at, pair + at - first, Math.Min(PairsATask, last - at)));
            }

            pair += last - first;
        }

        public void Add(IReadOnlyList<(int Offer, int Fit)> candidates, int before)
        {
            foreach (var candidate in candidates)
            {
                (Offer[pair], Fit[pair++]) = candidate;
            }

            PersonBefore[person] = before;
            Start[++person] = pair;
        }

        // Most of the time goes into memory that is touched for the first time, which threads can share.
        public void FillKept() => Parallel.ForEach(stretches, stretch =>
        {
            var (from, to, count) = stretch;
            problem.Offer.AsSpan(from, count).CopyTo(Offer.AsSpan(to));
            problem.Fit.AsSpan(from, count).CopyTo(Fit.AsSpan(to));
        });
    }
}
