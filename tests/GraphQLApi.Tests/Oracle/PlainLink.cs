namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>One row of a connection as one person sees it.</summary>
/// <param name="Kind">TIE, ALTER, MEMBERSHIP or BEFRIENDING.</param>
/// <param name="With">Whom or what it is with.</param>
/// <param name="TieKind">What the other is to her; empty for memberships and matches.</param>
/// <param name="Current">Whether it holds on the day.</param>
/// <param name="Since">Its first day, if known.</param>
/// <param name="Frequency">How often, as stated.</param>
/// <param name="Contacts">Days of contact, before and after the day alike; an empty one is none.</param>
internal sealed record PlainLink(
    string Kind, string With, string TieKind, bool Current, string Since, string Frequency, List<string> Contacts)
{
    /// <summary>The kind as the row has it, from whichever side it was written.</summary>
    public string Recorded { get; init; } = TieKind;
}
