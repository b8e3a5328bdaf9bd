using Orleans;

namespace Networks.Domain.Measures;

/// <summary>A place on the ground, WGS 84 degrees. Used to compute distances; never leaves the system.</summary>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
[GenerateSerializer, Immutable, Alias("networks.geo-point")]
public readonly record struct GeoPoint([property: Id(0)] double Latitude, [property: Id(1)] double Longitude)
{
    /// <summary>Mean radius of the Earth (IUGG), in kilometres.</summary>
    public const double EarthRadiusKilometres = 6371.0088;

    /// <summary>True if both angles are finite and in range.</summary>
    public bool IsOnEarth => Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180;

    /// <summary>Great-circle distance (haversine), rounded half up to whole metres.</summary>
    public Metres DistanceTo(GeoPoint other)
    {
        double a1 = Radians(Latitude), a2 = Radians(other.Latitude);
        var across = Math.Sin((a2 - a1) / 2);
        var along = Math.Sin(Radians(other.Longitude - Longitude) / 2);
        var h = across * across + Math.Cos(a1) * Math.Cos(a2) * along * along;
        var metres = 2000 * EarthRadiusKilometres * Math.Asin(Math.Min(1, Math.Sqrt(h)));
        return new Metres((int)Math.Floor(metres + 0.5));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
