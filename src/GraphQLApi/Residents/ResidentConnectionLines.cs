using Networks.Domain.Assessments;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Ties;

namespace Networks.GraphQLApi.Residents;

/// <summary>Whom a resident knows, where the person goes, and what was asked and proposed: a line each, what holds now first.</summary>
internal sealed class ResidentConnectionLines(
    Resident resident, IReadOnlyDictionary<GroupId, GroupFacts> groups, DateTimeOffset now, DateOnly today)
{
    public IEnumerable<string> Lines() =>
    [
        .. Part("People", [.. resident.Ties.OrderBy(tie => tie.EndedOn <= today).Select(Line)]),
        .. Part("Groups", [.. resident.Memberships.OrderBy(m => m.EndedOn <= today).Select(Line), .. Visited()]),
        .. Part("Volunteers", [.. resident.Matches.OrderBy(match => match.EndedOn <= today).Select(Line)]),
        .. Part("Proposals", [.. resident.Proposals.Where(p => p.ExpiresAt > now).Select(Line), .. resident.Declined.Select(Line)]),
        .. Part("Asked in full", [.. resident.Assessments.Select(Line)]),
        .. Part("Introductions", resident.Facts.IntroductionsAskedOn is { IsEmpty: false } asked ? [$"asked {Times([.. asked])}"] : []),
        .. Part("What happened", [.. resident.LifeEvents.Select(life => $"{life.Kind}, {PlainWords.Day(life.On)}")]),
    ];

    private static IEnumerable<string> Part(string name, string[] lines) =>
        lines.Length == 0 ? [] : [$"{name}:", .. lines.Select(line => $"  {line}")];

    private string Line(Tie tie)
    {
        var often = tie.Frequency is { } frequency ? $", usually {Vocabulary<ContactFrequency>.Word(frequency)}" : "";
        var dated = resident.Contacts.Where(contact => contact.Tie == tie.Number).Select(contact => (DateOnly?)contact.On).Max();
        return $"{Vocabulary<TieKind>.Word(tie.Kind)}, {tie.Resident?.Value ?? $"alter:{tie.Alter}"}{often}"
            + $"{Last(Later(tie.LastContact, dated))}{Ended(tie.EndedOn)}";
    }

    private string Line(Membership membership)
    {
        var came = resident.Attendances.Where(day => day.Group == membership.Group).ToArray();
        var role = membership.Role is { } known ? Vocabulary<MembershipRole>.Word(known) : "member";
        var attended = came.Length == 0 ? "" : $", came {Times([.. came.Select(day => day.On)])}";
        return $"{role} of {Name(membership.Group)}{Since(membership.Since)}{attended}{Ended(membership.EndedOn)}";
    }

    private IEnumerable<string> Visited() => resident.Attendances
        .Where(day => resident.Memberships.All(membership => membership.Group != day.Group)).GroupBy(day => day.Group)
        .Select(days => $"came to {Name(days.Key)} {Times([.. days.Select(day => day.On)])}");

    private string Line(Match match)
    {
        var how = match.Mode is { } mode ? $", {Vocabulary<ContactMode>.Word(mode)}" : "";
        var dated = resident.Contacts.Where(contact => contact.Match == match.Number).Select(contact => (DateOnly?)contact.On).Max();
        var review = match.ReviewDue is { } due && match.Holds(today)
            ? $", review {(due <= today ? "was" : "is")} due {PlainWords.Day(due)}" : "";
        var ending = match.Ending is { } why ? $" ({Vocabulary<MatchEnding>.Word(why).Replace('-', ' ')})" : "";
        return $"{match.Volunteer}, {Vocabulary<OfferKind>.Word(match.Kind)}{how}{Since(match.Since)}"
            + $"{Last(Later(match.LastContact, dated))}{review}{Ended(match.EndedOn)}{ending}";
    }

    private static string Line(PendingProposal proposal)
    {
        var with = proposal.Offer is { } offer ? $" with {offer}" : "";
        return $"open{with}, answer by {PlainWords.Day(DateOnly.FromDateTime(proposal.ExpiresAt.UtcDateTime))}";
    }

    private static string Line(DeclinedProposal declined)
    {
        var reason = declined.Reason is { Length: > 0 } said ? $": {said}" : "";
        var by = declined.ByResident ? "the resident" : "the other side";
        return $"{declined.Offer}, declined on {PlainWords.Day(declined.On)} by {by}"
            + $"{(declined.TryAgain ? "" : ", not to be proposed again")}{reason}";
    }

    private static string Line(Assessment assessment)
    {
        var score = AssessmentScore.Of(assessment);
        var total = score.Score is { } points ? $"score {points}" : $"no score, {PlainWords.Count(score.Missing, "answer")} missing";
        return $"{Vocabulary<Instrument>.Word(assessment.Instrument)}, {PlainWords.Day(assessment.On)}: {total} ({score.Convention})";
    }

    private static string Times(DateOnly[] days) => $"{PlainWords.Count(days.Length, "time")}, last {PlainWords.Day(days.Max())}";

    private string Name(GroupId group) => groups.TryGetValue(group, out var facts) ? $"{facts.Name} ({group})" : group.Value;

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other ?? one : one;

    private static string Since(DateOnly? since) => since is { } day ? $", since {PlainWords.Day(day)}" : "";

    private static string Last(DateOnly? last) => last is { } day ? $", last contact {PlainWords.Day(day)}" : "";

    private string Ended(DateOnly? ended) => ended is not { } day ? "" : $", {(day <= today ? "ended" : "ends")} {PlainWords.Day(day)}";
}
