using Networks.Domain.Matches;
using Networks.Domain.Residents;

namespace Networks.Import.Deliveries;

/// <summary>The places of one volunteer or group as residents' records say they are taken, gathered while residents are merged.</summary>
internal sealed class Takings
{
    private readonly List<Taking> rows = [];

    /// <summary>One place taken; <paramref name="Line"/> is the row that says so, 0 if only the resident's record changed.</summary>
    /// <param name="Household">Of people visited together, who take one place; null = a place of her own.</param>
    internal readonly record struct Taking(
        ResidentId Resident, DateOnly? Since, DateOnly? EndedOn, int Line, string? Household = null);

    public IReadOnlyList<Taking> Rows => rows;

    public void Add(Taking taking) => rows.Add(taking);

    /// <summary>
    /// The stored places with these takings put over them. A taking that ended by <paramref name="today"/> and was never stored is not
    /// added: whoever tidies places may have dropped it, and adding it again would change the row with every import.
    /// </summary>
    public Places Over(Places stored, DateOnly today, Func<Taking, bool> isDropped)
    {
        var taken = stored.Taken.ToBuilder();
        foreach (var taking in rows.Where(taking => !isDropped(taking)))
        {
            var at = 0;
            while (at < taken.Count && (taken[at].Resident != taking.Resident || taken[at].Since != taking.Since))
            {
                at++;
            }

            if (at < taken.Count)
            {
                taken[at] = taken[at] with { EndedOn = taking.EndedOn, Household = taking.Household };
            }
            else if (taking.EndedOn is null || taking.EndedOn > today)
            {
                taken.Add(new TakenPlace(taking.Resident, taking.Since, taking.EndedOn, null) { Household = taking.Household });
            }
        }

        return stored with { Taken = taken.ToImmutable() };
    }
}
