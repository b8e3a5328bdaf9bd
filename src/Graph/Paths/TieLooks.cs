using Networks.Graph.Areas;

namespace Networks.Graph.Paths;

/// <summary>What a search does with each person at the other end of a tie.</summary>
internal interface ITieVisitor
{
    /// <summary>False if nothing about this person could matter; asked before anything of hers is touched.</summary>
    bool Wants(int person);

    /// <summary>Somebody wanted, with a tie that holds; the same person comes once for each such row.</summary>
    void Meet(int person);
}

/// <summary>The ties of one person on one day, named by either end, row by row.</summary>
internal static class TieLooks
{
    /// <summary>Shows <paramref name="visitor"/> everybody tied to a person. Gives the number of rows looked at.</summary>
    public static int Each<TVisitor>(AreaGraph graph, int person, int day, ref TVisitor visitor)
        where TVisitor : struct, ITieVisitor
    {
        var ties = graph.Resident(person).Ties;
        foreach (ref readonly var tie in ties)
        {
            if (!tie.IsAlter && tie.Holds(day) && visitor.Wants(tie.Other))
            {
                visitor.Meet(tie.Other);
            }
        }

        var namers = graph.Namers(person);
        foreach (var namer in namers)
        {
            if (visitor.Wants(namer) && Names(graph, namer, person, day))
            {
                visitor.Meet(namer);
            }
        }

        return ties.Length + namers.Length;
    }

    private static bool Names(AreaGraph graph, int namer, int named, int day)
    {
        foreach (ref readonly var tie in graph.Resident(namer).Ties)
        {
            if (tie.Other == named && tie.Holds(day))
            {
                return true;
            }
        }

        return false;
    }
}
