using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains.Wards;
using Orleans.Runtime;

namespace Networks.Grains.Tests;

public sealed class EntityKeysTests
{
    private static readonly string[] Numbers =
        ["42", "042", "0042", "0", "-1", "E05000001", "cafe", "ffffffffffffffff", "9223372036854775807",
            "00000000-0000-0000-0000-000000000042", "00000000000000000000000000000042", "a+b", "42+x",
            "{00000000-0000-0000-0000-000000000042}"];

    [Fact]
    public void No_key_reads_as_a_number_or_a_guid() => Prop
        .ForAll(References().ToArbitrary(), reference => Keys(reference).All(IsPlainText))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void What_storage_could_mistake_for_a_number_is_kept_apart() =>
        Assert.All(Numbers, reference => Assert.All(Keys(reference), key => Assert.True(IsPlainText(key))));

    [Fact]
    public void A_key_gives_its_reference_back_whatever_it_holds() => Prop
        .ForAll(References().ToArbitrary(), reference => Keys(reference).All(key => EntityKeys.Reference(key) == reference))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Keys_of_different_kinds_never_meet() => Prop
        .ForAll(References().ToArbitrary(), reference => Keys(reference).Distinct().Count() == Keys(reference).Length)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Bulk_import_writes_under_the_keys_of_the_grains()
    {
        Assert.Equal(EntityKeys.Of(ResidentId.Of("x")), EntityKeys.Of(EntityKind.Resident, "x"));
        Assert.Equal(EntityKeys.Of(VolunteerId.Of("x")), EntityKeys.Of(EntityKind.Volunteer, "x"));
        Assert.Equal(EntityKeys.Of(GroupId.Of("x")), EntityKeys.Of(EntityKind.Group, "x"));
    }

    private static string[] Keys(string reference) =>
    [
        EntityKeys.Of(ResidentId.Of(reference)),
        EntityKeys.Of(VolunteerId.Of(reference)),
        EntityKeys.Of(GroupId.Of(reference)),
        EntityKeys.OfContactCard(ResidentId.Of(reference)),
        EntityKeys.Of(WardCode.Of(reference)),
        EntityKeys.Of(AreaCode.Of(reference)),
        EntityKeys.Of(RoundName.Of(reference)),
        EntityKeys.OfIndicators(AreaCode.Of(reference)),
    ];

    private static bool IsPlainText(string key)
    {
        var grain = GrainId.Create("any", key);
        return !Guid.TryParse(key, out _)
            && !long.TryParse(key, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _)
            && !long.TryParse(key, NumberStyles.Any, CultureInfo.InvariantCulture, out _)
            && !grain.TryGetGuidKey(out _, out _)
            && !grain.TryGetIntegerKey(out _, out _);
    }

    private static Gen<string> References() => Gen.OneOf(
        Gen.Elements(Numbers),
        Gen.Elements("0123456789abcdefABCDEF-+:{}".ToCharArray()).NonEmptyListOf().Select(letters => string.Concat(letters)),
        ArbMap.Default.GeneratorFor<NonEmptyString>().Select(text => text.Get)
            .Where(text => Domain.Measures.References.Fault(text) is null));
}
