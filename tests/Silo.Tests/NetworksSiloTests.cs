using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Residents;
using Networks.Grains.Wards;
using Networks.Silo.Storage;
using Networks.Testing;

namespace Networks.Silo.Tests;

public sealed class NetworksSiloTests
{
    private static readonly WardCode Ward = WardCode.Of("E05001390");

    [Fact]
    public async Task A_row_written_in_bulk_is_what_its_grain_reads_before_and_after_restarts()
    {
        await using var silo = await TestSilo.Start();
        var resident = new Resident { Id = ResidentId.Of("R1"), Facts = new ResidentFacts { Ward = Ward, BirthYear = 1941 } };
        Assert.Empty(await silo.Rows.InsertNew([new NewEntity(EntityKind.Resident, "R1", ResidentState.Of(resident))], default));
        Assert.Equal(1941, await BirthYear(silo));
        await silo.Restart();
        Assert.Equal(1941, await BirthYear(silo));
        await silo.CrashAndRestart();
        Assert.Equal(1941, await BirthYear(silo));
    }

    [Fact]
    public async Task A_silo_is_ready_when_its_store_answers()
    {
        await using var silo = await TestSilo.Start();
        var report = await silo.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Contains("store", report.Entries.Keys);
    }

    [Fact]
    public async Task A_silo_over_a_store_that_another_owns_does_not_start_and_says_who_owns_it()
    {
        await using var first = await TestSilo.Start();
        var refusal = await Assert.ThrowsAsync<StoreInUseException>(() => TestSilo.Start(first.Store));
        Assert.Equal(Environment.ProcessId, refusal.Owner!.ProcessId);
    }

    [Fact]
    public void The_civil_day_is_that_of_the_area_whatever_zone_the_machine_is_in()
    {
        var summerNight = new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero);
        var local = TimeZoneInfo.ConvertTime(summerNight, AreaTime.UnitedKingdom.LocalTimeZone);
        Assert.Equal(new DateTime(2026, 7, 1, 0, 30, 0), local.DateTime);
    }

    private static async Task<int?> BirthYear(TestSilo silo)
    {
        var reading = await silo.Grains.Resident(ResidentId.Of("R1")).Read();
        return reading?.Resident.Facts.BirthYear;
    }
}
