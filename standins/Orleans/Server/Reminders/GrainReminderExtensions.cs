using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans;

/// <summary>Durable reminders of a grain, for both ways of being one.</summary>
public static class GrainReminderExtensions
{
    public static Task<IGrainReminder> RegisterOrUpdateReminder(
        this Grain grain, string reminderName, TimeSpan dueTime, TimeSpan period) =>
        Register(grain is IRemindable, grain?.GrainContext, reminderName, dueTime, period);

    public static Task<IGrainReminder> RegisterOrUpdateReminder(
        this IGrainBase grain, string reminderName, TimeSpan dueTime, TimeSpan period) =>
        Register(grain is IRemindable, grain?.GrainContext, reminderName, dueTime, period);

    public static Task UnregisterReminder(this Grain grain, IGrainReminder reminder) => Unregister(grain?.GrainContext, reminder);

    public static Task UnregisterReminder(this IGrainBase grain, IGrainReminder reminder) => Unregister(grain?.GrainContext, reminder);

    public static Task<IGrainReminder?> GetReminder(this Grain grain, string reminderName) => Get(grain?.GrainContext, reminderName);

    public static Task<IGrainReminder?> GetReminder(this IGrainBase grain, string reminderName) => Get(grain?.GrainContext, reminderName);

    public static Task<List<IGrainReminder>> GetReminders(this Grain grain) => GetAll(grain?.GrainContext);

    public static Task<List<IGrainReminder>> GetReminders(this IGrainBase grain) => GetAll(grain?.GrainContext);

    private static Task<IGrainReminder> Register(
        bool remindable, IGrainContext? context, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(context, "grain");
        RefuseBlank(reminderName);
        if (!remindable)
        {
            throw new InvalidOperationException(
                $"Grain {context.GrainId} is not '{nameof(IRemindable)}'. "
                + $"A grain should implement {nameof(IRemindable)} to use reminders.");
        }

        return RegistryOf(context).RegisterOrUpdateReminder(context.GrainId, reminderName, dueTime, period);
    }

    private static Task Unregister(IGrainContext? context, IGrainReminder reminder)
    {
        ArgumentNullException.ThrowIfNull(context, "grain");
        return RegistryOf(context).UnregisterReminder(context.GrainId, reminder);
    }

    private static Task<IGrainReminder?> Get(IGrainContext? context, string reminderName)
    {
        ArgumentNullException.ThrowIfNull(context, "grain");
        RefuseBlank(reminderName);
        return RegistryOf(context).GetReminder(context.GrainId, reminderName);
    }

    private static Task<List<IGrainReminder>> GetAll(IGrainContext? context)
    {
        ArgumentNullException.ThrowIfNull(context, "grain");
        return RegistryOf(context).GetReminders(context.GrainId);
    }

    private static void RefuseBlank(string reminderName)
    {
        if (string.IsNullOrWhiteSpace(reminderName))
        {
            throw new ArgumentNullException(nameof(reminderName));
        }
    }

    private static IReminderRegistry RegistryOf(IGrainContext context) =>
        context.ActivationServices.GetRequiredService<IReminderRegistry>();
}
