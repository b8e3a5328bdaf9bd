using System.Runtime.CompilerServices;
using System.Text.Json;
using Networks.Domain.Interests;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Wards;
using Networks.Grains.AreaRegisters;
using Networks.Grains.Indicators;
using Networks.Grains.InterestRegisters;
using Networks.Grains.OrganisationRegisters;
using Networks.Grains.WardRegisters;
using Networks.Grains.Wards;

namespace Networks.Grains.Tests;

/// <summary>Rows of registers outlive releases: <c>Golden/</c> holds one stored sample of each, as those of other records.</summary>
public sealed class RegisterStateTests
{
    private static readonly JsonSerializerOptions Indented = new(StateJson.Options) { WriteIndented = true };
    private static readonly AreaCode East = AreaCode.Of("E05001390");

    public static TheoryData<string> Names =>
        [StateNames.Area, StateNames.OrganisationRegister, StateNames.InterestRegister, StateNames.AreaRegister, StateNames.Indicators];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_of_a_register_is_stored_as_its_approved_sample_and_read_back_whole(string name)
    {
        var sample = Sample(name);
        var golden = File.ReadAllText(Golden(name)).TrimEnd();
        Assert.Equal(golden, JsonSerializer.Serialize(sample, sample.GetType(), Indented).ReplaceLineEndings("\n"));
        var read = JsonSerializer.Deserialize(golden, sample.GetType(), Indented)!;
        Assert.Equal(golden, JsonSerializer.Serialize(read, read.GetType(), Indented).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_state_name_has_its_approved_sample()
    {
        var samples = Directory.GetFiles(Path.GetDirectoryName(Golden(StateNames.Area))!).Select(Path.GetFileNameWithoutExtension);
        Assert.Empty(StoredStates.Names.Except(samples));
    }

    private static object Sample(string name) => name switch
    {
        StateNames.Area => new WardRegisterState
        {
            Area = new AreaFacts { Code = AreaCode.Of("E08000034"), Name = "Kirklees" },
            Wards =
            [
                new WardFacts { Code = WardCode.Of("E05001390"), Name = "Batley East", Population = 18_000, PopulationPeriod = "mid-2022",
                    Point = new GeoPoint(53.71, -1.62), Authority = "Kirklees", Place = "Batley" },
            ],
        },
        StateNames.OrganisationRegister => new OrganisationRegisterState
        {
            Organisations = [new Organisation { Id = OrganisationId.Of("O1"), Name = "Age UK", Kind = OrganisationKind.Vcfse }],
        },
        StateNames.InterestRegister => new InterestRegisterState
        {
            Interests = [new Interest { Word = "gardening", Label = "Gardening and allotments" }],
        },
        StateNames.AreaRegister => new AreaRegisterState
        {
            Areas =
            [
                new PublishedArea { Code = East, Name = "Batley East", Level = AreaLevel.Ward, Parent = AreaCode.Of("E08000034"),
                    Households = 7_500 },
            ],
        },
        _ => new IndicatorsState
        {
            Id = East,
            Indicators =
            [
                new Indicator { Area = East, Name = "pensioners-alone", Value = 12.5, Period = "2021", Source = "Census 2021",
                    Numerator = 125, Denominator = 1_000, Polarity = Polarity.HigherIsWorse },
            ],
        },
    };

    private static string Golden(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Golden", name + ".json");
}
