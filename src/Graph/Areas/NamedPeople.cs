using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>Whom a resident names, each once.</summary>
internal static class NamedPeople
{
    /// <summary>The ordinals ascending, in <paramref name="room"/> if they fit.</summary>
    public static Span<int> Of(ResidentNode node, Span<int> room)
    {
        var ties = node.Ties;
        room = ties.Length <= room.Length ? room : new int[ties.Length];
        var count = 0;
        foreach (ref readonly var tie in ties)
        {
            if (!tie.IsAlter)
            {
                room[count++] = tie.Other;
            }
        }

        var named = room[..count];
        named.Sort();
        count = 0;
        foreach (var other in named)
        {
            if (count == 0 || named[count - 1] != other)
            {
                named[count++] = other;
            }
        }

        return named[..count];
    }
}
