using System.Collections.Immutable;
using Networks.Domain.Commands;

namespace Networks.Grains.Commands;

/// <summary>The commands a record remembers having done.</summary>
internal static class StoredAnswers
{
    /// <summary>The remembered command with this id; null if it never came, or too long ago.</summary>
    public static StoredAnswer? Find(this ImmutableArray<StoredAnswer> answers, CommandId command) =>
        answers.FirstOrDefault(answer => answer.Command == command);

    /// <summary>Remembers one more and forgets what is too old or too many.</summary>
    public static ImmutableArray<StoredAnswer> Remember(this ImmutableArray<StoredAnswer> answers, StoredAnswer added)
    {
        var oldest = added.On.AddDays(-StoredAnswer.DaysKept);
        var kept = answers.RemoveAll(answer => answer.On < oldest);
        return kept.RemoveRange(0, Math.Max(0, kept.Length - StoredAnswer.CountMax + 1)).Add(added);
    }
}
