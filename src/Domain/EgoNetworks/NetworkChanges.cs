using Networks.Domain.Ties;
using static System.FormattableString;

namespace Networks.Domain.EgoNetworks;

/// <summary>Compares one network with itself on another day. Both are read from dated facts; nothing of either is stored.</summary>
public static class NetworkChanges
{
    /// <summary>
    /// What changed from <paramref name="before"/> to <paramref name="after"/>: people in the order of the later day, then those who ended,
    /// then groups, then volunteers. Null = she was not on the register that day, and nothing was there.
    /// </summary>
    public static IEnumerable<NetworkChange> Between(EgoNetwork? before, EgoNetwork? after) =>
    [
        .. (after?.People ?? []).SelectMany(now => Of((before?.People ?? []).FirstOrDefault(was => was.IsSame(now)), now)),
        .. (before?.People ?? []).Where(was => !(after?.People ?? []).Any(was.IsSame)).Select(was => new NetworkChange
        {
            Kind = NetworkChangeKind.Ended,
            Person = was,
            CircleBefore = was.Circle,
            FrequencyBefore = was.Frequency,
            Sentence = $"{Name(was)} is no longer among them.",
        }),
        .. Set(before?.Groups ?? [], after?.Groups ?? [], group => group.Group, (kind, group) => new NetworkChange
        {
            Kind = kind,
            Group = group,
            Sentence = kind == NetworkChangeKind.Appeared ? "A group came in." : "A membership of a group ended.",
        }),
        .. Set(before?.Volunteers ?? [], after?.Volunteers ?? [], match => match.Volunteer, (kind, volunteer) => new NetworkChange
        {
            Kind = kind,
            Volunteer = volunteer,
            Sentence = kind == NetworkChangeKind.Appeared ? "A volunteer came in." : "A match with a volunteer ended.",
        }),
    ];

    private static IEnumerable<NetworkChange> Of(EgoPerson? was, EgoPerson now)
    {
        if (was is null)
        {
            yield return new NetworkChange
            {
                Kind = NetworkChangeKind.Appeared,
                Person = now,
                CircleNow = now.Circle,
                FrequencyNow = now.Frequency,
                Sentence = $"{Name(now)} came in.",
            };
            yield break;
        }

        if (was.Circle != now.Circle)
        {
            yield return new NetworkChange
            {
                Kind = NetworkChangeKind.CircleChanged,
                Person = now,
                CircleBefore = was.Circle,
                CircleNow = now.Circle,
                Sentence = $"{Name(now)} moved from {Circle(was.Circle)} to {Circle(now.Circle)}.",
            };
        }

        if (was.Frequency is { } often && now.Frequency is { } frequency && often != frequency)
        {
            yield return new NetworkChange
            {
                Kind = frequency < often ? NetworkChangeKind.ContactMoreOften : NetworkChangeKind.ContactRarer,
                Person = now,
                FrequencyBefore = often,
                FrequencyNow = frequency,
                Sentence = $"Contact with {Name(now).ToLowerInvariant()} is {Word(frequency)} where it was {Word(often)}.",
            };
        }

        foreach (var change in Supports(was, now))
        {
            yield return change;
        }
    }

    private static IEnumerable<NetworkChange> Supports(EgoPerson was, EgoPerson now) =>
        from kind in new[] { NetworkChangeKind.SupportGained, NetworkChangeKind.SupportLost }
        let isGain = kind == NetworkChangeKind.SupportGained
        let support = isGain ? now.Support.Except(was.Support).ToArray() : was.Support.Except(now.Support).ToArray()
        where support.Length > 0
        select new NetworkChange
        {
            Kind = kind,
            Person = now,
            Support = [.. support],
            Sentence = $"{Name(now)} is {(isGain ? "now" : "no longer")} recorded for "
                + $"{string.Join(" and ", support.Select(Word))} support.",
        };

    private static IEnumerable<NetworkChange> Set<T, TKey>(
        IEnumerable<T> before, IEnumerable<T> after, Func<T, TKey> key, Func<NetworkChangeKind, TKey, NetworkChange> change)
    {
        TKey[] was = [.. before.Select(key).Distinct()];
        TKey[] now = [.. after.Select(key).Distinct()];
        return now.Except(was).Select(one => change(NetworkChangeKind.Appeared, one))
            .Concat(was.Except(now).Select(one => change(NetworkChangeKind.Ended, one)));
    }

    private static string Name(EgoPerson person) => person.Relation switch
    {
        TieKind.Family => "A relative",
        TieKind.Acquaintance => "An acquaintance",
        TieKind.Professional => "Somebody whose work it is",
        _ => $"A {Word(person.Relation)}",
    };

    private static string Circle(int? circle) => circle is { } number ? Invariant($"circle {number}") : "no stated circle";

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
