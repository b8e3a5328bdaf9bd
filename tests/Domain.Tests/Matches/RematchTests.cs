using Networks.Domain.Matches;
using Networks.Domain.Residents;

namespace Networks.Domain.Tests.Matches;

public sealed class RematchTests
{
    [Fact]
    public void A_place_rests_from_the_day_its_match_ended_until_the_thirteenth_day_after()
    {
        var draw = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            DateOnly?[] ends =
            [
                .. Enumerable.Range(0, draw.Next(6))
                    .Select(_ => draw.Next(4) == 0 ? (DateOnly?)null : Sample.Today.AddDays(draw.Next(-40, 20))),
            ];
            var places = new Places
            {
                Capacity = 10,
                Taken = [.. ends.Select((end, at) => new TakenPlace(ResidentId.Of($"R{at}"), Sample.Today.AddDays(-50), end, null))],
            };
            var resting = 0;
            foreach (var end in ends)
            {
                for (var day = 0; day <= 13 && end is not null; day++)
                {
                    resting += end.Value.AddDays(day) == Sample.Today ? 1 : 0;
                }
            }

            Assert.Equal(resting, places.RestingOn(Sample.Today));
        }
    }
}
