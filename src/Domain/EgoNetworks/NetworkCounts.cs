namespace Networks.Domain.EgoNetworks;

/// <summary>What the type of a network is read off.</summary>
/// <param name="Family">Partner, children, parents and other relatives in regular contact.</param>
/// <param name="Friends">Friends in regular contact.</param>
/// <param name="Wider">Neighbours and acquaintances in regular contact.</param>
/// <param name="Groups">Groups she belongs to.</param>
/// <param name="Volunteers">Volunteers matched with her.</param>
/// <param name="Others">Anybody else named who is not paid to see her: contact seldom, or how often is not known.</param>
public readonly record struct NetworkCounts(int Family, int Friends, int Wider, int Groups, int Volunteers, int Others);
