namespace Orleans.Reminders;

/// <summary>The key of the clock that reminders go by, if it is not the silo's.</summary>
public static class ReminderTimeProviderNames
{
    public const string Reminders = "Orleans.Reminders";
}
