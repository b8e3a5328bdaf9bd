using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Graph.Paths;

namespace Networks.Graph.Tests.Paths;

/// <summary>A path as trying every way finds it.</summary>
internal sealed record TriedPath(List<Resident> People, GroupId? Group, List<(int Strength, int Asked, DateOnly? LastContact)> Ties)
{
    public string Text => $"{string.Join(' ', People.Select(one => one.Id))} {Group}";
}

/// <summary>Every simple way, by trying all of them over the rows, and then sorting; shares nothing with the search.</summary>
internal sealed class PathOracle(RandomArea area, Oracle oracle, PathQuery query, DateOnly day, DateTimeOffset now)
{
    public PathOutcome Outcome(Resident me) =>
        !query.AnyGroup && There(me, me) ? PathOutcome.AlreadyThere
        : Ways(me, asksConsent: true).Count > 0 ? PathOutcome.Found
        : Ways(me, asksConsent: false).Count > 0 ? PathOutcome.ConsentMissing
        : PathOutcome.NotWithinHops;

    public List<TriedPath> Ranked(Resident me)
    {
        var found = Ways(me, asksConsent: true).Select(people => Measured(me, people)).ToList();
        found.Sort(Compare);
        return found;
    }

    private List<List<Resident>> Ways(Resident me, bool asksConsent)
    {
        List<List<Resident>> found = [];
        if (query.AnyGroup || !There(me, me))
        {
            Walk([]);
        }

        return found;

        void Walk(List<Resident> path)
        {
            if (path.Count == query.HopsMax)
            {
                return;
            }

            var last = path.Count == 0 ? me : path[^1];
            foreach (var other in oracle.Register().Where(other => other.Id != me.Id && !path.Contains(other) && Tied(last, other)))
            {
                if (asksConsent && !Agrees(other))
                {
                    continue;
                }

                List<Resident> next = [.. path, other];
                if (There(me, other))
                {
                    found.Add(next);
                }
                else
                {
                    Walk(next);
                }
            }
        }
    }

    private bool Tied(Resident one, Resident other) => Rows(one, other).Any(row => oracle.Holds(row.Tie.Since, row.Tie.EndedOn));

    private bool Agrees(Resident one) => one.Id == Self
        || one.Facts.Consents.Any(consent => consent.Kind == "introductions" && oracle.Holds(consent.From, consent.Until));

    private ResidentId? Self => query.Volunteer is { } id && area.Volunteers.TryGetValue(id, out var known) ? known.Facts.Resident : null;

    private bool There(Resident me, Resident one) => query.AnyGroup ? GroupsOf(me, one).Any()
        : query.Group is { } group ? IsMember(one, group) && oracle.Runs(group)
        : one.Id == Self || one.Matches.Any(match => match.Volunteer == query.Volunteer && oracle.Holds(match.Since, match.EndedOn));

    private IEnumerable<GroupId> GroupsOf(Resident me, Resident one) => area.Groups.Keys.Where(group =>
        oracle.Runs(group) && IsMember(one, group) && HasPlace(area.Groups[group]) && !(query.Without ?? []).Contains(group)
        && !me.Memberships.Any(row => row.Group == group && oracle.Holds(row.Since, row.EndedOn)));

    private bool IsMember(Resident one, GroupId group) =>
        one.Memberships.Any(row => row.Group == group && oracle.Holds(row.Since, row.EndedOn));

    private bool HasPlace(Group group)
    {
        var places = group.Places;
        if (places.Capacity is not { } capacity)
        {
            return group.Facts.OpenAccess;
        }

        var used = places.Others;
        foreach (var held in places.Held)
        {
            used += held.ExpiresAt > now ? 1 : 0;
        }

        foreach (var taken in places.Taken)
        {
            used += taken.EndedOn is { } ended && ended <= day ? 0 : 1;
        }

        return used < capacity;
    }

    private TriedPath Measured(Resident me, List<Resident> people)
    {
        List<(int, int, DateOnly?)> ties = [];
        var before = me;
        foreach (var person in people)
        {
            ties.Add((Strength(before, person), Asked(person), LastContact(before, person)));
            before = person;
        }

        GroupId? group = query.AnyGroup
            ? GroupsOf(me, before).Order(Comparer<GroupId>.Create((a, b) => Oracle.CompareBytes(a.Value, b.Value))).First() : null;
        return new TriedPath(people, group, ties);
    }

    private static int Compare(TriedPath left, TriedPath right)
    {
        if (left.People.Count != right.People.Count)
        {
            return left.People.Count - right.People.Count;
        }

        for (var at = 0; at < left.People.Count; at++)
        {
            var (mine, theirs) = (left.Ties[at], right.Ties[at]);
            var compared = theirs.Strength - mine.Strength;
            compared = compared != 0 ? compared : mine.Asked - theirs.Asked;
            compared = compared != 0 ? compared
                : (theirs.LastContact ?? DateOnly.MinValue).CompareTo(mine.LastContact ?? DateOnly.MinValue);
            compared = compared != 0 ? compared : Oracle.CompareBytes(left.People[at].Id.Value, right.People[at].Id.Value);
            if (compared != 0)
            {
                return compared;
            }
        }

        return 0;
    }

    private int Asked(Resident one) => one.Facts.IntroductionsAskedOn.Count(on => on <= day && on >= day.AddDays(-365));

    private DateOnly? LastContact(Resident one, Resident other)
    {
        DateOnly? latest = null;
        foreach (var (owner, tie) in Rows(one, other))
        {
            IEnumerable<DateOnly?> days =
                [tie.LastContact, .. owner.Contacts.Where(on => on.Tie == tie.Number).Select(on => (DateOnly?)on.On)];
            foreach (var on in days.Where(on => on <= day))
            {
                latest = latest is null || on > latest ? on : latest;
            }
        }

        return latest;
    }

    private int Strength(Resident one, Resident other)
    {
        var current = Rows(one, other).Select(row => row.Tie).Where(tie => oracle.Holds(tie.Since, tie.EndedOn)).ToList();
        var days = current.Select(tie => tie.Frequency switch
        {
            ContactFrequency.Daily => 1,
            ContactFrequency.Weekly => 7,
            ContactFrequency.Monthly => 31,
            ContactFrequency.Yearly => 366,
            _ => 1_000_000,
        }).Append(LastContact(one, other) is { } last ? day.DayNumber - last.DayNumber : 1_000_000).Min();
        var contact = days <= 7 ? 4 : days <= 31 ? 3 : days <= 92 ? 2 : days <= 366 ? 1 : 0;
        var circle = current.Select(tie => tie.Circle is { } said ? 4 - said : 0).Max();
        var kind = current.Any(
            tie => tie.Kind is TieKind.Partner or TieKind.Child or TieKind.Parent or TieKind.Family or TieKind.Friend) ? 2
            : current.Any(tie => tie.Kind is TieKind.Neighbour or TieKind.Acquaintance) ? 1 : 0;
        return contact + circle + kind;
    }

    private static IEnumerable<(Resident Owner, Tie Tie)> Rows(Resident one, Resident other) =>
    [
        .. one.Ties.Where(tie => tie.Resident == other.Id).Select(tie => (one, tie)),
        .. other.Ties.Where(tie => tie.Resident == one.Id).Select(tie => (other, tie)),
    ];
}
