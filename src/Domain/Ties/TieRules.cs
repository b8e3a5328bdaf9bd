using Networks.Domain.Commands;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using static System.FormattableString;

namespace Networks.Domain.Ties;

/// <summary>When a resident's ties begin and end.</summary>
public static class TieRules
{
    /// <summary>Most ties one resident names in all, ended ones included.</summary>
    public const int TiesMax = 1_000;

    /// <summary>Refusals in order: toResident or toAlter, circle, lastContact, since; left, full, named.</summary>
    public static Decision<Resident> Record(Resident present, RecordTie command, Moment at)
    {
        var refusal = Values.First(
            OtherEnd(present, command),
            Values.Between("circle", command.Circle, 1, 3),
            Values.Past("lastContact", command.LastContact, at),
            Values.Planned("since", command.Since, at),
            ResidentRules.HasLeft(present, at),
            present.Ties.Length < TiesMax ? null : new WrongState("full", $"Resident '{present.Id}' names {TiesMax} ties already."),
            NamedAlready(present, command, at));
        if (refusal is not null)
        {
            return refusal;
        }

        var number = present.Ties.IsEmpty ? 1 : present.Ties.Max(tie => tie.Number) + 1;
        var added = new Tie
        {
            Number = number,
            Resident = command.ToResident,
            Alter = command.ToAlter,
            Kind = command.Kind,
            Circle = command.Circle,
            Frequency = command.Frequency,
            LastContact = command.LastContact,
            Since = command.Since,
            Support = command.Support,
            RecordedOn = at.Today,
        };
        return Decision<Resident>.Accept(present with { Ties = present.Ties.Add(added) }, number);
    }

    /// <summary>Refusals in order: no such tie; on; ended on another day. Ended on the same day is accepted again.</summary>
    public static Decision<Resident> End(Resident present, EndTie command, Moment at)
    {
        if (Find(present, command.Tie) is not { } tie)
        {
            return new NotRegistered("tie", new TieId(present.Id, command.Tie).ToString());
        }

        if (Values.End("on", tie.Since, command.On, at) is { } invalid)
        {
            return invalid;
        }

        return tie.EndedOn is { } ended && ended != command.On && ended <= at.Today
            ? new WrongState("ended", Invariant($"The tie ended on {ended:yyyy-MM-dd} already."))
            : Decision<Resident>.Accept(present with { Ties = present.Ties.Replace(tie, tie with { EndedOn = command.On }) }, tie.Number);
    }

    /// <summary>The tie with a number; null if she never named one so numbered.</summary>
    public static Tie? Find(Resident resident, int number) => resident.Ties.FirstOrDefault(tie => tie.Number == number);

    private static Refusal? OtherEnd(Resident present, RecordTie command) => command switch
    {
        { ToResident: null, ToAlter: null } or { ToResident: not null, ToAlter: not null } =>
            new InvalidValue("toResident", "Give exactly one of toResident (on the register) and toAlter (a label for anybody else)."),
        { ToResident: { } to } when to == present.Id => new InvalidValue("toResident", "A resident cannot name herself."),
        { ToResident: { } to } => Values.Reference("toResident", to.Value),
        _ => Values.Reference("toAlter", command.ToAlter),
    };

    private static WrongState? NamedAlready(Resident present, RecordTie command, Moment at)
    {
        var same = present.Ties.FirstOrDefault(tie => tie.Resident == command.ToResident && tie.Alter == command.ToAlter
            && tie.Kind == command.Kind && (tie.EndedOn is null || tie.EndedOn > at.Today));
        return same is null
            ? null
            : new WrongState("named", $"Tie '{new TieId(present.Id, same.Number)}' says so; record a contact over it, or end it first.");
    }
}
