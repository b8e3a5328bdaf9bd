using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.Domain.Tests.Matches;

/// <summary>
/// Runs a table of place commands, one a line, <c>command -> answer</c>, and gives back the table as it really went. Proposals are written
/// <c>R1.2</c> (resident, attempt), <c>of H1</c> names the household that shares the place; minutes count from the start, which is noon.
/// </summary>
internal sealed class PlaceScript
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private Places _places = new();
    private int _minutes;

    private Moment At => new(Start.AddMinutes(_minutes), DateOnly.FromDateTime(Start.AddMinutes(_minutes).DateTime));

    public static string Run(string script)
    {
        var run = new PlaceScript();
        return string.Join('\n', Lines(script).Select(line => run.Line(line.Split("->")[0].Trim())));
    }

    public static string Tidy(string script) => string.Join('\n', Lines(script));

    public static ProposalId Proposal(string text)
    {
        var parts = text.Split('.');
        var attempt = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return new ProposalId(RoundName.Of("nov-2"), OfferKind.Befriending, attempt, ResidentId.Of(parts[0]));
    }

    public static string Words(PlaceAnswer answer) => answer switch
    {
        PlaceSettled { Already: true } settled => $"{Vocabulary<PlaceStage>.Word(settled.Stage)} already",
        PlaceSettled settled => Vocabulary<PlaceStage>.Word(settled.Stage),
        PlaceRefused refused => RefusalWords.Of(refused.Refusal),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    private static IEnumerable<string> Lines(string script) => script
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private string Line(string line)
    {
        var words = line.Split(' ');
        switch (words[0])
        {
            case "capacity":
                _places = _places with { Capacity = Number(words[1]) };
                return line;
            case "others":
                _places = _places with { Others = Number(words[1]) };
                return line;
            case "minute":
                _minutes = Number(words[1]);
                return line;
            default:
                var decision = PlaceRules.Decide(_places, Command(words), At, closed: null);
                _places = decision.Next ?? _places;
                return $"{line} -> {Words(decision.Answer)}";
        }
    }

    private PlaceCommand Command(string[] words) => words[0] switch
    {
        "hold" => new HoldPlace(Proposal(words[1]), Start.AddMinutes(Number(words[3])))
        {
            Household = words.Length > 5 ? words[5] : null,
        },
        "confirm" => new ConfirmPlace(Proposal(words[1]), At.Today),
        "release" => new ReleasePlace(Proposal(words[1])),
        "take" => new TakePlace(ResidentId.Of(words[1]), At.Today),
        "end" when words[1].Contains('.') => new EndPlace(Proposal(words[1]).Resident, At.Today) { TakenBy = Proposal(words[1]) },
        "end" => new EndPlace(ResidentId.Of(words[1]), At.Today),
        _ => throw new ArgumentOutOfRangeException(nameof(words), words[0]),
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
