using System.Collections.Immutable;
using Networks.Domain.Assessments;
using Networks.Domain.Groups;
using Networks.Domain.LifeEvents;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;

namespace Networks.Import.SyntheticAreas;

/// <summary>
/// What has happened with invented people: days at groups, visits, questionnaires, life events. Shares are assumptions where no source is
/// named: services publish how many people they see, not how well they write it down.
/// </summary>
internal sealed class InventedHistory(Population population, InventedResidents residents, InventedOffers offers)
{
    private const int WeeksOfAttendance = 8;

    // The standard steps: never or hardly ever 1, some of the time 2, often 3 (ONS guidance on measuring loneliness, 2018).
    private static readonly (string Item, int Weight)[] UclaAnswers = [("1", 25), ("2", 45), ("3", 30)];

    private static readonly (string Item, int Weight)[] DirectAnswers = [("1", 10), ("2", 15), ("3", 30), ("4", 25), ("5", 20)];

    private readonly long seed = population.Order.Seed;
    private readonly DateOnly day = population.Order.Day;

    /// <summary>Days at groups over the last weeks, of those groups that keep a list.</summary>
    public IEnumerable<(ResidentId Resident, Attendance Attendance)> Attendances()
    {
        var groups = offers.Groups.ToDictionary(group => group.Id, group => group.Facts);
        for (var at = 0; at < offers.Memberships.Count; at++)
        {
            var (resident, membership) = offers.Memberships[at];
            var stream = new SeededStream(seed, "attendance", at);
            var group = groups[membership.Group];
            if (!stream.Chance(500))
            {
                continue;
            }

            var comes = stream.Pick<int>([200, 500, 500, 850]);
            var last = LastDay(group.Sessions[0]);
            for (var week = WeeksOfAttendance - 1; week >= 0; week--)
            {
                var on = last.AddDays(-7 * week);
                if (stream.Chance(comes) && group.Runs(on) && membership.Holds(on))
                {
                    yield return (resident, new Attendance(membership.Group, on, null));
                }
            }
        }
    }

    /// <summary>The last visits of each match, some weeks apart.</summary>
    public IEnumerable<(ResidentId Resident, VolunteerId With, Contact Contact)> Visits()
    {
        for (var at = 0; at < offers.Matches.Count; at++)
        {
            var (resident, match) = offers.Matches[at];
            var stream = new SeededStream(seed, "visits", at);
            var on = match.LastContact;
            for (var more = stream.Between(1, 4); more > 0 && on >= match.Since; more--)
            {
                yield return (resident, match.Volunteer, new Contact
                {
                    On = on.Value,
                    Mode = stream.Chance(850) ? ContactMode.Visit : ContactMode.Phone,
                    Minutes = stream.Chance(700) ? stream.Between(4, 12) * 10 : null,
                });
                on = on.Value.AddDays(-stream.Between(6, 16));
            }
        }
    }

    /// <summary>What people answered when they were referred.</summary>
    public IEnumerable<(ResidentId Resident, Assessment Assessment)> Assessments()
    {
        foreach (var (at, referred) in Referred())
        {
            var stream = new SeededStream(seed, "assessment", at);
            if (!stream.Chance(600))
            {
                continue;
            }

            var on = referred.AddDays(stream.Between(0, 14)) is var later && later <= day ? later : day;
            var asked = stream.Pick<AskedBy>([(AskedBy.Interview, 55), (AskedBy.Telephone, 35), (AskedBy.Self, 10)]);
            ImmutableArray<string> answers = [stream.Pick(UclaAnswers), Answer(ref stream), Answer(ref stream)];
            yield return (residents.Id(at), new Assessment { Instrument = Instrument.Ucla3, On = on, Answers = answers, AskedBy = asked });
            if (stream.Chance(400))
            {
                yield return (residents.Id(at), new Assessment
                {
                    Instrument = Instrument.Direct, On = on, Answers = [stream.Pick(DirectAnswers)], AskedBy = asked,
                });
            }
        }
    }

    /// <summary>What often comes before a referral.</summary>
    public IEnumerable<(ResidentId Resident, LifeEvent Event)> LifeEvents()
    {
        foreach (var (at, referred) in Referred())
        {
            var stream = new SeededStream(seed, "life-event", at);
            if (stream.Chance(350))
            {
                var kind = stream.Pick<string>(InventedWords.LifeEvents);
                yield return (residents.Id(at), new LifeEvent(
                    kind, referred.AddDays(-stream.Between(5, 400)), stream.Pick<string>(["self", "family", "gp", "hospital"])));
            }
        }
    }

    /// <summary>
    /// The match with the days that a coordinator plans: a first review after six weeks and then every six months, and where a length is
    /// agreed, six months or a year.
    /// </summary>
    public Match Planned(int at)
    {
        const int FirstReviewDays = 42, LaterReviewDays = 182;
        var match = offers.Matches[at].Match;
        var stream = new SeededStream(seed, "plan", at);
        var due = match.Since.AddDays(FirstReviewDays);
        while (due < day.AddDays(-14))
        {
            due = due.AddDays(LaterReviewDays);
        }

        return match with
        {
            ReviewDue = stream.Chance(800) ? due : null,
            WeeksPlanned = stream.Chance(400) ? stream.Pick<int>([26, 26, 52]) : null,
        };
    }

    private static string Answer(ref SeededStream stream) => stream.Chance(40) ? "" : stream.Pick(UclaAnswers);

    private IEnumerable<(int At, DateOnly On)> Referred() => Enumerable.Range(0, population.People.Length)
        .Where(at => population.People[at].Seeks).Select(at => (at, residents.Facts(at).ReferredOn!.Value));

    // The last day on which a session of the form "tue 10:00-12:00" took place.
    private DateOnly LastDay(string session)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var on = monday.AddDays(Array.IndexOf(InventedWords.Days, session[..3]));
        return on <= day ? on : on.AddDays(-7);
    }
}
