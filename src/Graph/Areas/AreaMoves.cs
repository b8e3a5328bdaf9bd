namespace Networks.Graph.Areas;

/// <summary>Who comes to which ward and who leaves it in one step; most steps move nobody.</summary>
internal sealed class AreaMoves
{
    private Dictionary<int, WardMoves>? wards;

    /// <summary>Those of one ward; null if nobody comes or leaves there.</summary>
    public WardMoves? Find(int ward) => wards?.GetValueOrDefault(ward);

    /// <summary>Those of one ward, to be added to.</summary>
    public WardMoves Of(int ward)
    {
        wards ??= [];
        if (!wards.TryGetValue(ward, out var known))
        {
            wards.Add(ward, known = new WardMoves());
        }

        return known;
    }

    /// <summary>Somebody or something leaves a ward, for which it may have come in this very step.</summary>
    public void Leave(int ward, Func<WardMoves, HashSet<int>> comers, Func<WardMoves, HashSet<int>> leavers, int ordinal)
    {
        var moves = Of(ward);
        comers(moves).Remove(ordinal);
        leavers(moves).Add(ordinal);
    }
}
