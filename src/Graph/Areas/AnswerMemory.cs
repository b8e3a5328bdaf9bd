using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Networks.Graph.Residents;

namespace Networks.Graph.Areas;

/// <summary>
/// Pages that one picture has answered. A picture never changes and the next one begins with nothing remembered, so what is found here
/// is always what would be worked out.
/// </summary>
internal sealed class AnswerMemory
{
    private const int PagesMax = 1_024;
    private const int RowsMax = 100;

    private readonly ConcurrentDictionary<string, UnconnectedAnswer> pages = new(StringComparer.Ordinal);

    public UnconnectedAnswer? Find(UnconnectedQuery query, DateOnly asOf) => pages.GetValueOrDefault(Key(query, asOf));

    /// <summary>Keeps a page of ordinary size; when too many are kept, all are forgotten.</summary>
    public void Keep(UnconnectedQuery query, DateOnly asOf, UnconnectedAnswer answer)
    {
        if (answer.Fault is not null || answer.People.Length > RowsMax)
        {
            return;
        }

        if (pages.Count >= PagesMax)
        {
            pages.Clear();
        }

        pages[Key(query, asOf)] = answer;
    }

    // Every part ends in a sign that none can hold, so that two questions never share a text.
    private static string Key(UnconnectedQuery query, DateOnly asOf)
    {
        const char End = '\u001f';
        var text = new StringBuilder(query.Rule.ToString()).Append(End)
            .Append(CultureInfo.InvariantCulture, $"{asOf.DayNumber}{End}");
        foreach (var ward in query.Wards ?? [])
        {
            text.Append(ward.Value).Append(End);
        }

        text.Append(query.Wards is null ? "all" : "").Append(End);
        foreach (var step in query.OrderBy)
        {
            text.Append(CultureInfo.InvariantCulture, $"{step.Field}{(step.Descending ? '-' : '+')}");
        }

        return text.Append(CultureInfo.InvariantCulture,
            $"{End}{query.Page.First}{End}{query.Page.Last}{End}{query.Page.After}{End}{query.Page.Before}").ToString();
    }
}
