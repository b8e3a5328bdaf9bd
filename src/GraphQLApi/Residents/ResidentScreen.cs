using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Graph.Residents;
using Networks.Import.Csv;

namespace Networks.GraphQLApi.Residents;

/// <summary>
/// One resident's record in plain words: what is known, what nobody has asked yet, and whom the person knows. Nothing is said of what a
/// person is, and nobody who has left the register reads as somebody to ring.
/// </summary>
internal sealed class ResidentScreen(
    Resident resident, string ward, ResidentConnections? known, IReadOnlyDictionary<GroupId, GroupFacts> groups, DateTimeOffset now,
    DateOnly today)
{
    private readonly ResidentFacts facts = resident.Facts;

    public IEnumerable<string> Lines() =>
        [Who(), .. Register(), .. Waiting(), .. Asked(), .. Wishes(), .. NotRecorded(), .. new ResidentConnectionLines(
            resident, groups, now, today).Lines()];

    private string Who()
    {
        var gender = facts.Gender is { } said ? $", {Vocabulary<Gender>.Word(said)}" : "";
        var age = facts.BirthYear is null ? "age not known" : PlainWords.Age(facts.BirthYear, today);
        var alone = facts.LivesAlone switch { true => "lives alone", false => "lives with others", null => "lives alone: not known" };
        return $"{resident.Id}, {ward} ({facts.Ward}): {age}{gender}, {alone}";
    }

    private IEnumerable<string> Register()
    {
        var by = facts.Organisation is { } organisation ? $"; record kept by {organisation}" : "";
        if (facts.LeftOn is { } left)
        {
            var why = facts.LeftReason is { } reason ? $" ({Vocabulary<LeftReason>.Word(reason).Replace('-', ' ')})" : "";
            yield return left <= today
                ? $"Left the register on {PlainWords.Day(left)}{why}{by}. Please do not ring; this is kept for the record."
                : $"Leaves the register on {PlainWords.Day(left)}{why}{by}.";
        }
        else
        {
            yield return facts.RegisteredOn is { } since ? $"On the register since {PlainWords.Day(since)}{by}."
                : $"On the register{by}.";
        }
    }

    private IEnumerable<string> Waiting()
    {
        if (facts.Seeking.IsEmpty || facts.LeftOn <= today)
        {
            yield break;
        }

        if (facts.Seeking.All(Has))
        {
            yield return $"Asked for: {Words(CellText.Words(facts.Seeking))}; has it, and waits for nothing.{Referral()}";
            yield break;
        }

        var since = facts.WaitingSince ?? facts.ReferredOn;
        var waited = since is { } day && day <= today
            ? $"{PlainWords.Count(today.DayNumber - day.DayNumber, "day")} since {PlainWords.Day(day)}" : "since when is not known";
        var need = facts.PriorityBand switch { 1 => "1 of 4, the most urgent", null => "not recorded", var band => $"{band} of 4" };
        yield return $"Waiting for: {Words(CellText.Words(facts.Seeking.Where(kind => !Has(kind))))}; {waited}; need {need}.{Referral()}";
        if (facts.PausedUntil > today)
        {
            yield return $"Paused: not put forward before {PlainWords.Day(facts.PausedUntil.Value)}.";
        }

        if (!facts.HasConsent(Consent.Matching, today))
        {
            yield return "No consent to be put forward is recorded: please ask first.";
        }
    }

    // Any one of the one-to-one kinds asked for is enough, and any one of the group kinds.
    private bool Has(OfferKind kind) => kind.IsOneToOne()
        ? resident.Matches.Any(match => match.Holds(today) && facts.Seeking.Contains(match.Kind))
        : resident.Memberships.Any(membership => membership.Holds(today) && groups.TryGetValue(membership.Group, out var group)
            && group.Runs(today) && facts.Seeking.Contains(group.Kind));

    private string Referral() => (facts.ReferredOn, facts.ReferralSource) switch
    {
        ({ } on, { } source) => $" Referred by {source} on {PlainWords.Day(on)}.",
        ({ } on, null) => $" Referred on {PlainWords.Day(on)}.",
        (null, { } source) => $" Referred by {source}.",
        _ => "",
    };

    // "Nobody recorded" is not "nobody": what was never asked is said to be unknown before any number is.
    private IEnumerable<string> Asked()
    {
        yield return facts.ConnectionsAskedOn is { } asked ? $"Asked about connections on {PlainWords.Day(asked)}."
            : "Never asked about connections: what is not recorded below is not known. Please ask first.";
        if (known is not { Connections: var now })
        {
            yield break;
        }

        var last = now.LastContact is { } on
            ? $"last contact {PlainWords.Day(on)}, {PlainWords.Count(today.DayNumber - on.DayNumber, "day")} ago" : "no dated contact";
        yield return $"Connected with: {PlainWords.Count(now.Residents, "resident")}, {PlainWords.Count(now.Alters, "person", "people")} "
            + $"outside the register, {PlainWords.Count(now.Groups, "group")}, {PlainWords.Count(now.Befriending, "volunteer")}; {last}.";
        var missing = known.Isolation;
        string[] items =
        [
            missing.NoPartner ? "a partner" : "", missing.ChildrenLessThanMonthly ? "monthly contact with children" : "",
            missing.FamilyLessThanMonthly ? "monthly contact with other family" : "",
            missing.FriendsLessThanMonthly ? "monthly contact with friends" : "", missing.NoMembership ? "a group" : "",
        ];
        if (missing.Basis == EvidenceBasis.Asked && missing.Score > 0)
        {
            yield return $"No record of: {string.Join(", ", items.Where(item => item.Length > 0))}.";
        }
    }

    private IEnumerable<string> Wishes()
    {
        (string Name, string Value)[] lists =
        [
            ("Languages", Words(CellText.List(facts.Languages))),
            ("Interests", Words(CellText.List(facts.Interests))),
            ("Would meet", Words(CellText.Words(facts.PrefersGender))),
            ("How", Words(CellText.Words(facts.Modes))),
            ("When", Words(facts.Available.ToString())),
            ("How often", facts.WantedContactsPerMonth is { } often ? $"{PlainWords.Count(often, "time")} a month" : ""),
            ("Travels", facts.TravelMetresMax is { } far ? $"up to {CellText.Of((Metres?)far)} km to a group" : ""),
            ("Needs", Words(CellText.List(facts.AccessNeeds.Concat(facts.SupportNeeds)))),
            ("Situation", Words(CellText.List(facts.SituationsOn(today)))),
            ("At home", Words(CellText.List(facts.HomeFactors))),
            ("Cannot be with", Words(CellText.List(facts.CannotBeWith))),
            ("Never to be traded away", Words(CellText.List(facts.Firm))),
            ("Never with", Words(CellText.List(facts.Exclusions))),
            ("Reach by", Words(CellText.Words(facts.ContactBy))),
            ("Consents", string.Join(", ", facts.Consents.Select(Given))),
        ];
        return lists.Where(list => list.Value.Length > 0).Select(list => $"{list.Name}: {list.Value}");
    }

    private IEnumerable<string> NotRecorded()
    {
        (string Name, bool Missing)[] asked =
        [
            ("languages", facts.Languages.IsEmpty), ("when", facts.Available == default), ("interests", facts.Interests.IsEmpty),
            ("pets, smoking or stairs at home", facts.HomeFactors.IsEmpty), ("how to be reached", facts.ContactBy.IsEmpty),
        ];
        string[] missing = [.. asked.Where(fact => fact.Missing).Select(fact => fact.Name)];
        if (missing.Length > 0 && !(facts.LeftOn <= today))
        {
            yield return $"Not recorded yet: {string.Join(", ", missing)}.";
        }
    }

    private string Given(Consent consent)
    {
        var since = consent.From is { } from ? $" since {PlainWords.Day(from)}" : " (undated)";
        return consent.Until is not { } until ? $"{consent.Kind}{since}"
            : $"{consent.Kind}{since} {(until <= today ? "withdrawn" : "until")} {PlainWords.Day(until)}";
    }

    private static string Words(string list) => list.Replace(";", ", ", StringComparison.Ordinal);
}
