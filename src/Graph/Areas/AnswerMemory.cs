using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// Pages that pictures of one area have answered. A picture never changes, so what it has answered once is answered so again. In a later
/// one a page still stands if its wards' parts do, for a part is replaced by whatever its answers could depend on; what people's evidence
/// says of the way through the graph is compared, and whoever's differs is described again.
/// </summary>
internal sealed class AnswerMemory
{
    private const int PagesMax = 1_024;
    private const int RowsMax = 100;

    private readonly ConcurrentDictionary<string, Remembered> pages = new(StringComparer.Ordinal);

    /// <summary>The page if this very picture has answered it. Cost: a look-up.</summary>
    public UnconnectedAnswer? Find(AreaGraph graph, UnconnectedQuery query, DateOnly asOf) =>
        pages.GetValueOrDefault(Key(query, asOf)) is { } known && known.Step == graph.Step ? known.Answer : null;

    /// <summary>
    /// The page if this picture or an earlier one has answered it and it still stands. Cost: the wards and rows of the page.
    /// </summary>
    public UnconnectedAnswer? Follow(AreaGraph graph, UnconnectedQuery query, DateOnly asOf)
    {
        if (pages.GetValueOrDefault(Key(query, asOf)) is not { } known)
        {
            return null;
        }

        if (known.Step == graph.Step)
        {
            return known.Answer;
        }

        var rule = new RuleOnDay(query.Rule, asOf.DayNumber);
        if (rule.WalksTheGraph || !known.Parts.SequenceEqual(WardChoice.Of(graph, query.Wards)))
        {
            return null;
        }

        var answer = UnconnectedSearch.Followed(graph, known.Answer, rule);
        Keep(graph, query, asOf, answer);
        return answer;
    }

    /// <summary>Keeps a page of ordinary size; when too many are kept, all are forgotten.</summary>
    public void Keep(AreaGraph graph, UnconnectedQuery query, DateOnly asOf, UnconnectedAnswer answer)
    {
        if (answer.Fault is not null || answer.People.Length > RowsMax)
        {
            return;
        }

        if (pages.Count >= PagesMax)
        {
            pages.Clear();
        }

        pages[Key(query, asOf)] = new Remembered(graph.Step, [.. WardChoice.Of(graph, query.Wards)], answer);
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

    /// <summary>A page, the step to the picture that answered it, and the parts it was answered from.</summary>
    private sealed record Remembered(PictureStep Step, WardPart[] Parts, UnconnectedAnswer Answer);
}
