using System.Globalization;
using Networks.Domain.Groups;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;

namespace Networks.Benchmarks.Areas;

/// <summary>What numbers and points of a generated area are called in the product. Peers count from 1, and so do references.</summary>
internal static class AreaNames
{
    // The corner of the area; anywhere on the ground would do.
    private const double CornerLatitude = 52.8;
    private const double CornerLongitude = -1.6;
    private const double MetresADegree = GeoPoint.EarthRadiusKilometres * 1000 * Math.PI / 180;
    private static readonly double EastMetresADegree = MetresADegree * Math.Cos(CornerLatitude * Math.PI / 180);

    public static ResidentId Resident(int at) => ResidentId.Of(Text($"R{at + 1:0000000}"));

    public static WardCode Ward(int at) => WardCode.Of(Text($"E05{at + 1:000000}"));

    public static GroupId Group(int at) => GroupId.Of(Text($"G{at + 1:00000}"));

    public static VolunteerId Volunteer(int at) => VolunteerId.Of(Text($"V{at + 1:00000}"));

    public static string Interest(int number) => Text($"interest-{number:00}");

    /// <summary>The point so many metres from the area's corner, to a tenth of a metre.</summary>
    public static GeoPoint Point(int east, int north) => new(
        Math.Round(CornerLatitude + (north / MetresADegree), 6), Math.Round(CornerLongitude + (east / EastMetresADegree), 6));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
