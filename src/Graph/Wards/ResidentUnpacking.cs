using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;

namespace Networks.Graph.Wards;

/// <summary>Makes the entry of a packed resident again, for boards of other silos; contacts come back as one list.</summary>
internal static class ResidentUnpacking
{
    public static ResidentEntry ToEntry(this ResidentNode node) => new()
    {
        Id = node.Id,
        Version = node.Version,
        Ward = node.Ward,
        RegisteredOn = Day(node.Register.From),
        LeftOn = Day(node.Register.Until),
        ConnectionsAskedOn = node.AskedOn,
        BirthYear = node.BirthYear,
        LivesAlone = node.LivesAlone,
        Home = node.Home,
        Seeking = KindBits.Kinds(node.Seeking),
        WaitingSince = node.WaitingSince,
        PausedUntil = node.PausedUntil,
        PriorityBand = node.PriorityBand,
        Ties = Ties(node),
        Memberships = Memberships(node),
        Matches = Matches(node),
        Introductions = [.. node.Introductions.ToArray().Select(span => new ConsentSpan(Day(span.From), Day(span.Until)))],
        IntroductionsAskedOn = [.. node.IntroductionsAskedOn.ToArray().Select(DateOnly.FromDayNumber)],
        DeclinedOn = [.. node.DeclinedOn.ToArray().Select(DateOnly.FromDayNumber)],
        RecordedOn = node.RecordedOn,
    };

    private static ImmutableArray<TieEntry> Ties(ResidentNode node)
    {
        var residents = node.Block.Ordinals.Residents;
        var ties = ImmutableArray.CreateBuilder<TieEntry>(node.Ties.Length);
        foreach (ref readonly var row in node.Ties)
        {
            ties.Add(new TieEntry(
                row.IsAlter ? null : ResidentId.Of(residents[row.Other]), row.IsAlter ? row.Alter : null, row.Kind, row.Frequency,
                Day(row.From), Day(row.Until), null, [.. node.Contacts(in row)],
                row.Circle == TieRow.CircleNotSaid ? null : row.Circle));
        }

        return ties.MoveToImmutable();
    }

    private static ImmutableArray<MembershipEntry> Memberships(ResidentNode node)
    {
        var groups = node.Block.Ordinals.Groups;
        var memberships = ImmutableArray.CreateBuilder<MembershipEntry>(node.Memberships.Length);
        foreach (ref readonly var row in node.Memberships)
        {
            memberships.Add(new MembershipEntry(
                GroupId.Of(groups[row.Group]), Day(row.From), Day(row.Until), [.. node.Contacts(in row)]));
        }

        return memberships.MoveToImmutable();
    }

    private static ImmutableArray<MatchEntry> Matches(ResidentNode node)
    {
        var volunteers = node.Block.Ordinals.Volunteers;
        var matches = ImmutableArray.CreateBuilder<MatchEntry>(node.Matches.Length);
        foreach (ref readonly var row in node.Matches)
        {
            matches.Add(new MatchEntry(
                VolunteerId.Of(volunteers[row.Volunteer]), row.Kind, Day(row.From), Day(row.Until), null, [.. node.Contacts(in row)]));
        }

        return matches.MoveToImmutable();
    }

    private static DateOnly? Day(int number) => number is DaySpan.Always or DaySpan.Never ? null : DateOnly.FromDayNumber(number);
}
