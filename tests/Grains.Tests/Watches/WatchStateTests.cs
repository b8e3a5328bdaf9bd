using System.Runtime.CompilerServices;
using System.Text.Json;
using Networks.Domain.Pathways;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Grains.Wards;
using Networks.Grains.Watches;
using Networks.Graph.Residents;

namespace Networks.Grains.Tests.Watches;

public sealed class WatchStateTests
{
    private static readonly JsonSerializerOptions Indented = new(StateJson.Options) { WriteIndented = true };

    private static readonly WatchState Sample = new()
    {
        Question = new WatchQuestion(
            new UnconnectedRule
            {
                Combine = Combine.All,
                NoTies = true,
                NoContactSinceDays = 90,
                ComponentAtMost = 5,
                NoGroupWithinHops = 2,
                IsolationAtLeast = 3,
                Counting = [ConnectionKind.Tie, ConnectionKind.Befriending],
                TieKinds = [TieKind.Friend],
                CountStatedFrequency = true,
                OnlyIfConnected = true,
                Basis = [EvidenceBasis.Asked],
            },
            [Town.East],
            Stalled: [PathwayStage.Waiting, PathwayStage.Matched]),
        Listed =
        [
            new WatchedPerson(ResidentId.Of("R00417"), null, null),
            new WatchedPerson(ResidentId.Of("R00988"), 3, new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero)),
            new WatchedPerson(ResidentId.Of("R01530"), 2, new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero), PathwayStage.Matched),
        ],
        Last = 3,
        ReadOn = new DateOnly(2026, 11, 22),
    };

    [Fact]
    public void A_watch_is_stored_as_its_approved_sample_and_read_back_whole()
    {
        var golden = File.ReadAllText(Golden()).TrimEnd();
        Assert.Equal(golden, JsonSerializer.Serialize(Sample, Indented).ReplaceLineEndings("\n"));
        var read = JsonSerializer.Deserialize<WatchState>(golden, Indented)!;
        Assert.Equal(golden, JsonSerializer.Serialize(read, Indented).ReplaceLineEndings("\n"));
        Assert.Equal(Sample.Question.Rule.ToString(), read.Question.Rule.ToString());
    }

    private static string Golden([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden", "watch.json");
}
