namespace Networks.Matching.Fits;

/// <summary>
/// Offers by the cell of a cubic grid their place lies in. Whatever lies no further than one side of a cell from a point is in the point's
/// cell or one of those around it. A grid in space has neither poles nor a date line; on the ground it is as good as flat.
/// </summary>
internal sealed class PlaceGrid
{
    private readonly Glance[] rows;
    private readonly double side;
    private readonly Dictionary<(int X, int Y, int Z), (int From, int To)> cells = [];

    public PlaceGrid(IEnumerable<Glance> offers, double cellMetres)
    {
        // Rounding may put two places a metre further apart than they are.
        side = cellMetres + 1;
        rows = [.. offers.OrderBy(row => Cell(row)).ThenBy(row => row.Offer)];
        for (var from = 0; from < rows.Length;)
        {
            var (cell, to) = (Cell(rows[from]), from + 1);
            while (to < rows.Length && Cell(rows[to]) == cell)
            {
                to++;
            }

            cells[cell] = (from, to);
            from = to;
        }
    }

    /// <summary>Adds the offers near enough that a glance does not turn away; null = each as near as it reaches itself.</summary>
    public void Gather(in Glance seeker, int? reach, List<int> found)
    {
        var (x, y, z) = Cell(seeker);
        for (var at = 0; at < 27; at++)
        {
            if (!cells.TryGetValue((x + (at / 9) - 1, y + (at / 3 % 3) - 1, z + (at % 3) - 1), out var cell))
            {
                continue;
            }

            foreach (ref readonly var row in rows.AsSpan(cell.From..cell.To))
            {
                if (seeker.Suits(row) && seeker.IsNear(row, reach ?? row.Reach) && (reach is not null || (seeker.Modes & row.Modes) != 0))
                {
                    found.Add(row.Offer);
                }
            }
        }
    }

    private (int X, int Y, int Z) Cell(in Glance at) =>
        ((int)Math.Floor(at.X / side), (int)Math.Floor(at.Y / side), (int)Math.Floor(at.Z / side));
}
