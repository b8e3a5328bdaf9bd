using System.Text.Json;

namespace Networks.GraphQLApi.Backups;

/// <summary>What a backup says of itself: its entry manifest.json, the last to be written.</summary>
internal sealed record BackupManifest
{
    /// <summary>The word by which a backup is known.</summary>
    public const string FormatWord = "networks-backup";

    /// <summary>The form of backup this release writes; it reads this and every earlier one.</summary>
    public const int SchemaNow = 1;

    /// <summary>The entry's name.</summary>
    public const string EntryName = "manifest.json";

    /// <summary>The folder of states within the backup: one entry for each state name.</summary>
    public const string StatesFolder = "states/";

    /// <summary>The entry of command ids.</summary>
    public const string CommandsEntry = "commands.jsonl";

    /// <summary>The entry of reminders.</summary>
    public const string RemindersEntry = "reminders.jsonl";

    /// <summary>How every line is written.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public required string Format { get; init; }

    public required int Schema { get; init; }

    /// <summary>When the backup was taken, in universal time.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Lines of each other entry, in the order in which they were written.</summary>
    public required IReadOnlyDictionary<string, long> Entries { get; init; }

    /// <summary>SHA-256 over name and bytes of every other entry, in that order; the same contents give the same digest.</summary>
    public required string Digest { get; init; }
}
