using Networks.Domain.Matches;
using Networks.Domain.Ties;
using Networks.Domain.Wards;
using Networks.Graph.Residents;

namespace Networks.Graph.Areas;

/// <summary>What a point of the connection graph stands for.</summary>
public enum ConnectionNodeKind
{
    /// <summary>Somebody on the register.</summary>
    Resident,

    /// <summary>Somebody outside the register whom a resident names; told apart by a number, never by a label.</summary>
    Alter,

    /// <summary>A group that runs.</summary>
    Group,

    /// <summary>A volunteer who is active.</summary>
    Volunteer,
}

/// <summary>One point of the connection graph on a day.</summary>
/// <param name="Id">"resident:R1", "alter:2:R1" (the second whom R1 names), "group:G1" or "volunteer:V1".</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Ward">Its ward; of an alter, the ward of who names it.</param>
/// <param name="BirthYear">Of a resident, where known.</param>
/// <param name="LivesAlone">Of a resident, where known.</param>
/// <param name="Basis">Of a resident: how much stands behind what is recorded.</param>
/// <param name="Offer">Of a group: what it is.</param>
public readonly record struct ConnectionNode(
    string Id,
    ConnectionNodeKind Kind,
    WardCode Ward,
    int? BirthYear = null,
    bool? LivesAlone = null,
    EvidenceBasis? Basis = null,
    OfferKind? Offer = null);

/// <summary>One connection on a day: a row as it is recorded, so two residents who name each other are joined by two.</summary>
/// <param name="From">Who names, belongs or is matched: a resident's point.</param>
/// <param name="To">The other end's point.</param>
/// <param name="Kind">Which of the four kinds.</param>
/// <param name="TieKind">Of a tie or alter: what the other end is to her.</param>
/// <param name="Since">First day it holds; null = not known.</param>
/// <param name="LastContact">Latest dated contact up to the day.</param>
public readonly record struct ConnectionEdge(
    string From, string To, ConnectionKind Kind, TieKind? TieKind, DateOnly? Since, DateOnly? LastContact);
