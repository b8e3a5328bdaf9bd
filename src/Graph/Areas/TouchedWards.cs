using Networks.Domain.Wards;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>The wards whose answers could differ after one change, and what in each could.</summary>
internal sealed class TouchedWards(WardNumbers numbers)
{
    private readonly Dictionary<int, TouchedWard> wards = [];

    public IReadOnlyDictionary<int, TouchedWard> All => wards;

    /// <summary>A ward that is told of, even if nothing in it differs.</summary>
    public TouchedWard Ward(WardCode ward) => Ward(numbers.Of(ward));

    /// <summary>What is found of a resident of a ward may differ, or she has come or gone; a number below zero is no ward.</summary>
    public void Resident(int ward, int ordinal)
    {
        if (ward >= 0)
        {
            Ward(ward).Touch(ordinal);
        }
    }

    /// <summary>A volunteer or a group of a ward has come, gone or changed.</summary>
    public void Offers(WardCode ward) => Ward(ward).Offers = true;

    private TouchedWard Ward(int ward)
    {
        if (!wards.TryGetValue(ward, out var known))
        {
            wards.Add(ward, known = new TouchedWard());
        }

        return known;
    }
}

/// <summary>What in one ward could differ after a change.</summary>
internal sealed class TouchedWard
{
    /// <summary>
    /// Residents of the ward, or who left it, of whom something else may be found now; if they are more than
    /// <see cref="WardLog.ResidentsMax"/>, only some of them.
    /// </summary>
    public HashSet<int> Residents { get; } = [];

    /// <summary>Notes one more, unless there are more already than anybody asks who they are.</summary>
    public void Touch(int ordinal)
    {
        if (Residents.Count <= WardLog.ResidentsMax)
        {
            Residents.Add(ordinal);
        }
    }

    /// <summary>True if a volunteer or a group came, went or changed.</summary>
    public bool Offers { get; set; }
}
