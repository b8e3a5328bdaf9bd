using System.Globalization;
using Networks.Domain.Measures;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Residents;

/// <summary>By what people can be ordered; each kind of list offers some of these.</summary>
internal enum RowField
{
    Ward,
    Id,
    LastContact,
    WaitingSince,
    PriorityBand,
    Connections,
    RegisteredOn,
}

/// <summary>One step of an order. Nulls stand last in both directions.</summary>
internal readonly record struct RowOrder(RowField Field, bool Descending);

/// <summary>
/// People of several wards in the order asked for, and where a cursor points among them. Every order ends on the reference.
/// </summary>
internal abstract class PeopleRows
{
    public abstract int Count { get; }

    /// <summary>The ordinal of the person in a row.</summary>
    public abstract int this[int row] { get; }

    /// <summary>The cursor of a row; null where the usual order's, <see cref="Cursor.OfWard"/>, is meant.</summary>
    public abstract string? OwnCursorAt(int row);

    public abstract int? RowsUpTo(string cursor);

    public abstract int? RowsBefore(string cursor);

    /// <summary>Cost: wards for the usual order; for any other the whole list is sorted.</summary>
    public static PeopleRows Of(
        AreaGraph graph, (WardPart Ward, WardList List)[] lists, IReadOnlyList<RowOrder> order, int day) =>
        order.Count == 0 || order is [{ Field: RowField.Ward, Descending: false }]
            || (order.Count > 1 && order[0] == new RowOrder(RowField.Ward, false)
                && order[1] == new RowOrder(RowField.Id, false))
            ? new ByWard(graph, lists)
            : new Sorted(graph, lists, order, day);

    /// <summary>Ward, then reference: the order in which the wards' lists already stand, so nothing is sorted or copied.</summary>
    private sealed class ByWard : PeopleRows
    {
        private readonly AreaGraph graph;
        private readonly (WardPart Ward, WardList List)[] lists;
        private readonly int[] starts;

        public ByWard(AreaGraph graph, (WardPart Ward, WardList List)[] lists)
        {
            this.graph = graph;
            this.lists = lists;
            starts = new int[lists.Length + 1];
            for (var at = 0; at < lists.Length; at++)
            {
                starts[at + 1] = starts[at] + lists[at].List.Count;
            }
        }

        public override int Count => starts[^1];

        public override int this[int row]
        {
            get
            {
                var list = Array.BinarySearch(starts, row);
                list = list < 0 ? ~list - 1 : list;
                while (starts[list + 1] == row)
                {
                    list++; // an empty ward begins where the next one does
                }

                return lists[list].List.People[row - starts[list]];
            }
        }

        public override string? OwnCursorAt(int row) => null;

        public override int? RowsUpTo(string cursor) => Rows(cursor, 0);

        public override int? RowsBefore(string cursor) => Rows(cursor, -1);

        // Counts rows whose comparison with the cursor is at most `limit`: 0 with the cursor's own row, -1 without it.
        private int? Rows(string cursor, int limit)
        {
            if (Cursor.Read(cursor, Cursor.WardName, 2) is not [var ward, var reference])
            {
                return null;
            }

            var before = 0;
            foreach (var (part, list) in lists)
            {
                var byWard = References.Compare(part.Code.Value, ward);
                if (byWard > 0)
                {
                    break;
                }

                before += byWard < 0
                    ? list.Count
                    : Bisect.Count(list.Count, at =>
                        graph.Ordinals.Residents.Compare(list.People[at], reference) <= limit);
            }

            return before;
        }
    }

    /// <summary>Any other order.</summary>
    private sealed class Sorted : PeopleRows
    {
        private readonly string name;
        private readonly IReadOnlyList<RowOrder> order;
        private readonly Key[] keys;

        public Sorted(AreaGraph graph, (WardPart Ward, WardList List)[] lists, IReadOnlyList<RowOrder> order, int day)
        {
            this.order = order;
            name = string.Join(',', order.Select(step => $"{step.Field}{(step.Descending ? "-" : "+")}"));
            keys = [.. lists.SelectMany(list => list.List.People).AsParallel().Select(ordinal => KeyOf(graph, ordinal, day))];
            Array.Sort(keys, Compare);
        }

        public override int Count => keys.Length;

        public override int this[int row] => keys[row].Ordinal;

        public override string? OwnCursorAt(int row)
        {
            var key = keys[row];
            return Cursor.Write(
                name, key.Ward, key.Reference, Text(key.LastContact), Text(key.WaitingSince), Text(key.Band), Text(key.Connections),
                Text(key.RegisteredOn));
        }

        public override int? RowsUpTo(string cursor) => Rows(cursor, 0);

        public override int? RowsBefore(string cursor) => Rows(cursor, -1);

        private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

        private static bool TryNumber(string text, out int? number)
        {
            var known = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value);
            number = known ? value : null;
            return known || text == "";
        }

        private Key KeyOf(AreaGraph graph, int ordinal, int day)
        {
            var person = graph.Resident(ordinal);
            bool Needs(RowField field) => order.Any(step => step.Field == field);
            var contact = Needs(RowField.LastContact)
                ? new PersonScan(graph, person, day, KindMask.AllConnections, KindMask.AllTies).Run().LatestContact
                : ContactDays.None;
            return new Key(
                ordinal,
                person.Ward.Value,
                person.Id.Value,
                contact == ContactDays.None ? null : contact,
                person.Seeking == 0 ? null : person.WaitingSince?.DayNumber,
                person.PriorityBand,
                Needs(RowField.Connections) ? CurrentConnections.Of(graph, person, day).Count : null,
                person.Register.From == DaySpan.Always ? null : person.Register.From);
        }

        private int? Rows(string cursor, int limit)
        {
            if (Cursor.Read(cursor, name, 7) is not
                    [var ward, var reference, var contactText, var waitingText, var bandText, var countText, var registeredText]
                || !TryNumber(contactText, out var contact) || !TryNumber(waitingText, out var waiting)
                || !TryNumber(bandText, out var band) || !TryNumber(countText, out var count)
                || !TryNumber(registeredText, out var registered))
            {
                return null;
            }

            var key = new Key(-1, ward, reference, contact, waiting, band, count, registered);
            return Bisect.Count(keys.Length, at => Compare(keys[at], key) <= limit);
        }

        private int Compare(Key left, Key right)
        {
            foreach (var step in order)
            {
                var compared = step.Field switch
                {
                    RowField.Ward => Signed(References.Compare(left.Ward, right.Ward), step),
                    RowField.Id => Signed(References.Compare(left.Reference, right.Reference), step),
                    RowField.LastContact => NullsLast(left.LastContact, right.LastContact, step),
                    RowField.WaitingSince => NullsLast(left.WaitingSince, right.WaitingSince, step),
                    RowField.PriorityBand => NullsLast(left.Band, right.Band, step),
                    RowField.Connections => NullsLast(left.Connections, right.Connections, step),
                    RowField.RegisteredOn => NullsLast(left.RegisteredOn, right.RegisteredOn, step),
                    _ => throw new ArgumentOutOfRangeException(nameof(left), step.Field, "No such order."),
                };
                if (compared != 0)
                {
                    return compared;
                }
            }

            return References.Compare(left.Reference, right.Reference);
        }

        private static int Signed(int compared, RowOrder step) => step.Descending ? -compared : compared;

        private static int NullsLast(int? left, int? right, RowOrder step) => (left, right) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => Signed(left.Value.CompareTo(right.Value), step),
        };

        private readonly record struct Key(
            int Ordinal, string Ward, string Reference, int? LastContact, int? WaitingSince, int? Band, int? Connections,
            int? RegisteredOn);
    }
}
