using System.Runtime.InteropServices;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>The wards whose answers could differ after one change, and what in each could.</summary>
internal sealed class TouchedWards
{
    private readonly OrdinalSet numbers = new();
    private readonly List<TouchedWard> wards = [];

    public ReadOnlySpan<TouchedWard> All => CollectionsMarshal.AsSpan(wards);

    /// <summary>A ward that is told of, even if nothing in it differs.</summary>
    public TouchedWard Ward(int number)
    {
        if (numbers.Add(number))
        {
            wards.Add(new TouchedWard(number));
        }

        return wards[numbers.PlaceOf(number)];
    }

    /// <summary>What is found of a resident of a ward may differ, or she has come or gone; a number below zero is no ward.</summary>
    public void Resident(int ward, int ordinal)
    {
        if (ward >= 0)
        {
            Ward(ward).Touch(ordinal);
        }
    }
}

/// <summary>What in one ward could differ after a change.</summary>
internal sealed class TouchedWard(int number)
{
    public int Number => number;

    /// <summary>
    /// Residents of the ward, or who left it, of whom something else may be found now; if they are more than
    /// <see cref="WardLog.ResidentsMax"/>, only some of them.
    /// </summary>
    public OrdinalSet Residents { get; } = new();

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
