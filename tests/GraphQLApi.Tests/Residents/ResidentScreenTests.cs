using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.GraphQLApi.Residents;

namespace Networks.GraphQLApi.Tests.Residents;

public sealed class ResidentScreenTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void A_situation_is_shown_for_as_long_as_she_agrees_and_no_day_longer(int daysLeft, bool isShown)
    {
        var resident = new Resident
        {
            Id = ResidentId.Of("R1"),
            Facts = new ResidentFacts
            {
                Ward = WardCode.Of("E05012993"),
                Situations = ["bereaved"],
                Consents = [new Consent(Consent.SpecialCategory, Today.AddDays(-30), Today.AddDays(daysLeft))],
            },
        };
        var screen = new ResidentScreen(
            resident, "Ward", null, new Dictionary<GroupId, GroupFacts>(),
            new DateTimeOffset(Today, TimeOnly.MinValue, TimeSpan.Zero), Today);
        Assert.Equal(isShown, string.Join('\n', screen.Lines()).Contains("bereaved", StringComparison.Ordinal));
    }
}
