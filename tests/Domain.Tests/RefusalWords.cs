using Networks.Domain.Commands;

namespace Networks.Domain.Tests;

/// <summary>Decisions in a few words, so that tables can be read.</summary>
internal static class RefusalWords
{
    public static string Of(Refusal refusal) => refusal switch
    {
        InvalidValue invalid => $"invalid {invalid.Field}",
        WrongState wrong => $"wrong-state {wrong.State}",
        NoFreePlace full => $"no-free-place {full.Capacity}/{full.Held}/{full.Taken}",
        NotRegistered unknown => $"not-registered {unknown.Noun} {unknown.Reference}",
        AlreadyRegistered known => $"already-registered {known.Noun} {known.Reference}",
        _ => refusal.GetType().Name,
    };

    public static string Of<T>(Decision<T> decision)
        where T : class => decision switch
        {
            { Refusal: { } refusal } => Of(refusal),
            { IsChange: false, Number: { } number } => $"unchanged {number}",
            { IsChange: false } => "unchanged",
            { Number: { } number } => $"done {number}",
            _ => "done",
        };
}
