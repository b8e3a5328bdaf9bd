using System.Globalization;

namespace Networks.GraphQLApi.Tests.MatchingRounds;

/// <summary>
/// A befriending scheme of the shape that the Royal Voluntary Service published for Kirklees (117 befrienders who see 164 people, more
/// than 130 waiting at least 16 weeks) before its first round: all 294 wait and all 164 places are free. Wards are real (Office for
/// National Statistics, Census 2021, Open Government Licence v3.0); everybody in them is invented, from a seed.
/// </summary>
internal static class KirkleesFiles
{
    public const int People = 294, Befrienders = 117, WithTwoPlaces = 47, Places = 164, MostUrgent = 75;

    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly string[] Interests = ["cards", "cooking", "football", "gardening", "history", "knitting", "music", "walking"];

    /// <summary>Code, name, residents, residents of 65 and more, and a point inside, each ward on one line.</summary>
    private static readonly string[] Wards =
    [
        "E05001389,Ashbrow,21207,3453,53.67714,-1.77339", "E05001390,Batley East,15635,2166,53.71516,-1.61032",
        "E05001391,Batley West,21492,2804,53.71646,-1.65011", "E05001392,Birstall and Birkenshaw,17431,3366,53.74270,-1.66568",
        "E05001393,Cleckheaton,16798,3420,53.73372,-1.73076", "E05001396,Dalton,18222,3104,53.66367,-1.73993",
        "E05001397,Denby Dale,16622,4092,53.59263,-1.64968", "E05001398,Dewsbury East,20607,3175,53.69161,-1.61273",
        "E05001399,Dewsbury South,19266,2761,53.66526,-1.62895", "E05001400,Dewsbury West,22213,1961,53.68970,-1.65625",
        "E05001401,Golcar,18552,3175,53.64399,-1.83587", "E05001402,Greenhead,21447,2766,53.65481,-1.79566",
        "E05001403,Heckmondwike,18455,3120,53.70601,-1.67657", "E05001405,Holme Valley South,19211,4321,53.55688,-1.81975",
        "E05001407,Lindley,20096,4005,53.65901,-1.83360", "E05001408,Liversedge and Gomersal,19802,3830,53.71006,-1.71139",
        "E05001409,Mirfield,19776,4782,53.67366,-1.69403", "E05001410,Newsome,19503,2796,53.63194,-1.78160",
        "E05008558,Almondbury,16766,3718,53.63441,-1.72891", "E05008559,Colne Valley,16433,3182,53.60138,-1.92194",
        "E05008560,Crosland Moor and Netherton,19658,3066,53.62274,-1.81680", "E05008561,Holme Valley North,17314,4096,53.58983,-1.84703",
        "E05008562,Kirkburton,16629,3627,53.61599,-1.69377",
    ];

    /// <summary>The files by name; the same on every machine.</summary>
    public static IEnumerable<(string File, string Text)> All()
    {
        var random = new Random(164);
        yield return ("interests.csv", Lines("id,label", Interests.Select(word => $"{word},{char.ToUpperInvariant(word[0])}{word[1..]}")));
        yield return ("wards.csv", Lines("code,name,population,latitude,longitude,authority,population_period",
            Wards.Select(ward => ward.Split(',')).Select(ward =>
                $"{ward[0]},{ward[1]},{ward[2]},{ward[4]},{ward[5]},Kirklees,Census 2021")));
        yield return ("volunteers.csv", Lines(
            "id,ward,role,capacity,gender,birth_year,latitude,longitude,travel_km_max,languages,interests,available,checks,active_from,"
                + "modes,cannot_be_with", Enumerable.Range(1, Befrienders).Select(number => Befriender(random, number))));
        yield return ("residents.csv", Lines(
            "id,ward,birth_year,gender,lives_alone,latitude,longitude,languages,interests,prefers_gender,available,priority_band,"
                + "referred_on,consents,seeking,modes,home_factors,firm",
            Enumerable.Range(1, People).Select(number => Person(random, number))));
    }

    private static string Befriender(Random random, int number)
    {
        // Those who take two are spread evenly over all.
        var places = number * WithTwoPlaces / Befrienders > (number - 1) * WithTwoPlaces / Befrienders ? 2 : 1;
        var (ward, point) = Home(random);
        var from = Iso(Day.AddDays(-random.Next(60, 900)));
        return string.Join(',', $"V{number:000}", ward, "befriender", places, random.Next(3) == 0 ? "male" : "female",
            1950 + random.Next(50), point, random.Next(4, 10), Language(random, 12), Some(random, Interests, 3),
            Slots(random, 5), $"references:{from};interview:{from};induction:{from}", from, random.Next(3) == 0 ? "visit;phone" : "visit",
            random.Next(8) == 0 ? "dog" : "");
    }

    private static string Person(Random random, int number)
    {
        var band = number * MostUrgent / People > (number - 1) * MostUrgent / People ? 1 : random.Next(2, 5);
        var since = Iso(Day.AddDays(-(number <= 164 ? random.Next(7, 112) : random.Next(112, 300))));
        var (ward, point) = Home(random);
        var onlyByAWoman = random.Next(8) == 0;
        return string.Join(',', $"R{number:0000}", ward, 1930 + random.Next(35), random.Next(3) == 0 ? "male" : "female",
            random.Next(4) == 0 ? "no" : "yes", point, Language(random, 9), Some(random, Interests, 3), onlyByAWoman ? "female" : "",
            Slots(random, 3), band, since, number % 49 == 0 ? "" : $"matching:{since}", "befriending",
            random.Next(5) == 0 ? "visit;phone" : "visit", random.Next(5) == 0 ? "dog" : "", onlyByAWoman ? "gender" : "");
    }

    // Where older people live, somebody is more often found.
    private static (string Ward, string Point) Home(Random random)
    {
        var older = Wards.Select(ward => int.Parse(ward.Split(',')[3], CultureInfo.InvariantCulture)).ToArray();
        var (at, left) = (0, random.Next(older.Sum()));
        for (; left >= older[at]; at++)
        {
            left -= older[at];
        }

        var ward = Wards[at].Split(',');
        double Near(string middle) => double.Parse(middle, CultureInfo.InvariantCulture) + (random.Next(2000) - 1000) / 100_000.0;
        return (ward[0], string.Create(CultureInfo.InvariantCulture, $"{Near(ward[4]):0.0000},{Near(ward[5]):0.0000}"));
    }

    private static string Language(Random random, int others) => random.Next(others) switch
    {
        0 => "ur",
        1 => "ur;en",
        2 => random.Next(2) == 0 ? "pa" : "pa;en",
        3 when others < 12 => random.Next(2) == 0 ? "gu" : "pl",
        _ => "en",
    };

    private static string Slots(Random random, int count) => string.Join(';', Enumerable.Range(0, count)
        .Select(_ => Days[random.Next(Days.Length)] + (random.Next(2) == 0 ? "-am" : "-pm")).Distinct());

    private static string Some(Random random, string[] words, int among) =>
        string.Join(';', words.Where(_ => random.Next(among) == 0));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Lines(string header, IEnumerable<string> rows) => string.Join('\n', [header, .. rows, ""]);
}
