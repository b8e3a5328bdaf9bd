using HotChocolate;

namespace Networks.GraphQLApi.Errors;

/// <summary>Refusals of a whole field: an error with a stable code and one sentence that names the argument and the way out.</summary>
internal static class Refused
{
    public static GraphQLException BadArgument(string argument, string sentence) =>
        new(Error(TopLevelCodes.BadArgument, sentence).SetExtension("argument", argument).Build());

    public static GraphQLException PageTooLarge(string argument, int asked, int most) =>
        new(Error(TopLevelCodes.PageTooLarge, $"{argument} is {asked}; a page holds at most {most}. Ask for the next page with 'after'.")
            .SetExtension("argument", argument)
            .SetExtension("maximum", most)
            .Build());

    public static GraphQLException UnknownWard(string word, IReadOnlyList<string> didYouMean) =>
        new(Error(TopLevelCodes.UnknownWard, Sentence(word, didYouMean))
            .SetExtension("ward", word)
            .SetExtension("didYouMean", didYouMean)
            .Build());

    public static GraphQLException TooExpensive(string argument, string sentence) =>
        new(Error(TopLevelCodes.TooExpensive, sentence).SetExtension("argument", argument).Build());

    public static GraphQLException Unavailable(string sentence) => new(Error(TopLevelCodes.Unavailable, sentence).Build());

    private static string Sentence(string word, IReadOnlyList<string> didYouMean) => didYouMean.Count == 0
        ? $"No ward '{word}' in this area."
        : $"No ward '{word}' in this area; did you mean {string.Join(" or ", didYouMean)}?";

    private static IErrorBuilder Error(string code, string sentence) => ErrorBuilder.New().SetMessage(sentence).SetCode(code);
}
