using HotChocolate;
using Networks.Domain.Pathways;
using Networks.Grains.Pathways;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;

namespace Networks.GraphQLApi.Pathways;

/// <summary>Somebody who has stood at a stage of the pathway longer than it should take.</summary>
[GraphQLName("StalledResident")]
public sealed class StalledResidentType
{
    private readonly StandingPerson _person;
    private readonly DateOnly _today;

    internal StalledResidentType(StandingPerson person, DateOnly today) => (_person, _today) = (person, today);

    /// <summary>Who.</summary>
    public Task<ResidentType> GetResidentAsync(ResidentById residents, CancellationToken cancellationToken) =>
        residents.RequiredAsync(_person.Resident, cancellationToken);

    /// <summary>Where.</summary>
    public PathwayStage Stage => _person.Standing.Stage;

    /// <summary>The day she came there.</summary>
    public DateOnly Since => _person.Standing.Since;

    /// <summary>Days since then.</summary>
    public int Days => _today.DayNumber - _person.Standing.Since.DayNumber;

    /// <summary>The last day on which nobody need have asked.</summary>
    public DateOnly? DueOn => _person.Standing.DueOn;

    /// <summary>Days since then.</summary>
    public int DaysOverdue => _today.DayNumber - (_person.Standing.DueOn?.DayNumber ?? _today.DayNumber);
}

/// <summary>A page of people who stand still.</summary>
public sealed class StalledResidentConnection : Connection<StalledResidentEdge, StalledResidentType>
{
    internal static StalledResidentConnection Of(ListPage<StalledResidentType> page) => new()
    {
        Edges = [.. page.Rows.Select(row => new StalledResidentEdge { Cursor = row.Cursor, Node = row.Row })],
        PageInfo = page.Info,
        TotalCount = page.TotalCount,
    };
}

/// <summary>One person of the list.</summary>
public sealed class StalledResidentEdge : Edge<StalledResidentType>;
