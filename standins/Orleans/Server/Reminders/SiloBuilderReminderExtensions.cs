using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans.Hosting;

/// <summary>Lets grains have durable reminders; a reminder table has to be registered too.</summary>
public static class SiloBuilderReminderExtensions
{
    public static ISiloBuilder AddReminders(this ISiloBuilder builder) => builder.ConfigureServices(services => AddReminders(services));

    public static void AddReminders(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(ReminderDelivery)))
        {
            return;
        }

        services.AddSingleton<ReminderDelivery>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<ReminderDelivery>());
        services.AddSingleton<IReminderRegistry, ReminderRegistry>();
    }
}

/// <summary>Reminders that last as long as the process.</summary>
public static class SiloBuilderReminderMemoryExtensions
{
    public static ISiloBuilder UseInMemoryReminderService(this ISiloBuilder builder)
    {
        builder.AddReminders();
        return builder.ConfigureServices(services => services.AddSingleton<IReminderTable, MemoryReminderTable>());
    }
}
