using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Ties;

namespace Networks.Domain.EgoNetworks;

/// <summary>
/// Reads a network off records. What has days of its own is taken on the day asked about; circle, frequency and support have none, so they
/// hold from the day they were written down, and the first that was written down holds before it as well.
/// </summary>
public static class EgoNetworkReading
{
    /// <summary>
    /// The network on <paramref name="day"/> as it was known in the evening of <paramref name="knownAt"/>; null if she was not on the
    /// register then, or not yet known. Cost: her rows, and those of the people who name her.
    /// </summary>
    public static EgoNetwork? Of(EgoSources sources, DateOnly day, DateOnly knownAt)
    {
        if (ResidentAsKnown.On(sources.Ego, knownAt) is not { } ego || !ego.Facts.OnRegister(day))
        {
            return null;
        }

        var others = sources.Residents.Values.Select(other => ResidentAsKnown.On(other, knownAt)).OfType<Resident>()
            .ToDictionary(other => other.Id);
        Row[] rows = [.. Own(ego, others, day, knownAt), .. Theirs(ego, others, day, knownAt)];
        return new EgoNetwork
        {
            On = day,
            AskedOn = ego.Facts.ConnectionsAskedOn <= day ? ego.Facts.ConnectionsAskedOn : null,
            HasRows = rows.Select(row => row.Tie.Since).Concat(ego.Memberships.Select(row => row.Since))
                .Concat(ego.Matches.Select(match => (DateOnly?)match.Since)).Any(since => !(since > day)),
            People =
            [
                .. rows.GroupBy(row => (row.Resident, row.Alter)).Where(pair => pair.Any(row => row.IsCurrent))
                    .Select(pair => Person([.. pair], others, day))
                    .OrderBy(person => person.Circle ?? int.MaxValue).ThenBy(person => person.Relation)
                    .ThenBy(person => person.Resident is null).ThenBy(person => person.Resident?.Value ?? person.Alter, ByBytes),
            ],
            Groups = Groups(sources, ego, day, knownAt),
            Volunteers =
            [
                .. ego.Matches.Where(match => match.Holds(day)).Select(match => new EgoVolunteer(
                    match.Volunteer, match.Kind, match.Since,
                    Latest(day, [.. ego.Contacts.Where(c => c.Match == match.Number).Select(c => (DateOnly?)c.On), match.LastContact]))),
            ],
        };
    }

    private static Comparer<string?> ByBytes { get; } = Comparer<string?>.Create((x, y) => References.Compare(x ?? "", y ?? ""));

    private static IEnumerable<Row> Own(Resident ego, Dictionary<ResidentId, Resident> others, DateOnly day, DateOnly knownAt) =>
        ego.Ties.Select(tie => new Row(
            tie.Resident,
            tie.Alter,
            Written(tie, day, knownAt),
            tie.Kind,
            Hers: true,
            DateSpan.Holds(tie.Since, tie.EndedOn, day)
                && (tie.Resident is not { } other || (others.TryGetValue(other, out var known) && known.Facts.OnRegister(day))),
            LastContact(ego, tie, day)));

    private static IEnumerable<Row> Theirs(Resident ego, Dictionary<ResidentId, Resident> others, DateOnly day, DateOnly knownAt) =>
        from other in others.Values
        orderby other.Id
        from tie in other.Ties
        where tie.Resident == ego.Id
        select new Row(
            other.Id,
            null,
            Written(tie, day, knownAt),
            tie.Kind.TurnedRound(),
            Hers: false,
            DateSpan.Holds(tie.Since, tie.EndedOn, day) && other.Facts.OnRegister(day),
            LastContact(other, tie, day));

    private static Tie Written(Tie tie, DateOnly day, DateOnly knownAt) => ResidentAsKnown.Tie(tie, day < knownAt ? day : knownAt);

    private static EgoPerson Person(Row[] rows, Dictionary<ResidentId, Resident> others, DateOnly day)
    {
        Row[] current = [.. rows.Where(row => row.IsCurrent)];
        Row[] hers = [.. current.Where(row => row.Hers)];
        var first = hers.FirstOrDefault() ?? current[0];
        var last = Latest(day, rows.Select(row => row.LastContact));
        var frequency = hers.Select(row => row.Tie.Frequency).Min() ?? current.Select(row => row.Tie.Frequency).Min();
        return new EgoPerson
        {
            Resident = first.Resident,
            Alter = first.Alter,
            Relation = first.Relation,
            Circle = hers.Select(row => row.Tie.Circle).Min(),
            Frequency = frequency,
            LastContact = last,
            Support = [.. hers.SelectMany(row => row.Tie.Support).Distinct().Order()],
            IsNamedByHer = hers.Length > 0,
            Household = first.Resident is { } id && others.TryGetValue(id, out var other) ? other.Facts.Household : null,
            IsRegular = frequency?.EveryDays() <= NetworkTypes.RegularDays || last >= day.AddDays(-NetworkTypes.RegularDays),
        };
    }

    private static ImmutableArray<EgoGroup> Groups(EgoSources sources, Resident ego, DateOnly day, DateOnly knownAt) =>
    [
        .. from membership in ego.Memberships
           where membership.Holds(day) && Runs(sources, membership.Group, day, knownAt)
           group membership by membership.Group into same
           orderby same.Key
           select new EgoGroup(
               same.Key,
               same.Min(membership => membership.Since),
               Latest(day, ego.Attendances.Where(came => came.Group == same.Key).Select(came => (DateOnly?)came.On))),
    ];

    private static bool Runs(EgoSources sources, GroupId id, DateOnly day, DateOnly knownAt) =>
        sources.Groups.TryGetValue(id, out var group) && GroupHistory.On(group, knownAt)?.Facts.Runs(day) == true;

    private static DateOnly? LastContact(Resident owner, Tie tie, DateOnly day) => Latest(
        day,
        owner.Contacts.Where(contact => contact.Tie == tie.Number).Select(contact => (DateOnly?)contact.On)
            .Concat(tie.Earlier.Select(was => was.LastContact)).Append(tie.LastContact));

    private static DateOnly? Latest(DateOnly day, IEnumerable<DateOnly?> days) => days.Where(on => on <= day).Max();

    // One row between her and somebody; the tie as written by the day asked about, the rest as of that day.
    private sealed record Row(
        ResidentId? Resident, string? Alter, Tie Tie, TieKind Relation, bool Hers, bool IsCurrent, DateOnly? LastContact);
}
