using Networks.Domain.Commands;
using Networks.GraphQLApi.Nodes;

namespace Networks.GraphQLApi.Errors;

/// <summary>Refusals of the rulebook as the errors of a payload.</summary>
internal static class Refusals
{
    /// <summary>
    /// The refusal as an error. <paramref name="subject"/> is the input field that names whom the command is for;
    /// <paramref name="root"/> is the one the command's facts stand in, if they stand in one; <paramref name="elsewhere"/> says where those
    /// facts stand that the input keeps in another place or under another name.
    /// </summary>
    public static UserError ToError(
        this Refusal refusal,
        string subject,
        string? root = null,
        IReadOnlyDictionary<string, string[]>? elsewhere = null) => refusal switch
    {
        CommandIdReused => new CommandIdReusedError(refusal.Sentence),
        AlreadyRegistered { Noun: "volunteer" } known =>
            new VolunteerAlreadyRegistered(known.Sentence, GlobalId.Of("Volunteer", known.Reference)),
        AlreadyRegistered { Noun: "group" } known => new GroupAlreadyRegistered(known.Sentence, GlobalId.Of("Group", known.Reference)),
        AlreadyRegistered known => new ResidentAlreadyRegistered(known.Sentence, GlobalId.Of("Resident", known.Reference)),
        NotRegistered unknown => new InvalidValueError(unknown.Sentence, [FieldOf(unknown.Noun, subject)]),
        VersionConflict conflict => new VersionConflictError(conflict.Sentence, conflict.Current),
        Domain.Commands.Erased erased => new Erased(erased.Sentence, [subject]),
        InvalidValue invalid => Invalid(invalid, Path(invalid.Field, root, elsewhere)),
        UnknownWard unknown => new UnknownWardError(
            unknown.Sentence, Path("ward", root, elsewhere), [.. unknown.DidYouMean.Select(code => code.Value)]),
        NoFreePlace full => new NoFreePlaceError(full.Sentence, null, full.Capacity, full.Held, full.Taken),
        WrongState wrong => new WrongStateError(wrong.Sentence, null, wrong.State),
        _ => throw new InvalidOperationException($"No error is known for the refusal {refusal.GetType().Name}.")
    };

    /// <summary>
    /// The errors of one union. A refusal outside it is told as an invalid value: its sentence counts more than its type.
    /// </summary>
    public static IReadOnlyList<T> As<T>(this UserError error)
        where T : class =>
        error is T member ? [member] : [(T)(object)new InvalidValueError(error.Message, error.Path ?? [])];

    // The sentence names the field as the caller wrote it, which is not always as the record calls it.
    private static InvalidValueError Invalid(InvalidValue invalid, IReadOnlyList<string> path) => new(
        $"{string.Join('.', path)}: {invalid.Reason}", path, invalid.Allowed.IsDefaultOrEmpty ? null : invalid.Allowed);

    /// <summary>Ties, matches and groups are named by fields of their own beside the one that names the subject.</summary>
    private static string FieldOf(string noun, string subject) =>
        noun is "tie" or "match" || noun == "group" && subject == "resident" ? noun : subject;

    private static IReadOnlyList<string> Path(string field, string? root, IReadOnlyDictionary<string, string[]>? elsewhere)
    {
        if (elsewhere?.GetValueOrDefault(field) is { } said)
        {
            return said;
        }

        var steps = field.Split('.');
        return root is null || steps[0] is "reference" or "commandId" or "capacity" ? steps : [root, .. steps];
    }
}
