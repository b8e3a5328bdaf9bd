using HotChocolate;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.GraphQLApi.ContactCards;

/// <summary>How to reach a resident. For coordinators alone.</summary>
[GraphQLName("ContactCard")]
public sealed class ContactCardType
{
    private readonly ContactCard _card;
    private readonly ResidentFacts _facts;

    internal ContactCardType(ContactCard card, ResidentFacts facts) => (_card, _facts) = (card, facts);

    /// <summary>Her name.</summary>
    public string? Name => _card.Name;

    /// <summary>Her telephone number.</summary>
    public string? Phone => _card.Phone;

    /// <summary>Her e-mail address.</summary>
    public string? Email => _card.Email;

    /// <summary>Where she lives.</summary>
    public string? Address => _card.Address;

    /// <summary>How she may be reached, first preferred, such as phone;letter; a way that is not named is not used.</summary>
    public string? ContactBy =>
        _facts.ContactBy.IsDefaultOrEmpty ? null : string.Join(';', _facts.ContactBy.Select(Vocabulary<ContactWay>.Word));

    /// <summary>The language an interpreter is needed for; null where none is, or it is not known.</summary>
    public string? Interpreter => _card.Interpreter;

    /// <summary>Whether letters to her are printed large; null where not known.</summary>
    public bool? LargePrint => _card.LargePrint;

    /// <summary>When she is best rung or called on, in her own words.</summary>
    public string? BestTime => _card.BestTime;
}
