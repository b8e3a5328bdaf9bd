using Networks.Domain.Measures;
using Networks.Domain.Wards;

namespace Networks.Graph.Residents;

/// <summary>
/// Pages of a list that stands in the usual order, ward code and then reference, both as UTF-8 bytes. Cost: the list is sorted.
/// </summary>
internal sealed class WardOrder<T>
{
    private readonly string name;
    private readonly Func<T, (WardCode Ward, string Reference)> place;
    private readonly T[] rows;

    public WardOrder(string name, IEnumerable<T> all, Func<T, (WardCode Ward, string Reference)> place)
    {
        this.name = name;
        this.place = place;
        rows = [.. all];
        Array.Sort(rows, (left, right) => Compare(place(left), place(right)));
    }

    public int Count => rows.Length;

    public PageWindow Window(Page page) =>
        PageWindow.Of(page, rows.Length, cursor => Rows(cursor, 0), cursor => Rows(cursor, -1));

    public IEnumerable<(T Row, string Cursor)> On(PageWindow window) => rows[window.From..window.To].Select(row =>
    {
        var (ward, reference) = place(row);
        return (row, Cursor.Write(name, ward.Value, reference));
    });

    private static int Compare((WardCode Ward, string Reference) left, (WardCode Ward, string Reference) right)
    {
        var byWard = References.Compare(left.Ward.Value, right.Ward.Value);
        return byWard != 0 ? byWard : References.Compare(left.Reference, right.Reference);
    }

    private int? Rows(string cursor, int limit) => Cursor.Read(cursor, name, 2) is [var ward, var reference]
        ? Bisect.Count(rows.Length, at => Compare(place(rows[at]), (WardCode.Of(ward), reference)) <= limit)
        : null;
}
