using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Simulation.Fittings;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Snapshots;

namespace Networks.Simulation.Studies;

/// <summary>What the record says where a scenario asks it; null where it does not.</summary>
internal sealed record MeasuredInputs
{
    /// <summary>How long matches last.</summary>
    public MeasuredLength? Match { get; private init; }

    /// <summary>How long somebody waits before she leaves the list by herself.</summary>
    public MeasuredLength? Patience { get; private init; }

    /// <summary>Days between one match of a volunteer and the next.</summary>
    public MeasuredNumber? Gap { get; private init; }

    /// <summary>Share of volunteers who stop within a year.</summary>
    public MeasuredNumber? Leaving { get; private init; }

    /// <summary>Volunteers who join in a year.</summary>
    public MeasuredNumber? Joining { get; private init; }

    /// <summary>Days that checks take.</summary>
    public MeasuredNumber? Checking { get; private init; }

    /// <summary>Measures what a scenario asks for; faults where too little is on record.</summary>
    public static (MeasuredInputs Inputs, ImmutableArray<ScenarioFault> Faults) Of(
        AreaSnapshot snapshot, Scenario scenario, IReadOnlySet<WardCode> wards, ulong seed)
    {
        var faults = ImmutableArray.CreateBuilder<ScenarioFault>();
        var inputs = scenario.Inputs;
        MeasuredLength? Length(NumberInput? input, string name, Func<ObservedLengths> seen) =>
            input is { IsMeasured: true } ? Taken(MeasuredLengths.Of(seen(), name, input, seed)) : null;
        MeasuredNumber? Number(NumberInput input, Func<(MeasuredNumber?, string)> measure, string instead) =>
            !input.IsMeasured ? null
            : measure() is var (number, why) && number is not null ? number
            : Refused(new ScenarioFault(input.At, $"{input.At.Path.Split('.')[^1]} cannot be measured: {why}", instead));
        MeasuredNumber? Refused(ScenarioFault fault)
        {
            faults.Add(fault);
            return null;
        }

        MeasuredLength? Taken((MeasuredLength? Length, ScenarioFault? Fault) answer)
        {
            faults.AddRange(answer.Fault is { } fault ? [fault] : Array.Empty<ScenarioFault>());
            return answer.Length;
        }

        var measured = new MeasuredInputs
        {
            Match = Length(inputs.MatchLength.Mean, "matchLength", () => MeasuredLengths.Matches(snapshot)),
            Patience = Length(inputs.LeavesListAfter?.Mean, "leavesListAfter", () => MeasuredLengths.Patience(snapshot)),
            Gap = Number(
                inputs.GapBeforeNextMatch, () => MeasuredRates.Gap(snapshot, scenario.Rounds.Every), "Give a length, such as 2 weeks."),
            Leaving = Number(
                inputs.VolunteersLeavePerYear, () => MeasuredRates.Leaving(snapshot), "Give a share, or a range such as [15%, 40%]."),
            Joining = Number(
                inputs.VolunteersJoinPerYear, () => MeasuredRates.Joining(snapshot, wards), "Give a number, or a range such as [5, 20]."),
            Checking = Number(
                inputs.Recruitment.CheckTakes, () => MeasuredRates.Checking(snapshot, inputs.Recruitment.InductionEvery),
                "Give a length, such as 6 weeks."),
        };
        if (inputs.Recruitment.ApplyShare is { IsMeasured: true } share)
        {
            faults.Add(new ScenarioFault(
                share.At, "applyShare cannot be measured: whoever enquires and goes no further is not on record.", "Give a share."));
        }

        return (measured, faults.ToImmutable());
    }
}
