using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;

namespace Networks.Domain.Tests;

/// <summary>One resident with one of everything, on the day of the examples in the documentation.</summary>
internal static class Sample
{
    public static readonly DateOnly Today = new(2026, 11, 22);
    public static readonly Moment At = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), Today);
    public static readonly CommandId Command = CommandId.Of("c1");
    public static readonly ResidentId R1 = ResidentId.Of("R1");
    public static readonly GroupId G1 = GroupId.Of("G1");
    public static readonly VolunteerId V1 = VolunteerId.Of("V1");

    /// <summary>On the register for a year, and agreed to be put forward.</summary>
    public static ResidentFacts Facts { get; } = new()
    {
        Ward = WardCode.Of("E05012993"),
        RegisteredOn = Today.AddYears(-1),
        Consents = [new Consent(Consent.Matching, null, null) { RecordedOn = Today.AddYears(-1) }],
    };

    public static Resident Newcomer { get; } = new() { Id = R1, Facts = Facts };

    /// <summary>
    /// Tie 1 (friend R2), tie 3 (ended), a membership of G1, an ended match 1 and an active match 2, each since a month ago.
    /// </summary>
    public static Resident Settled { get; } = Newcomer with
    {
        Ties =
        [
            new Tie { Number = 1, Resident = ResidentId.Of("R2"), Kind = TieKind.Friend, Since = Today.AddMonths(-1) },
            new Tie { Number = 3, Alter = "1", Kind = TieKind.Child, EndedOn = Today.AddDays(-7) },
        ],
        Memberships = [new Membership { Group = G1, Since = Today.AddMonths(-1) }],
        Matches =
        [
            new Match
            {
                Number = 1,
                Volunteer = VolunteerId.Of("V0"),
                Kind = OfferKind.Befriending,
                Since = Today.AddYears(-1),
                EndedOn = Today.AddMonths(-2),
                Ending = MatchEnding.Planned,
                Proposal = Proposal("oct-1"),
            },
            new Match
            {
                Number = 2,
                Volunteer = V1,
                Kind = OfferKind.Befriending,
                Since = Today.AddMonths(-1),
                Proposal = Proposal("nov-1"),
            },
        ],
    };

    public static Resident Gone { get; } = Newcomer with { Facts = Facts with { LeftOn = Today } };

    public static ProposalId Proposal(string round, OfferKind kind = OfferKind.Befriending, string resident = "R1") =>
        new(RoundName.Of(round), kind, 1, ResidentId.Of(resident));

    public static string Decide(Resident? present, ResidentCommand command) =>
        RefusalWords.Of(ResidentRules.Decide(R1, present, command, At));
}
