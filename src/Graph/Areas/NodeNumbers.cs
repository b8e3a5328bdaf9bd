namespace Networks.Graph.Areas;

/// <summary>Residents, groups and volunteers as one row of numbers, as many as there are when it is made.</summary>
internal readonly record struct NodeNumbers(int Residents, int Groups, int Volunteers)
{
    public int Count => Residents + Groups + Volunteers;

    /// <summary>Read after a picture was made, it covers everything in that picture and all before it.</summary>
    public static NodeNumbers Of(AreaGraph graph) =>
        new(graph.Ordinals.Residents.Count, graph.Ordinals.Groups.Count, graph.Ordinals.Volunteers.Count);

    public bool IsResident(int node) => node < Residents;

    public bool IsGroup(int node) => node >= Residents && node < Residents + Groups;

    public int OfGroup(int ordinal) => Residents + ordinal;

    public int OfVolunteer(int ordinal) => Residents + Groups + ordinal;

    public int GroupAt(int node) => node - Residents;

    public int VolunteerAt(int node) => node - Residents - Groups;
}
