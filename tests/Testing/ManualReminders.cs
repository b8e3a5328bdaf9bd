using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.Reminders;

namespace Networks.Testing;

/// <summary>Reminders by a clock that the test moves.</summary>
public static class ManualReminders
{
    /// <summary>
    /// Lets reminders go by <paramref name="time"/>, a millisecond late (<see cref="ManualTime.RingingLate"/>): the engine waits for an
    /// instant in a loop.
    /// </summary>
    public static ISiloBuilder RemindBy(this ISiloBuilder silo, ManualTime time)
    {
        silo.Services.AddKeyedSingleton(ReminderTimeProviderNames.Reminders, time.RingingLate);
        return silo;
    }
}
