using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Wards;
using Networks.Grains.Residents;

namespace Networks.Benchmarks.DurableWrites;

/// <summary>Residents of the size that imports make: some facts and five ties, about a kilobyte as stored.</summary>
internal static class SamplePeople
{
    public static ResidentState Resident(int number, int wardsCount) => ResidentState.Of(new Resident
    {
        Id = ResidentId.Of($"R{number:D7}"),
        Facts = new ResidentFacts
        {
            Ward = WardCode.Of($"E05{number % wardsCount:D6}"),
            BirthYear = 1930 + (number % 70),
            LivesAlone = number % 3 == 0,
            Home = new GeoPoint(53.4 + (number % 1000 * 0.0001), -1.3 - (number % 777 * 0.0001)),
            Languages = ["en"],
            Interests = ["gardening", "cards"],
            ReferredOn = new DateOnly(2026, 9, 1).AddDays(number % 60),
        },
        Ties =
        [
            .. Enumerable.Range(1, 5).Select(tie => new Tie
            {
                Number = tie,
                Resident = ResidentId.Of($"R{(number + (tie * 97)) % 1_000_000:D7}"),
                Kind = TieKind.Friend,
                Since = new DateOnly(2020, 1, 1),
            }),
        ],
    });
}
