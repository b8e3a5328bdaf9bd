using System.Globalization;
using Networks.Domain.Matches;
using Networks.Grains;
using Networks.Grains.MatchingRounds;
using Networks.GraphQLApi.Stores;
using Networks.Import.Csv;
using Networks.Matching.Fairness;
using Networks.Matching.LookAhead;
using Networks.Matching.Losses;
using Networks.Matching.Recruiting;
using Networks.Matching.Rounds;
using Orleans;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>
/// More tables in a round's folder for whoever asks what would be: where to recruit, losses, fairness, pooling, and waiting.
/// </summary>
internal static class WhatIfTables
{
    private const int MovedMax = 3;
    private const int WaitDays = 28;

    public static async Task Write(
        IGrainFactory grains, IMatchingRoundGrain round, RoundName name, string directory, RoundSolution solution,
        CancellationToken cancellationToken)
    {
        var folder = new RoundFolder(directory);
        var recruiting = new List<string?[]>();
        foreach (var by in Enum.GetValues<RecruitingBy>())
        {
            // Of a round that keeps bounds nothing is said: the table then has its header alone.
            var study = await Study(round, new AskRecruiting(by), cancellationToken) as RecruitingStudy;
            recruiting.AddRange(study?.Values.Select(value => Cells(name, by, value)) ?? []);
        }

        folder.Write(
            "recruiting.csv",
            [
                "round", "by", "kind", "ward", "language", "times", "gender", "plus1_matches", "plus2_matches", "plus3_matches",
                "plus4_matches", "plus5_matches", "enough_places", "plus1_fit", "first_person", "sentence",
            ],
            recruiting);
        var losses = new List<string?[]>();
        foreach (var offer in solution.Plan.Pairs.Select(pair => pair.Offer).Distinct().Order())
        {
            var study = (LossStudy)await Study(round, new AskLoss(offer, MovedMax), cancellationToken);
            losses.Add(Cells(name, study.Loss));
        }

        folder.Write("losses.csv", ["round", "offer", "lose", "kept", "moved", "fit", "supported_now", "sentence"], losses);
        var rounds = await grains.RoundRegister().Read();
        var last = rounds.IndexOf(name) is > 0 and var at ? await grains.MatchingRound(rounds[at - 1]).Read() : null;
        var fairness = (FairnessStudy)await Study(round, new AskFairness(last?.Policy), cancellationToken);
        folder.Write(
            "fairness.csv", ["round", "by", "group", "waiting", "helped", "entitled", "days_helped", "days_waiting"],
            fairness.Ledger.Rows.Select(row => Cells(name, row)).Concat(Cells(name, fairness.Ledger)));
        var pooling = await Study(round, new AskPooling([]), cancellationToken) as PoolingStudy;
        folder.Write(
            "pooling.csv", ["round", "organisation", "waiting", "consenting", "helped_apart", "helped_pooled", "lent", "borrowed"],
            (pooling?.Value.Organisations ?? []).Select(row => (string?[])
            [
                name.Value, row.Organisation.Value, Text(row.Waiting), Text(row.Consenting), Text(row.HelpedApart), Text(row.HelpedPooled),
                Text(row.Lent), Text(row.Borrowed),
            ]));
        await WriteLookAhead(folder, round, name, cancellationToken);
    }

    // Of a round whose wards have too short a history the one row says so.
    private static async Task WriteLookAhead(
        RoundFolder folder, IMatchingRoundGrain round, RoundName name, CancellationToken cancellationToken)
    {
        var study = await Study(round, new AskLookAhead(WaitDays, []), cancellationToken);
        var answer = (study as LookAheadStudy)?.Answer;
        folder.Write(
            "lookahead.csv",
            [
                "round", "resident", "offer", "kind", "wait_days", "fit", "fit_gain", "fit_gain_low", "fit_gain_high", "helped_gain",
                "helped_gain_low", "helped_gain_high", "helped_then", "futures", "sentence",
            ],
            answer?.Pairs.Select(pair => (string?[])
            [
                name.Value, pair.Resident.Value, pair.Offer.Value, CellText.Word<OfferKind>(pair.Kind), Text(answer.WaitDays),
                Text(pair.Fit), .. Cells(pair.FitGain), .. Cells(pair.HelpedGain), Text(pair.HelpedThen), Text(answer.Samples),
                pair.Sentence,
            ]) ?? [[name.Value, .. Enumerable.Repeat<string?>(null, 13), (study as StudyRefused)?.Sentence]]);
        folder.Write(
            "forecast.csv", ["round", "what", "kind", "ward", "from", "until", "count", "per_week", "per_week_low", "per_week_high"],
            (answer?.Forecast.Rates ?? []).Select(rate => (string?[])
            [
                name.Value, rate.OfPlaces ? "place" : "referral", CellText.Word<OfferKind>(rate.Kind), rate.Ward.Value,
                CellText.Of(answer!.Forecast.From), CellText.Of(answer.Forecast.Until), Text(rate.Count), .. Cells(
                    new Estimate(rate.PerWeek, rate.Low, rate.High)),
            ]));
    }

    private static string[] Cells(Estimate estimate) =>
        [.. new[] { estimate.Mean, estimate.Low, estimate.High }.Select(value => value.ToString("0.##", CultureInfo.InvariantCulture))];

    private static async Task<RoundStudy> Study(IMatchingRoundGrain round, RoundQuestion question, CancellationToken cancellationToken) =>
        await round.Study(question, cancellationToken)
        ?? throw new BadInputException("Somebody of this plan has just left; type the command again, and the round is solved without her.");

    private static string?[] Cells(RoundName round, RecruitingBy by, RecruitingValue value) =>
    [
        round.Value, CellText.Word<RecruitingBy>(by), CellText.Word<OfferKind>(value.Profile.Kind), value.Profile.Ward?.Value,
        value.Profile.Language, value.Profile.Times.ToString(), CellText.Word(value.Profile.Gender),
        .. value.Helped.Select(helped => Text(helped)), CellText.Of(value.EnoughPlaces),
        value.PlusOneFit.ToString(CultureInfo.InvariantCulture), value.People.IsEmpty ? null : value.People[0].Value, value.Sentence,
    ];

    private static string?[] Cells(RoundName round, LossAnswer loss) =>
    [
        round.Value, loss.Offer.Value, string.Join(';', loss.Lost.Select(place => place.Resident.Value)), Text(loss.Kept),
        string.Join(';', loss.Moved.Select(place => place.Resident.Value)), loss.Fit.ToString(CultureInfo.InvariantCulture),
        CellText.Of(loss.SupportedNow), loss.Sentence,
    ];

    private static string?[] Cells(RoundName round, FairnessRow row) =>
    [
        round.Value, CellText.Word<FairnessDimension>(row.Dimension), row.Group, CellText.Of(row.Waiting), CellText.Of(row.Helped),
        CellText.Of(row.Entitled), CellText.Of(row.DaysHelped), CellText.Of(row.DaysWaiting),
    ];

    // The round as a whole, beside other ways of deciding it.
    private static IEnumerable<string?[]> Cells(RoundName round, FairnessLedger ledger) =>
        from rule in new (string Name, RuleOutcome? Outcome)[]
        {
            ("this-plan", ledger.Plan), ("first-come", ledger.FirstCome), ("last-policy", ledger.LastPolicy),
        }
        where rule.Outcome is not null
        select (string?[])
        [
            round.Value, "rule", rule.Name, null, Text(rule.Outcome.Helped), null, CellText.Of(rule.Outcome.Days), null,
        ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
