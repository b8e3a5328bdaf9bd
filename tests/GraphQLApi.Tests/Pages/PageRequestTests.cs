using HotChocolate;
using Networks.GraphQLApi.Pages;

namespace Networks.GraphQLApi.Tests.Pages;

public sealed class PageRequestTests
{
    [Fact]
    public void Pages_read_forward_or_backward_give_every_row_once_and_in_order()
    {
        for (var count = 0; count <= 12; count++)
        {
            int[] rows = [.. Enumerable.Range(0, count)];
            for (var size = 1; size <= 5; size++)
            {
                Assert.Equal(rows, Forward(rows, size));
                Assert.Equal(rows, Backward(rows, size));
            }
        }
    }

    [Fact]
    public void A_page_says_what_stands_before_and_after_it()
    {
        int[] rows = [1, 2, 3];
        var first = PageRequest.Of(2, null).Cut(rows);
        Assert.Equal((false, true, 3), (first.HasPrevious, first.HasNext, first.TotalCount));
        var rest = PageRequest.Of(2, first.Rows[^1].Cursor).Cut(rows);
        Assert.Equal((true, false, 1), (rest.HasPrevious, rest.HasNext, rest.Rows.Count));
        var beyond = PageRequest.Of(2, rest.Rows[^1].Cursor).Cut(rows);
        Assert.Equal((false, 0), (beyond.HasNext, beyond.Rows.Count));
        var none = PageRequest.Of(0, null).Cut(rows);
        Assert.Equal((true, 0, 3), (none.HasNext, none.Rows.Count, none.TotalCount));
    }

    [Theory]
    [InlineData(101, null, "PAGE_TOO_LARGE")]
    [InlineData(null, 101, "PAGE_TOO_LARGE")]
    [InlineData(-1, null, "BAD_ARGUMENT")]
    [InlineData(null, -1, "BAD_ARGUMENT")]
    [InlineData(1, 1, "BAD_ARGUMENT")]
    public void What_no_page_can_be_is_refused(int? first, int? last, string code)
    {
        var refusal = Assert.Throws<GraphQLException>(() => PageRequest.Of(first, null, last, null));
        Assert.Equal(code, refusal.Errors[0].Code);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("LTE=")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OTk=")]
    public void A_cursor_of_another_list_is_refused(string cursor) =>
        Assert.Equal("BAD_ARGUMENT", Assert.Throws<GraphQLException>(() => PageRequest.Of(1, cursor).Cut([1, 2])).Errors[0].Code);

    private static IEnumerable<int> Forward(int[] rows, int size)
    {
        string? after = null;
        while (true)
        {
            var page = PageRequest.Of(size, after).Cut(rows);
            foreach (var (cursor, row) in page.Rows)
            {
                after = cursor;
                yield return row;
            }

            if (!page.HasNext)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<int> Backward(int[] rows, int size)
    {
        var found = new List<int>();
        string? before = null;
        while (true)
        {
            var page = PageRequest.Of(null, null, size, before).Cut(rows);
            found.InsertRange(0, page.Rows.Select(row => row.Row));
            before = page.Rows.Count == 0 ? before : page.Rows[0].Cursor;
            if (!page.HasPrevious)
            {
                return found;
            }
        }
    }
}
