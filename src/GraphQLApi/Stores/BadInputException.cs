namespace Networks.GraphQLApi.Stores;

/// <summary>Ends a command with exit code 2: its message is the one sentence the person reads.</summary>
internal sealed class BadInputException(string sentence) : Exception(sentence);
