using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime.ReminderService;

namespace Orleans.Hosting;

/// <summary>Keeps reminders in a relational database.</summary>
public static class SiloBuilderReminderExtensions
{
    public static ISiloBuilder UseAdoNetReminderService(this ISiloBuilder builder, Action<AdoNetReminderTableOptions> configureOptions) =>
        builder.UseAdoNetReminderService(options => options.Configure(configureOptions));

    public static ISiloBuilder UseAdoNetReminderService(
        this ISiloBuilder builder, Action<OptionsBuilder<AdoNetReminderTableOptions>> configureOptions) =>
        builder.ConfigureServices(services => services.UseAdoNetReminderService(configureOptions));

    public static IServiceCollection UseAdoNetReminderService(
        this IServiceCollection services, Action<OptionsBuilder<AdoNetReminderTableOptions>> configureOptions)
    {
        services.AddReminders();
        services.AddSingleton<IReminderTable, AdoNetReminderTable>();
        configureOptions(services.AddOptions<AdoNetReminderTableOptions>());
        return services;
    }
}
