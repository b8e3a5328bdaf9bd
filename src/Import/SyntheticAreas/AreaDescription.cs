using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Wards;
using Networks.Import.Csv;

namespace Networks.Import.SyntheticAreas;

/// <summary>The published facts of a real area, on which a synthetic one is modelled.</summary>
public sealed class AreaDescription
{
    /// <summary>
    /// Where the facts come from: 2021 counts by ward (May 2025 codes) summed from small areas whose counts are perturbed at source, so
    /// that they differ slightly from the published ward totals.
    /// </summary>
    public const string Source =
        "Source: Office for National Statistics (Census 2021, May 2025 ward codes), licensed under the Open Government Licence v3.0.";

    /// <summary>Above this many people the area's wards are copied rather than overfilled.</summary>
    private const int ResidentsPerCopyMax = 250_000;

    private const int ResidentsPerCopy = 100_000;

    private AreaDescription(string name, string authority, ImmutableArray<DescribedWard> wards) =>
        (Name, Authority, Wards) = (name, authority, wards);

    /// <summary>The names <see cref="Find"/> knows; "demo" is the area that a new store is started with.</summary>
    public static IReadOnlyList<string> Names { get; } = ["demo", "rotherham"];

    /// <summary>The name asked for.</summary>
    public string Name { get; }

    /// <summary>The authority whose wards these are.</summary>
    public string Authority { get; }

    internal ImmutableArray<DescribedWard> Wards { get; }

    /// <summary>The description of an area; null if there is none of that name.</summary>
    public static AreaDescription? Find(string name) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase) ? new AreaDescription(name.ToLowerInvariant(), "Rotherham", Read()) : null;

    /// <summary>Wards enough for <paramref name="residents"/> people: the published ones, and copies of them for more than they could
    /// hold.</summary>
    internal ImmutableArray<DescribedWard> WardsFor(int residents)
    {
        var copies = residents <= ResidentsPerCopyMax ? 1 : (residents + ResidentsPerCopy - 1) / ResidentsPerCopy;
        return [.. Enumerable.Range(0, copies).SelectMany(copy => copy == 0 ? Wards : [.. Wards.Select(ward => Copy(ward, copy))])];
    }

    private static DescribedWard Copy(DescribedWard ward, int copy) => ward with
    {
        Code = WardCode.Of(string.Create(CultureInfo.InvariantCulture, $"X{copy + 1:000}{ward.Code.Value[^5..]}")),
        Name = string.Create(CultureInfo.InvariantCulture, $"{ward.Name} (copy {copy + 1})"),
        LatitudeMicro = ward.LatitudeMicro + copy / 4 * 250_000,
        LongitudeMicro = ward.LongitudeMicro + copy % 4 * 400_000,
    };

    private static ImmutableArray<DescribedWard> Read()
    {
        using var stream = typeof(AreaDescription).Assembly.GetManifestResourceStream("Networks.Import.SyntheticAreas.rotherham.csv")
            ?? throw new InvalidOperationException("The area's description is missing from this assembly.");
        var records = new RecordReader(new StreamReader(stream));
        var wards = ImmutableArray.CreateBuilder<DescribedWard>();
        while (records.Read() is { } before && before.Cells[0] != "code")
        {
            // What stands above the header says where the facts come from.
        }

        while (records.Read() is { } record)
        {
            var cells = record.Cells;
            wards.Add(new DescribedWard(WardCode.Of(cells[0]), cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture),
                int.Parse(cells[3], CultureInfo.InvariantCulture), Micro(cells[4]), Micro(cells[5])));
        }

        return wards.ToImmutable();
    }

    private static int Micro(string degrees) => (int)(decimal.Parse(degrees, CultureInfo.InvariantCulture) * 1_000_000);
}
