using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Fits;
using Networks.Matching.MarginalValues;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Households;
using Networks.Matching.Tests.Problems;
using Networks.Matching.Verification;

namespace Networks.Matching.Tests.Verification;

public class TableRowsTests
{
    [Fact]
    public void Every_number_of_every_table_is_what_the_checker_finds_by_itself()
    {
        var (alternatives, gains, losses) = (0, 0, 0);
        for (var seed = 0; seed < 1500; seed++)
        {
            if (Solved(RandomRounds.Small(seed, 14, 6)) is var (solution, proved))
            {
                Assert.Null(PlanRows.Fault(proved, [.. solution.Matches.Select(match => Row(proved, match))]));
                Assert.Null(UnmatchedRows.Fault(proved, [.. solution.Unmatched.Select(person => Row(proved, person))]));
                Assert.Null(MarginalRows.Fault(proved, [.. solution.MarginalValues.Select(value => Row(proved, value))]));
                alternatives += solution.Matches.Count(match => match.NextBestCosts > 0);
                gains += solution.MarginalValues.Count(value => value.FurtherMatches[1] > value.PlusOneMatches && value.PlusOneMatches > 0);
                losses += solution.MarginalValues.Count(value => value.MinusOneMatches < 0);
            }
        }

        Assert.True(Math.Min(alternatives, Math.Min(gains, losses)) > 200, $"only {alternatives}, {gains} and {losses} worth looking at");
    }

    [Fact]
    public void Every_number_is_found_again_where_households_share_places()
    {
        var shared = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            if (Solved(HouseholdRounds.Small(seed, 14, 6)) is var (solution, proved))
            {
                Assert.Null(PlanRows.Fault(proved, [.. solution.Matches.Select(match => Row(proved, match))]));
                Assert.Null(UnmatchedRows.Fault(proved, [.. solution.Unmatched.Select(person => Row(proved, person))]));
                Assert.Null(MarginalRows.Fault(proved, [.. solution.MarginalValues.Select(value => Row(proved, value))]));
                var homes = VisitedTogether.Homes(proved.Problem);
                shared += solution.Matches.Count(match => match.NextBestCosts > 0 && homes.ContainsKey(match.Resident));
            }
        }

        Assert.True(shared > 100, $"only {shared} of people who share a place have a next best");
    }

    [Fact]
    public void The_numbers_of_a_whole_scheme_are_found_again()
    {
        var (solution, proved) = Solved(TownRounds.Kirklees())!.Value;
        Assert.Null(PlanRows.Fault(proved, [.. solution.Matches.Select(match => Row(proved, match))]));
        Assert.Null(UnmatchedRows.Fault(proved, [.. solution.Unmatched.Select(person => Row(proved, person))]));
        Assert.Null(MarginalRows.Fault(proved, [.. solution.MarginalValues.Select(value => Row(proved, value))]));
    }

    [Fact]
    public void A_next_best_or_its_price_changed_by_one_is_found()
    {
        var found = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            if (Solved(RandomRounds.Small(seed, 14, 6)) is not var (solution, proved))
            {
                continue;
            }

            PlanRow[] rows = [.. solution.Matches.Select(match => Row(proved, match))];
            for (var at = 0; at < rows.Length; at++)
            {
                var row = rows[at];
                var dearer = row.NextBestCosts.Length == 0 ? "1" : Text(long.Parse(row.NextBestCosts, CultureInfo.InvariantCulture) + 1);
                PlanRow[] changed = [row with { NextBestCosts = dearer }, row with { NextBest = row.Offer }];
                Assert.All(changed, other => Assert.Contains(
                    "next_best", PlanRows.Fault(proved, [.. rows[..at], other, .. rows[(at + 1)..]]), StringComparison.Ordinal));
                found++;
            }
        }

        Assert.True(found > 200, $"only {found} rows");
    }

    [Fact]
    public void A_value_of_one_more_place_changed_by_one_is_found()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            if (Solved(RandomRounds.Small(seed, 10, 5)) is not var (solution, proved))
            {
                continue;
            }

            MarginalRow[] rows = [.. solution.MarginalValues.Select(value => Row(proved, value))];
            for (var at = 0; at < rows.Length; at++)
            {
                var row = rows[at];
                MarginalRow[] changed =
                [
                    row with { Plus = [row.Plus[0] == "0" ? "1" : "0", row.Plus[1], row.Plus[2]] },
                    row with { Plus = [row.Plus[0], row.Plus[1], row.Plus[2] + "0"] },
                    row with { PlusBand = row.PlusBand + "1" },
                    row with { PlusFit = Text(long.Parse(row.PlusFit, CultureInfo.InvariantCulture) + 1) },
                    row with { Minus = row.Minus == "0" ? "-1" : "0" },
                    row with { FirstPerson = row.FirstPerson + "X" },
                ];
                Assert.All(changed, other => Assert.NotNull(MarginalRows.Fault(proved, [.. rows[..at], other, .. rows[(at + 1)..]])));
            }
        }
    }

    private static (RoundSolution Solution, ProvedRound Proved)? Solved(MatchingProblem problem)
    {
        if (RoundSolving.Solve(problem, new ExactMatchingSolver(), null, CancellationToken.None) is not RoundAnswer.Solved solved)
        {
            return null;
        }

        var (answer, proved) = CertificateChecker.Follow(problem, solved.Solution.Plan, solved.Solution.Certificate);
        Assert.IsType<CheckAnswer.Proved>(answer);
        return (solved.Solution, proved!);
    }

    private static PlanRow Row(ProvedRound proved, MatchReason match) => new(
        2, proved.Problem.Round.Value, match.Resident.Value, Vocabulary<OfferKind>.Word(match.Pair.Kind), match.Pair.Offer.Value,
        match.Pair.Mode is { } mode ? Vocabulary<ContactMode>.Word(mode) : "", Text(match.Band), Text(match.WaitingDays),
        match.Pair.Distance is { } far ? Text(Math.Floor((far.Value / 100m) + 0.5m) / 10) : "", Text(match.Pair.Fit),
        match.NextBest?.Value ?? "", Text(match.NextBestCosts));

    private static UnmatchedRow Row(ProvedRound proved, UnmatchedPerson person) => new(
        2, proved.Problem.Round.Value, person.Resident.Value, person.Ward.Value, Text(person.Band), Text(person.WaitingDays),
        ConstraintNames.Of(person.Reason), Text(person.OffersConsidered));

    private static MarginalRow Row(ProvedRound proved, MarginalValue value) => new(
        2, proved.Problem.Round.Value, value.Offer.Value, Vocabulary<OfferKind>.Word(value.Kind), value.Ward.Value, Text(value.Places),
        [Text(value.PlusOneMatches), Text(value.FurtherMatches[0]), Text(value.FurtherMatches[1])], Text(value.PlusOneBand),
        Text(value.PlusOneFit), Text(value.MinusOneMatches), value.FirstPerson?.Value ?? "");

    private static string Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
