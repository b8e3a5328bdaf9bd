namespace Networks.Graph.Areas;

/// <summary>
/// Collects who comes to hold rows naming a thing and who no longer does, and writes each thing's list once, so that a load costs its
/// rows and a single change the lists it touches. A list is sorted and names everybody once.
/// </summary>
internal sealed class RowHolders(Chunks<int[]?>.Writer write)
{
    // Most steps change nobody's memberships or matches.
    private Dictionary<int, Dictionary<int, bool>>? changes;

    public void Join(int thing, int resident) => Of(thing)[resident] = true;

    public void Leave(int thing, int resident) => Of(thing)[resident] = false;

    public Chunks<int[]?> Done()
    {
        if (changes is null)
        {
            return write.Done();
        }

        foreach (var (thing, people) in changes)
        {
            var merged = Merge(write[thing] ?? [], people);
            write[thing] = merged.Length == 0 ? null : merged;
        }

        return write.Done();
    }

    private static int[] Merge(int[] old, Dictionary<int, bool> people)
    {
        int[] comers = [.. people.Where(one => one.Value).Select(one => one.Key).Order()];
        var merged = new List<int>(old.Length + comers.Length);
        var next = 0;
        foreach (var resident in old)
        {
            for (; next < comers.Length && comers[next] < resident; next++)
            {
                merged.Add(comers[next]);
            }

            if (!people.ContainsKey(resident))
            {
                merged.Add(resident);
            }
        }

        merged.AddRange(comers.AsSpan(next));
        return [.. merged];
    }

    private Dictionary<int, bool> Of(int thing)
    {
        changes ??= [];
        if (!changes.TryGetValue(thing, out var people))
        {
            changes.Add(thing, people = []);
        }

        return people;
    }
}
