using Networks.Domain.Matches;

namespace Networks.Simulation.Tests.BackTests;

/// <summary>
/// A scheme lived through day by day, by plain loops over its people: no event list, no solver, no draws by name. It shares no code with
/// what is tried on it, and writes down all that happened with its days.
/// </summary>
internal sealed class PlainTown
{
    public const int ForkDay = 728;
    public const int Days = 2 * ForkDay;
    public const int RoundEvery = 14;
    public const int GapDays = 14;
    public const double PatienceDays = 280;
    public const double MatchMean = 180;
    public const double StopPerYear = 0.1;
    private const double MatchDeviation = 130;
    private const double ComesPerDay = 0.36;
    private const int Befrienders = 48;
    private const double DaysInYear = 365.25;

    private readonly Random _random;

    public PlainTown(int seed)
    {
        _random = new Random(seed);
        Volunteers = [.. Enumerable.Range(0, Befrienders).Select(at => new PlainVolunteer(at, at % 3 == 0 ? 2 : 1, at % 5 == 0)
        {
            StopsAt = Exponential(-DaysInYear / Math.Log(1 - StopPerYear)),
        })];
        for (var day = 0; day < Days; day++)
        {
            if (day % RoundEvery == 1)
            {
                HoldRound(day);
            }

            Live(day);
        }
    }

    public List<PlainPerson> People { get; } = [];

    public List<PlainVolunteer> Volunteers { get; }

    // What happens between rounds: ends, people who give up, volunteers who stop, and newcomers.
    private void Live(int day)
    {
        foreach (var volunteer in Volunteers)
        {
            if ((int)volunteer.StopsAt == day)
            {
                foreach (var stay in volunteer.Stays.Where(stay => stay.EndsAt > volunteer.StopsAt))
                {
                    (stay.EndsAt, stay.Ending) = (volunteer.StopsAt, MatchEnding.VolunteerLeft);
                    Wait(stay.Person, volunteer.StopsAt);
                }
            }
        }

        var comes = day + Exponential(1 / ComesPerDay);
        while (comes < day + 1)
        {
            var person = new PlainPerson(People.Count, _random.Next(4), _random.Next(1, 5), _random.NextDouble() < 0.12, comes);
            People.Add(person);
            Wait(person, comes);
            comes += Exponential(1 / ComesPerDay);
        }
    }

    private void Wait(PlainPerson person, double since) => person.Waits.Add(new PlainWait(since, since + Exponential(PatienceDays)));

    // Each in turn is helped if she can be without anybody before her going without: by an augmenting path.
    private void HoldRound(double now)
    {
        var waiting = People.Where(person => person.WaitsAt(now)).Select(person => (Person: person, Lot: _random.NextDouble()))
            .OrderBy(one => one.Person.Band).ThenBy(one => (int)one.Person.Waits[^1].Since).ThenBy(one => one.Lot)
            .Select(one => one.Person).ToArray();
        var free = Volunteers.SelectMany(volunteer => Enumerable.Repeat(volunteer, volunteer.FreeAt(now))).ToArray();
        var holder = new PlainPerson?[free.Length];
        foreach (var person in waiting)
        {
            Place(person, free, holder, new bool[free.Length]);
        }

        for (var place = 0; place < free.Length; place++)
        {
            if (holder[place] is { } person)
            {
                var stay = new PlainStay(person, free[place], now) { EndsAt = now + MatchLength(), Ending = MatchEnding.Planned };
                person.Waits[^1] = person.Waits[^1] with { HelpedAt = now };
                person.Stays.Add(stay);
                free[place].Stays.Add(stay);
            }
        }
    }

    private static bool Place(PlainPerson person, PlainVolunteer[] free, PlainPerson?[] holder, bool[] seen)
    {
        for (var place = 0; place < free.Length; place++)
        {
            if (!seen[place] && (!person.SpeaksOnlyUrdu || free[place].SpeaksUrdu))
            {
                seen[place] = true;
                if (holder[place] is not { } other || Place(other, free, holder, seen))
                {
                    holder[place] = person;
                    return true;
                }
            }
        }

        return false;
    }

    private double MatchLength()
    {
        var variance = Math.Log(1 + Math.Pow(MatchDeviation / MatchMean, 2));
        var normal = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
        return Math.Exp(Math.Log(MatchMean) - (variance / 2) + (Math.Sqrt(variance) * normal));
    }

    private double Exponential(double mean) => -mean * Math.Log(1 - _random.NextDouble());
}

/// <summary>Somebody who was referred.</summary>
internal sealed record PlainPerson(int Number, int Ward, int Band, bool SpeaksOnlyUrdu, double ReferredAt)
{
    public List<PlainWait> Waits { get; } = [];

    public List<PlainStay> Stays { get; } = [];

    public bool WaitsAt(double time) => Waits.Exists(wait => wait.Holds(time));
}

/// <summary>A time on the list, until she is helped or gives up.</summary>
internal sealed record PlainWait(double Since, double GivesUpAt)
{
    public double HelpedAt { get; init; } = double.PositiveInfinity;

    public bool Holds(double time) => Since < time && time <= GivesUpAt && time <= HelpedAt;

    public bool GaveUpWithin(double from, double until) => GivesUpAt < HelpedAt && GivesUpAt >= from && GivesUpAt < until;
}

/// <summary>A match.</summary>
internal sealed record PlainStay(PlainPerson Person, PlainVolunteer Volunteer, double Since)
{
    public double EndsAt { get; set; }

    public MatchEnding Ending { get; set; }
}

/// <summary>Somebody who visits.</summary>
internal sealed record PlainVolunteer(int Number, int Places, bool SpeaksUrdu)
{
    public double StopsAt { get; init; }

    public List<PlainStay> Stays { get; } = [];

    // A place rests after a match that ended in its own time.
    public int FreeAt(double time) => StopsAt <= time ? 0
        : Places - Stays.Count(stay => stay.Since < time && stay.EndsAt + PlainTown.GapDays > time);
}
