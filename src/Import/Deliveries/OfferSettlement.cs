using Networks.Domain.Matches;
using Networks.Import.Refusals;

namespace Networks.Import.Deliveries;

/// <summary>The words in which one kind of offer is spoken of in refusals.</summary>
/// <param name="File">File of the offers.</param>
/// <param name="Column">Column of the capacity.</param>
/// <param name="TakerFile">File of those who take places.</param>
/// <param name="TakerColumn">Column there that names the offer.</param>
/// <param name="Takers">What takers are called.</param>
/// <param name="OneTaker">One of them.</param>
/// <param name="OthersColumn">Column of the places taken by people outside the register.</param>
/// <param name="UnknownCode">Refusal code of a row whose offer does not exist.</param>
internal sealed record OfferWords(
    string File, string Column, string TakerFile, string TakerColumn, string Takers, string OneTaker, string OthersColumn,
    string UnknownCode);

/// <summary>
/// Settles the places of one volunteer or group: a row whose capacity is below what is taken is refused; takers for whom no place is left
/// are refused, the last lines first.
/// </summary>
internal sealed class OfferSettlement(OfferWords words, DateOnly today, Findings findings, Takings takings,
    Action<Takings.Taking> onDropped)
{
    private readonly HashSet<Takings.Taking> dropped = [];

    /// <summary>The offer's id.</summary>
    public required string Name { get; init; }

    /// <summary>Its places as stored; null if the store does not know it.</summary>
    public required Places? Stored { get; init; }

    /// <summary>Capacity the delivery or else the store gives; null = no limit, or not known.</summary>
    public required int? Capacity { get; init; }

    /// <summary>Places taken by people outside the register, as the delivery or else the store says.</summary>
    public required int Others { get; init; }

    /// <summary>Line of the offer's own row; 0 if the delivery has none.</summary>
    public required int Line { get; init; }

    /// <summary>True for a group that has closed: nobody takes a place in it any more, whatever its memberships say.</summary>
    public bool IsClosed { get; init; }

    /// <summary>True if the offer's own row had to be refused.</summary>
    public bool RowRefused { get; private set; }

    /// <summary>The places as they shall be; null if the offer's row was refused and the store does not know it.</summary>
    public Places? Settle()
    {
        var places = Over(Capacity, Others);
        if (Line > 0 && IsOver(places))
        {
            RefuseRow(places.TakenOn(today));
            if (Stored is null)
            {
                foreach (var taking in takings.Rows)
                {
                    Drop(taking, words.UnknownCode, $"The row of {Name} was refused.", $"See {words.File}, line {Line}.");
                }

                return null;
            }

            places = Over(Stored.Capacity, Stored.Others);
        }

        foreach (var taking in takings.Rows.Where(taking => taking.Line > 0).OrderByDescending(taking => taking.Line))
        {
            if (!IsOver(places))
            {
                break;
            }

            Drop(taking, RefusalCode.NoFreePlace, $"All {places.Capacity} places of {Name} are taken.",
                $"Raise {words.Column} in {words.File}, or end {words.OneTaker} first.");
            places = Over(places.Capacity, places.Others);
        }

        return places;
    }

    private Places Over(int? capacity, int others) =>
        takings.Over((Stored ?? new Places()) with { Capacity = capacity, Others = others }, today, dropped.Contains);

    private bool IsOver(Places places) => !IsClosed && places.Capacity is { } capacity && places.TakenOn(today) + places.Others > capacity;

    private void RefuseRow(int taken)
    {
        RowRefused = true;
        findings.Recount(words.File);
        findings.Refuse(new RowRefusal(words.File, Line, words.Column, RefusalCode.BelowTaken,
            $"{char.ToUpperInvariant(words.Column[0])}{words.Column[1..]} {Capacity}, but {taken} current {words.Takers}"
                + (Others == 0 ? "." : $" and {words.OthersColumn} {Others}."),
            $"Set {words.Column} {taken + Others}, or end {words.OneTaker} in {words.TakerFile}."));
    }

    private void Drop(Takings.Taking taking, string code, string reason, string hint)
    {
        dropped.Add(taking);
        onDropped(taking);
        if (taking.Line > 0)
        {
            findings.Recount(words.TakerFile);
            findings.Refuse(new RowRefusal(words.TakerFile, taking.Line, words.TakerColumn, code, reason, hint));
        }
    }
}
