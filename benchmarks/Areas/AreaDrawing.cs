namespace Networks.Benchmarks.Areas;

/// <summary>Draws an area stage by stage; what each stage draws is in the README of the peers' harness.</summary>
internal sealed class AreaDrawing(int residents, int wards, ulong seed)
{
    private const int CellMetres = 3_000;
    private const int NoTie = int.MaxValue;
    private readonly Draw draw = new(seed);
    private readonly int side = (int)Math.Ceiling(Math.Sqrt(wards));
    private readonly int[] ward = new int[residents];
    private int[] wardStart = [];

    public GeneratedArea Draw()
    {
        wardStart = DrawWards();
        var (household, householdWard) = DrawHouseholds();
        var (isolates, tiny, main) = DrawClasses();
        var (a, b) = DrawTies(tiny, main);
        var age = Each(a.Length, at => TieAge(((long)a[at] * residents) + b[at]));
        var groupWard = Sorted(Math.Max(1, residents / 300), at => draw.Below(70, at, wards));
        var memberships = DrawMemberships(groupWard);
        var (volunteers, befriending) = DrawVolunteers([.. isolates.Concat(tiny).Order()]);
        return new GeneratedArea
        {
            Residents = residents,
            WardStart = wardStart,
            HouseholdWard = householdWard,
            HouseholdX = Each(householdWard.Length, at => East(householdWard[at], draw.Share(3, at) * CellMetres)),
            HouseholdY = Each(householdWard.Length, at => North(householdWard[at], draw.Share(4, at) * CellMetres)),
            Ward = ward,
            Household = household,
            BirthYear = Each(residents, at => 1930 + draw.Below(66, at, 78)),
            Interests = Each(residents, Interests),
            LastContactAge = LastContacts(a, b, age),
            TieA = a,
            TieB = b,
            TieAge = age,
            Groups = DrawGroups(groupWard, memberships),
            Memberships = memberships,
            Volunteers = volunteers,
            Befriending = befriending,
        };
    }

    // Sizes are 0.6 to 1.4 of the mean.
    private int[] DrawWards()
    {
        var weights = Each(wards, at => 0.6 + (0.8 * draw.Share(1, at)));
        double total = weights.Sum(), sum = 0;
        int[] starts = [0, .. weights.Select(weight => (int)Math.Round((sum += weight) / total * residents))];
        for (var at = 0; at < wards; at++)
        {
            ward.AsSpan(starts[at]..starts[at + 1]).Fill(at);
        }

        return starts;
    }

    // One to five people, never across wards.
    private (int[] Household, int[] Ward) DrawHouseholds()
    {
        var starts = new bool[residents];
        for (long at = 0, end = 0; at < residents && end < residents; at++)
        {
            starts[end] = true;
            var share = draw.Share(2, at);
            end += share <= .30 ? 1 : share <= .65 ? 2 : share <= .81 ? 3 : share <= .94 ? 4 : 5;
        }

        foreach (var start in wardStart.AsSpan(..wards))
        {
            starts[start] = true;
        }

        var household = new int[residents];
        List<int> wardOf = [];
        for (var at = 0; at < residents; at++)
        {
            if (starts[at])
            {
                wardOf.Add(ward[at]);
            }

            household[at] = wardOf.Count - 1;
        }

        return (household, [.. wardOf]);
    }

    private (int[] Isolates, int[] Tiny, int[] Main) DrawClasses()
    {
        List<int> isolates = [], tiny = [], main = [];
        for (var at = 0; at < residents; at++)
        {
            (draw.Share(5, at) switch { < .10 => isolates, < .15 => tiny, _ => main }).Add(at);
        }

        return ([.. isolates], [.. tiny], [.. main]);
    }

    private (int[] A, int[] B) DrawTies(int[] tiny, int[] main)
    {
        List<long> keys = new(residents * 3);
        DrawChains(tiny, keys);
        var first = Each(wards, at => FirstAtLeast(main, wardStart[at]));
        var count = Each(wards, at => FirstAtLeast(main, wardStart[at + 1]) - first[at]);
        for (var hops = 1; hops <= 3; hops++)
        {
            DrawLattice(main, first, count, hops, keys);
        }

        DrawHubs(main, first, count, keys);
        var sorted = keys.ToArray();
        Array.Sort(sorted);
        long last = -1;
        var kept = 0;
        foreach (var key in sorted)
        {
            if (key != last)
            {
                sorted[kept++] = last = key;
            }
        }

        return (Each(kept, at => (int)(sorted[at] / residents)), Each(kept, at => (int)(sorted[at] % residents)));
    }

    // Chains of two to five of those in small circles, in their order.
    private void DrawChains(int[] tiny, List<long> keys)
    {
        var breaks = new HashSet<int>();
        for (int at = 0, end = 0; at < tiny.Length && end < tiny.Length; at++)
        {
            end += 2 + draw.Below(6, at, 4);
            breaks.Add(end);
        }

        for (var at = 0; at + 1 < tiny.Length; at++)
        {
            if (!breaks.Contains(at + 1))
            {
                Tie(tiny[at], tiny[at + 1], keys);
            }
        }
    }

    // A ring lattice in the order of the ward; the second and third neighbour are rewired 20% within the ward and 6% anywhere.
    private void DrawLattice(int[] main, int[] first, int[] count, int hops, List<long> keys)
    {
        for (var at = 0; at < main.Length; at++)
        {
            var home = ward[main[at]];
            var to = first[home] + ((at - first[home] + hops) % count[home]);
            var share = hops == 1 ? 1 : draw.Share(10 + hops, at);
            to = share < .20 ? first[home] + draw.Below(20 + hops, at, count[home])
                : share < .26 ? draw.Below(30 + hops, at, main.Length)
                : to;
            if (hops < 3 || draw.Share(17, at) < .60)
            {
                Tie(main[at], main[to], keys);
            }
        }
    }

    // One in forty knows many, by a heavy tail; three in four of those in the ward.
    private void DrawHubs(int[] main, int[] first, int[] count, List<long> keys)
    {
        long drawn = 0;
        for (var at = 0; at < main.Length; at++)
        {
            if (draw.Share(40, at) >= .025)
            {
                continue;
            }

            var home = ward[main[at]];
            var ties = (int)Math.Min(250, 6 * Math.Pow(1 - draw.Share(41, at), -1 / 1.7));
            for (; ties > 0; ties--, drawn++)
            {
                var to = draw.Share(42, drawn) >= .75
                    ? draw.Below(43, drawn, main.Length)
                    : first[home] + draw.Below(44, drawn, count[home]);
                Tie(main[at], main[to], keys);
            }
        }
    }

    private void Tie(int one, int other, List<long> keys)
    {
        if (one != other)
        {
            keys.Add(((long)Math.Min(one, other) * residents) + Math.Max(one, other));
        }
    }

    private int TieAge(long key) => (int)Math.Min(2000, -70 * Math.Log(1 - draw.Share(50, key)));

    private int?[] LastContacts(int[] a, int[] b, int[] age)
    {
        var newest = Each(residents, _ => NoTie);
        for (var at = 0; at < a.Length; at++)
        {
            newest[a[at]] = Math.Min(newest[a[at]], age[at]);
            newest[b[at]] = Math.Min(newest[b[at]], age[at]);
        }

        return Each(residents, at => newest[at] != NoTie ? newest[at]
            : draw.Share(51, at) < .25 ? (int?)null
            : 30 + draw.Below(52, at, 1970));
    }

    private int[] Interests(int at)
    {
        int[] all = [draw.Below(62, at, 24) + 1, draw.Below(63, at, 24) + 1, draw.Below(64, at, 24) + 1];
        return [.. all.Take(draw.Below(65, at, 3) + 1).Distinct().Order()];
    }

    private (int Resident, int Group, int Age)[] DrawMemberships(int[] groupWard)
    {
        var first = Each(wards, at => FirstAtLeast(groupWard, at));
        var count = Each(wards, at => FirstAtLeast(groupWard, at + 1) - first[at]);
        return
        [
            .. Enumerable.Range(0, residents).Where(at => draw.Share(71, at) < .25).Select(at =>
            {
                var home = ward[at];
                var group = draw.Share(72, at) < .70 && count[home] > 0
                    ? first[home] + draw.Below(73, at, count[home])
                    : draw.Below(74, at, groupWard.Length);
                return (at, group, draw.Below(80, at, 1500));
            }),
        ];
    }

    // Half the groups are full, the others have one to twenty places left.
    private GeneratedGroup[] DrawGroups(int[] groupWard, (int Resident, int Group, int Age)[] memberships)
    {
        var members = new int[groupWard.Length];
        foreach (var (_, group, _) in memberships)
        {
            members[group]++;
        }

        return Each(groupWard.Length, at => new GeneratedGroup(
            groupWard[at], draw.Below(77, at, 24) + 1,
            members[at] + (draw.Share(75, at) < .5 ? 0 : 1 + draw.Below(76, at, 20)), members[at],
            East(groupWard[at], draw.Below(78, at, CellMetres)), North(groupWard[at], draw.Below(79, at, CellMetres))));
    }

    // One to four places each, of which 65% are taken, half the time by somebody without ties or in a small circle.
    private (GeneratedVolunteer[] Volunteers, (int Resident, int Volunteer, int StartedAge, int VisitAge)[] Befriending) DrawVolunteers(
        int[] lonely)
    {
        var count = Math.Max(1, residents / 150);
        var taken = new int[count];
        var seen = new HashSet<int>();
        List<(int, int, int, int)> befriending = [];
        long slot = 0;
        for (var volunteer = 0; volunteer < count; volunteer++)
        {
            for (var place = 0; place <= draw.Below(91, volunteer, 4); place++, slot++)
            {
                if (draw.Share(92, slot) >= .65)
                {
                    continue;
                }

                var resident = draw.Share(93, slot) < .5 ? lonely[draw.Below(94, slot, lonely.Length)] : draw.Below(95, slot, residents);
                if (seen.Add(resident))
                {
                    befriending.Add((resident, volunteer, 100 + draw.Below(98, resident, 900), draw.Below(99, resident, 100)));
                    taken[volunteer]++;
                }
            }
        }

        var volunteers = Each(count, at =>
        {
            var home = draw.Below(90, at, wards);
            return new GeneratedVolunteer(home, 1 + draw.Below(91, at, 4), taken[at],
                East(home, draw.Below(96, at, CellMetres)), North(home, draw.Below(97, at, CellMetres)));
        });
        return (volunteers, [.. befriending]);
    }

    private int East(int ward, double within) => (int)(((ward % side) * CellMetres) + within);

    private int North(int ward, double within) => (int)(((ward / side) * CellMetres) + within);

    private static int[] Sorted(int count, Func<int, int> draw)
    {
        var values = Each(count, draw);
        Array.Sort(values);
        return values;
    }

    // First position of a rising list that holds at least the value.
    private static int FirstAtLeast(int[] rising, int value)
    {
        int low = 0, high = rising.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rising[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static T[] Each<T>(int count, Func<int, T> make)
    {
        var all = new T[count];
        for (var at = 0; at < count; at++)
        {
            all[at] = make(at);
        }

        return all;
    }
}
