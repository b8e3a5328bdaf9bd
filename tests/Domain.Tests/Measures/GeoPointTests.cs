using Networks.Domain.Measures;

namespace Networks.Domain.Tests.Measures;

public sealed class GeoPointTests
{
    // Lengths of arcs of a sphere of 6371.0088 km: a degree is 111.195 km, a quarter of a great circle 10,007.557 km, half 20,015.114 km.
    // Nashville to Los Angeles airport is the worked example of the haversine formula: 2887.2599506 km at a radius of 6372.8 km.
    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(0, 0, 1, 0, 111_195)]
    [InlineData(0, 0, 0, 1, 111_195)]
    [InlineData(90, 0, 0, 77, 10_007_557)]
    [InlineData(0, 0, 0, 180, 20_015_114)]
    [InlineData(12, 34, -12, -146, 20_015_114)]
    [InlineData(0, 179.5, 0, -179.5, 111_195)]
    [InlineData(36.12, -86.67, 33.94, -118.40, 2_886_448)]
    public void Distances_are_great_circles_in_whole_metres(
        double latitude, double longitude, double toLatitude, double toLongitude, int metres)
    {
        GeoPoint from = new(latitude, longitude), to = new(toLatitude, toLongitude);
        Assert.Equal(metres, from.DistanceTo(to).Value);
        Assert.Equal(metres, to.DistanceTo(from).Value);
    }

    [Theory]
    [InlineData(90, 180, true)]
    [InlineData(-90, -180, true)]
    [InlineData(90.01, 0, false)]
    [InlineData(0, 180.01, false)]
    [InlineData(double.NaN, 0, false)]
    [InlineData(0, double.PositiveInfinity, false)]
    public void A_point_off_the_earth_is_known_as_such(double latitude, double longitude, bool isOnEarth) =>
        Assert.Equal(isOnEarth, new GeoPoint(latitude, longitude).IsOnEarth);

    [Theory]
    [InlineData(0.0005, 1)]
    [InlineData(0.00049, 0)]
    [InlineData(1.4, 1400)]
    public void Kilometres_become_whole_metres_rounded_half_up(double kilometres, int metres) =>
        Assert.Equal(metres, Metres.FromKilometres(kilometres).Value);
}
