using System.Collections;

namespace Networks.GraphQLApi.Pages;

/// <summary>Rows that are made when somebody asks for them: most clients read a page's nodes and none of its edges and cursors.</summary>
internal sealed class RowsOnDemand<T>(int count, Func<int, T> row) : IReadOnlyList<T>
{
    public int Count => count;

    public T this[int index] => row(index);

    public IEnumerator<T> GetEnumerator()
    {
        for (var at = 0; at < count; at++)
        {
            yield return row(at);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
